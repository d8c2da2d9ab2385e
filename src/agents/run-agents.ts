import type { Note } from '../core/index.ts';
import { briefOf, type SceneElement, stagingFaults, voicesOf } from '../generators/index.ts';
import type { Run } from '../steps/index.ts';
import { AGENTS } from './agents.ts';
import { everyOne } from './every-one.ts';
import { groupViews } from './groups.ts';
import type { Agents, Making, Offer, Offered, Stage } from './stage.ts';
import { talk } from './talk.ts';
import { type View, viewOf } from './view.ts';

/** A scene as the agents staged it, and what each character had offered. */
export interface Staged {
  readonly elements: readonly SceneElement[];
  readonly offers: readonly Offer[];
  /** What is still wrong with it after it was asked about: a line that nobody offered, somebody without one, its length. */
  readonly notes: readonly Note[];
}

/**
 * Let the agents write one scene: the speakers side by side, those who know the same in one request, or turn by turn
 * (`run.dialogue`); then the director, who gets the offers in the order of the card.
 *
 * Values pass through here; the agents never see each other, and a character nothing that was written before. A silent
 * scene goes straight to the director.
 */
export async function runAgents(run: Run, making: Making, agents: Agents = AGENTS): Promise<Staged> {
  const { earlier: _, ...stage } = making;
  const views = stage.card.speakers.map((id) => viewOf(stage, id));
  const player = run.dialogue === 'turns' ? own(agents).player : undefined;
  const offered =
    player === undefined ? await offersOf(run, stage, { views, agents }) : await talk(run, stage, { views, player });
  const staged = await agents.director(run, { ...making, ...offered });
  const scene = briefOf(stage.story.bible, { outline: stage.story.outline, card: stage.card });
  const notes = stagingFaults({ scene, offers: offered.offers }, staged).map(
    (fault): Note => ({ ...fault, severity: 'minor', scene: stage.card.id }),
  );
  return { elements: withoutStrangers(staged.elements, voicesOf(scene)), offers: offered.offers, notes };
}

/**
 * Leave out the lines of people who do not speak in the scene: no cue is nobody's. A note tells of each. Where nothing else
 * is there, what they say stands as something that is heard.
 */
function withoutStrangers(elements: readonly SceneElement[], voices: readonly string[]): readonly SceneElement[] {
  const kept = elements.filter(
    ({ type, character }) => type !== 'line' || character === '' || voices.includes(character),
  );
  return kept.length > 0 ? kept : elements.map((element) => ({ ...element, type: 'action', character: '' }));
}

/** Everybody's lines for the whole scene, given without hearing the others. */
async function offersOf(
  run: Run,
  stage: Stage,
  { views, agents }: { readonly views: readonly View[]; readonly agents: Agents },
): Promise<Offered> {
  const { ensemble } = own(agents);
  const groups = groupViews(views, ensemble === undefined ? 'apart' : (run.dialogue ?? 'auto'));
  const given = await everyOne(
    groups.map(async (group) => {
      const [first, ...others] = group.map(({ id }) => id);
      if (first === undefined) return [];
      if (others.length === 0 || ensemble === undefined)
        return [await agents.character(run, { ...stage, character: first })];
      return ensemble(run, { ...stage, characters: [first, ...others] });
    }),
  );
  const byName = new Map(given.flat().map((offer) => [offer.character, offer]));
  return { offers: views.flatMap(({ name }) => byName.get(name) ?? []) };
}

/** Who plays several, and who turn by turn: nobody where the character agent is somebody else's and this one still ours. */
function own({ character, ensemble, player }: Agents): {
  readonly [K in 'ensemble' | 'player']: Agents[K] | undefined;
} {
  const isOurs = character === AGENTS.character;
  return {
    ensemble: isOurs || ensemble !== AGENTS.ensemble ? ensemble : undefined,
    player: isOurs || player !== AGENTS.player ? player : undefined,
  };
}
