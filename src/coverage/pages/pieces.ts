import type { CoverageHeader } from '../header.ts';
import type { Coverage } from '../report.ts';
import { gridTable, verdictPieces } from './grid.ts';
import { normPieces } from './norms.ts';
import { capital, counted, heading, type Piece, paragraph } from './piece.ts';
import { sourcePieces } from './sources.ts';

const FORM_WORDS = {
  short: 'short film',
  feature: 'feature film',
  'tv-hour': 'one-hour television',
  sitcom: 'half-hour comedy',
} as const;

const NOT_TOLD = 'not told';

/** A report from its head to its sources, in the order of the industry's form. Headings are English, whatever the script's language is. */
export function piecesOf(coverage: Coverage): readonly Piece[] {
  const { logline, synopsis, comments, remarks, reader, unread } = coverage;
  return [
    { type: 'title', text: 'COVERAGE' },
    { type: 'rows', rows: headerRows(coverage.header) },
    ...(reader.isLanguageModel ? [] : [paragraph(NOBODY_READ)]),
    ...remarks.map(paragraph),
    ...unread.map(({ from, to, message, code }) =>
      paragraph(
        `Scenes ${from} to ${to} were not read: ${message} (${code}). Run the same command again to read them.`,
      ),
    ),
    heading('LOGLINE'),
    paragraph(logline === '' ? 'None: it takes a reader.' : logline),
    heading('SYNOPSIS'),
    ...synopsis.flatMap(({ heading: title, text }): readonly Piece[] => [
      ...(title === '' ? [] : [{ type: 'subheading', text: title } as const]),
      ...text.split(/\n+/).map(paragraph),
    ]),
    heading('COMMENTS'),
    ...(comments.length === 0 ? [paragraph('None: a comment must cite evidence that stands in the script.')] : []),
    ...comments.flatMap(({ area, text, cites }): readonly Piece[] => [
      { type: 'subheading', text: capital(area) },
      paragraph(`${text} [${cites.join(', ')}]`),
    ]),
    heading('GRID'),
    gridTable(coverage.grid),
    ...verdictPieces(coverage),
    ...normPieces(coverage),
    ...sourcePieces(coverage),
  ];
}

const NOBODY_READ =
  'No language model read this script. What stands here was counted or copied; nothing was judged, and there is no verdict.';

function headerRows(header: CoverageHeader): readonly (readonly [string, string])[] {
  const { form, formFrom, locations, pages, scenes } = header;
  const told = (text: string): string => (text === '' ? NOT_TOLD : text);
  return [
    ['Title', told(header.title)],
    ['Author', told(header.author)],
    ['Form', `${FORM_WORDS[form]}${formFrom === 'length' ? ' (by its length)' : ''}`],
    ['Genre', told(header.genre)],
    ['Length', `${counted(pages, 'page')}, ${counted(scenes, 'scene')}`],
    ['Period', told(header.period)],
    ['Locations', locations.length === 0 ? 'none in headings' : `${locations.length}: ${named(locations)}`],
    ['Draft date', told(header.draftDate)],
    ['Date', header.date],
    ['Analyst', told(header.analyst)],
  ];
}

/** The first places by name, and how many more there are. */
function named(locations: readonly string[]): string {
  const [first, more] = [locations.slice(0, 6), locations.length - 6];
  return `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
