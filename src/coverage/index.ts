/**
 * A reader's report as values: a script in parts, what readers say held against it, scores and verdict computed from what
 * stands.
 *
 * Asks no model; nothing that a model says becomes a score but a grade whose words stand in the script.
 *
 * @module
 */
export { AREAS, type Area, CRITERIA, type Criterion, GRADES, GRID } from './areas.ts';
export { type Claim, type Dropped, type Evidence, foundedEvidence } from './evidence.ts';
export { type CoverageHeader, type HeaderSource, headerOf } from './header.ts';
export { isEnglish } from './language.ts';
export { cardMeasures, type FarMetric, farthest, type Measure, normMeasures } from './measures.ts';
export type { Piece } from './pages/piece.ts';
export { piecesOf } from './pages/pieces.ts';
export { printCoverage } from './pages/print-markdown.ts';
export { type Part, type PartScene, partsFor } from './parts.ts';
export type { Comment, Coverage, CoverageReader, Unread } from './report.ts';
export { type CoveredScene, type CoveredScript, coveredScript } from './scenes.ts';
export { type AreaScore, type Graded, scoreAreas, verdictOf } from './score.ts';
export { RATINGS, type Rating, ratingOf, THRESHOLDS, VERDICTS, type Verdict } from './thresholds.ts';
