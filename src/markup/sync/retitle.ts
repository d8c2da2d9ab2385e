import { type Bible, entriesOf, foldName, type SceneCard } from '../../bibles/index.ts';
import { readHeading, type SceneHeading } from '../../screenplay/index.ts';

/** What a heading says of a card, and what no card can say. */
export interface HeadedCard {
  readonly card: SceneCard;
  /** The heading as it was written, where the card gives another. */
  readonly heading?: SceneHeading;
  /** A place that no setting is called. */
  readonly unknown?: string;
}

/** Have a card say what a heading says, as far as a card can. */
export function headed(
  card: SceneCard,
  heading: SceneHeading,
  { bible, headingOf }: { readonly bible: Bible; readonly headingOf: (card: SceneCard) => string },
): HeadedCard {
  const { prefix, location, sublocations, time = '' } = readHeading(heading.text);
  const place = [location, ...sublocations].join(' - ');
  const setting = settingNamed(bible, place) ?? settingNamed(bible, location);
  const isPlain = prefix === 'INT' || prefix === 'EXT';
  const isKnown = setting !== undefined || foldName(place) === foldName(card.setting);
  const interior = isPlain ? prefix === 'INT' : card.interior;
  const said = isKnown ? { ...card, interior, setting: setting ?? card.setting, time: time.toUpperCase() } : card;
  const isSaid = heading.number === undefined && headingOf(said) === heading.text;
  return {
    card: said,
    ...(isSaid ? {} : { heading }),
    ...(setting !== undefined || place === '' ? {} : { unknown: place }),
  };
}

function settingNamed(bible: Bible, place: string): string | undefined {
  const wanted = foldName(place);
  return entriesOf(bible, 'setting').find(({ name, aliases }) => [name, ...aliases].map(foldName).includes(wanted))?.id;
}
