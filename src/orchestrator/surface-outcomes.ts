import type { Story } from '../agents/index.ts';
import { isScriptGenError } from '../core/index.ts';
import { aborted, type Run } from '../steps/index.ts';
import { type Surfaced, surfaceScript } from './surface.ts';
import { FATAL, keepDraft, type SceneOutcome } from './write-scenes.ts';

/**
 * The outcomes of a script after the surface pass, kept. It is gone over only as a whole: where a scene has no text, every
 * scene stays as it is until all have a text, so that nothing is asked for a script that does not stand yet.
 *
 * @throws ScriptGenError as `writeScenes` does.
 */
export async function surfaceOutcomes(
  run: Run,
  story: Story,
  outcomes: readonly SceneOutcome[],
): Promise<readonly SceneOutcome[]> {
  if (outcomes.some(({ made, draft }) => made === undefined && draft === undefined)) return outcomes;
  const asked = new Set<string>();
  const emit: Run['emit'] = (event) => {
    if (event.type === 'step-end' && event.source !== 'journal' && event.scene !== undefined) asked.add(event.scene);
    run.emit(event);
  };
  const made = new Map(outcomes.flatMap((one) => (one.made === undefined ? [] : [[one.report.id, one.made]])));
  const left = new Map(
    outcomes.flatMap(({ report, made: now, draft }) => (now === undefined && draft ? [[report.id, draft]] : [])),
  );
  const after =
    run.surface === false ? new Map<string, Surfaced>() : await surfaceScript({ ...run, emit }, story, { made, left });
  if (run.stop.aborted) throw aborted();
  const errors = [...after.values()].flatMap((one) => ('error' in one ? [one.error] : []));
  const fatal = errors.find((error) => !isScriptGenError(error) || FATAL.test(error.code));
  if (fatal !== undefined) throw fatal;
  return Promise.all(
    outcomes.map(async (outcome): Promise<SceneOutcome> => {
      const { report } = outcome;
      const one = after.get(report.id) ?? { draft: made.get(report.id)?.draft };
      if ('error' in one) return { ...outcome, report: { ...report, ...failure(one.error) } };
      if (one.draft === undefined) return outcome;
      // The slots of a scene that was asked nothing here are kept already.
      const own = after.has(report.id) ? run : { ...run, satisfied: new Map() };
      await keepDraft(own, story, { draft: one.draft, before: outcome.draft });
      const state = asked.has(report.id) ? 'written' : report.state;
      return { ...outcome, report: { ...report, state }, draft: one.draft };
    }),
  );
}

function failure(error: unknown): Pick<SceneOutcome['report'], 'state' | 'error'> {
  const { code, message, hint } = isScriptGenError(error)
    ? error
    : { code: 'run/incomplete' as const, message: String(error), hint: undefined };
  return { state: 'kept', error: { code, message, hint } };
}
