import type { Format } from '../bibles/index.ts';
import { isActTitle } from '../extract/index.ts';
import { locationReport, oneLine, plainText, type Screenplay } from '../screenplay/index.ts';

/** What stands at the head of a reader's report. Empty where nobody says. */
export interface CoverageHeader {
  readonly title: string;
  readonly author: string;
  readonly form: Format;
  /** Whether the form was told, or only fits the length. */
  readonly formFrom: 'told' | 'length';
  readonly genre: string;
  /** When it plays: as the reader says, or the years that headings name. */
  readonly period: string;
  /** Body pages of US letter paper. */
  readonly pages: number;
  readonly scenes: number;
  /** Different places in headings, those with the most pages first; an act is no place. */
  readonly locations: readonly string[];
  readonly draftDate: string;
  /** The day of the report: `2026-11-26`. */
  readonly date: string;
  readonly analyst: string;
}

/** What the head of a report is made of besides the script. */
export interface HeaderSource {
  /** How the script is called where its title page does not say. */
  readonly name: string;
  readonly form?: Format | undefined;
  readonly pages: number;
  readonly scenes: number;
  readonly date: string;
  readonly analyst: string;
}

/** From so many pages on a script has the form, when nobody says which it is. */
const FORMS: readonly { readonly least: number; readonly form: Format }[] = [
  { least: 70, form: 'feature' },
  { least: 45, form: 'tv-hour' },
  { least: 0, form: 'short' },
];

/** Read off a script what stands at the head of a report; genre stays empty, which takes a reader. */
export function headerOf(script: Screenplay, source: HeaderSource): CoverageHeader {
  const { name, form, pages, scenes, date, analyst } = source;
  const byLength = FORMS.find(({ least }) => pages >= least)?.form ?? 'short';
  return {
    title: entry(script, /^title$/i) || name,
    author: entry(script, /^(?:authors?|written by)$/i),
    form: form ?? byLength,
    formFrom: form === undefined ? 'length' : 'told',
    genre: '',
    period: yearsIn(script).join(', '),
    pages,
    scenes,
    locations: locationReport(script)
      .map(({ location }) => location)
      .filter((location) => location !== '' && !isActTitle(location)),
    draftDate: entry(script, /^(?:draft date|date)$/i),
    date,
    analyst,
  };
}

function entry({ titlePage }: Screenplay, key: RegExp): string {
  const lines = titlePage?.entries.find((one) => key.test(one.key.trim()))?.lines ?? [];
  return oneLine(lines.map(plainText).join(' '));
}

/** The years that headings name, in order: `INT. KITCHEN - NIGHT (1942)`. */
function yearsIn({ children }: Screenplay): readonly string[] {
  const headings = children.flatMap((block) => (block.type === 'sceneHeading' ? [plainText(block.text)] : []));
  const years = headings.flatMap((heading) => heading.match(/\b(?:1[5-9]|20)\d\d\b/g) ?? []);
  return [...new Set(years)].toSorted();
}
