import { GRADES } from '../areas.ts';
import type { Evidence } from '../evidence.ts';
import type { Measure } from '../measures.ts';
import type { Coverage } from '../report.ts';
import type { AreaScore } from '../score.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { capital, heading, listed, type Piece, paragraph, signed, trimmed } from './piece.ts';

/** How grid and verdict were computed, from which evidence and measures; without a reader, the measures alone. */
export function sourcePieces({ grid, evidence, reader }: Coverage): readonly Piece[] {
  const measured = grid.flatMap(({ measures }) => measures).map(measureText);
  if (!reader.isLanguageModel)
    return measured.length === 0 ? [] : [heading('WHAT WAS MEASURED'), { type: 'list', items: measured }];
  return [
    heading('HOW IT WAS COMPUTED'),
    ...rules(),
    ...grid.flatMap(termsOf),
    ...listed('Measures', measured),
    ...listed('Evidence', evidence.map(evidenceText)),
  ];
}

function measureText({ area, name, grade, says }: Measure): string {
  return `${area}, ${name}: ${signed(grade, 0)} (${says})`;
}

/** The scale and the thresholds, as {@link THRESHOLDS} has them. */
function rules(): readonly Piece[] {
  const { ratings, verdicts, plain, enough } = THRESHOLDS;
  const grades = Object.entries(GRADES)
    .map(([grade, says]) => ({ grade: Number(grade), says }))
    .toSorted((a, b) => b.grade - a.grade)
    .map(({ grade, says }) => `${signed(grade, 0)} (${says})`);
  const least = ratings.map((one) => `${one.rating} from ${signed(one.least)}`);
  const needs = verdicts.map((one) => `${one.verdict} from ${signed(one.least)} with no area below ${one.worst}`);
  return [
    paragraph(
      `A grade is ${grades.join(', ')}. An area’s score is the mean over its scenes of the mean grade in each; a measure counts as a scene, and ${plain} plain ones are added. ${least.join(', ')}, below it Poor.`,
    ),
    paragraph(
      `An area needs ${enough.pieces} pieces of evidence from ${enough.scenes} scenes, or from all of a shorter script. The verdict goes by the mean of the five: ${needs.join(', ')}, otherwise pass.`,
    ),
  ];
}

function termsOf({ area, score, terms }: AreaScore): readonly Piece[] {
  if (score === null) return [];
  const sum = terms.map(({ of, value }) => `${of} ${trimmed(value)}`).join(', ');
  return [paragraph(`${capital(area)} ${signed(score)}: (${sum}) / (${terms.length} + ${THRESHOLDS.plain})`)];
}

function evidenceText({ id, criterion, grade, number, page, quote, why }: Evidence): string {
  const place = page === null ? `scene ${number}` : `scene ${number}, page ${page}`;
  return `${id} ${criterion} ${signed(grade, 0)} (${place}): “${quote}” ${why}`.trimEnd();
}
