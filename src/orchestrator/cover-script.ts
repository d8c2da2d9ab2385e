import { isScriptGenError } from '../core/index.ts';
import {
  AREAS,
  type Area,
  type Comment,
  type Coverage,
  cardMeasures,
  type Evidence,
  farthest,
  foundedEvidence,
  headerOf,
  isEnglish,
  normMeasures,
  scoreAreas,
  type Unread,
  verdictOf,
} from '../coverage/index.ts';
import { type CoverageReadAnswer, type CoverageReportAnswer, writeCoverage } from '../generators/index.ts';
import { measureScreenplay } from '../screenplay/index.ts';
import { aborted, type Run } from '../steps/index.ts';
import { askPart, type CoverageTask, type CutScript, cutScript, type NamedPart, scenesText } from './cover-parts.ts';
import { FATAL } from './write-scenes.ts';

/** So many pieces of evidence of an area go into the question for the report, those with the farthest grades. All count. */
const MOST_TOLD = 12;

/** A script of more scenes is not retold scene by scene: a synopsis has three pages at most. */
const LONG = 40;

interface ReadPart extends NamedPart {
  readonly answer: CoverageReadAnswer;
}

/**
 * Read a script as a reader does, and report: its parts side by side, then one question for logline, synopsis and
 * comments. Grid and verdict are computed from what stands in the script.
 *
 * A part that no answer comes for takes no other with it: the report names it and has neither comments nor verdict, and
 * the next run asks for that part alone.
 *
 * @throws ScriptGenError `input/invalid` for a script in which nothing can be read, `run/aborted` when the run was stopped,
 * or what ended the question for the report; either way what was answered is kept.
 */
export async function coverScript(run: Run, task: CoverageTask): Promise<Coverage> {
  const cut = cutScript(task);
  const header = headerOf(task.script, { ...task, pages: cut.pages, scenes: cut.scenes.length });
  const { read, unread } = await readAll(run, cut.parts, header.title);
  const { evidence, dropped } = foundedEvidence(
    task.script,
    read.map(({ scenes, answer }) => ({ part: scenes, claims: answer.evidence })),
  );
  const areas = AREAS.filter((area) => area !== 'setting' || task.setting);
  const synopsis = read.map(({ scenes, answer }) => ({
    heading: scenesText(scenes),
    text: synopsisOf(task, scenes) ?? answer.synopsis,
  }));
  const told = toldOf(evidence, areas);
  const { title, form, pages } = header;
  const parts = synopsis.map(({ heading, text }) => ({ scenes: heading, synopsis: text }));
  const answer =
    unread.length > 0 ? undefined : await writeCoverage(run, { title, form, pages, parts, evidence: told, areas });
  await keepSlots(run);
  const comments = foundedComments(answer?.comments ?? [], told, areas);
  const measured = measuredIn(task, cut);
  const grid = scoreAreas({ evidence, measures: measured.measures, scenes: cut.scenes.length }).filter(({ area }) =>
    areas.includes(area),
  );
  return {
    header: { ...header, genre: answer?.genre.trim() ?? '', period: answer?.period.trim() || header.period },
    reader: { model: run.models('dramaturge').model, isLanguageModel: task.isLanguageModel },
    logline: answer?.logline.trim() || (task.logline ?? ''),
    synopsis: answer?.synopsis ?? synopsis,
    comments: comments.founded,
    grid,
    verdict: unread.length > 0 ? null : verdictOf(grid),
    evidence,
    dropped: { claims: dropped, comments: comments.dropped },
    norms: measured.norms,
    parts: cut.parts.length,
    unread,
    remarks: task.remarks,
  };
}

async function readAll(run: Run, parts: readonly NamedPart[], title: string) {
  const read: ReadPart[] = [];
  const unread: Unread[] = [];
  const settled = await Promise.allSettled(parts.map((part, priority) => askPart({ ...run, priority }, part, title)));
  await keepSlots(run);
  if (run.stop.aborted) throw aborted();
  for (const [at, outcome] of settled.entries()) {
    const part = parts[at];
    if (part === undefined) continue;
    if (outcome.status === 'fulfilled') read.push({ ...part, answer: outcome.value });
    else if (!isScriptGenError(outcome.reason) || FATAL.test(outcome.reason.code)) throw outcome.reason;
    else {
      const { code, message, hint } = outcome.reason;
      unread.push({ from: part.scenes[0]?.number ?? '', to: part.scenes.at(-1)?.number ?? '', code, message, hint });
    }
  }
  return { read, unread };
}

/** What the cards say of some scenes, where no language model has read them; of a long script, first, middle and last. */
function synopsisOf({ isLanguageModel, outline }: CoverageTask, scenes: NamedPart['scenes']): string | undefined {
  if (isLanguageModel || outline === undefined) return undefined;
  const told = scenes.flatMap(({ id }) => outline.cards.find((card) => card.id === id)?.synopsis || []);
  const last = told.length - 1;
  const kept = new Set(outline.cards.length > LONG ? [0, Math.floor(last / 2), last] : told.keys());
  return told.filter((_, at) => kept.has(at)).join(' ') || undefined;
}

/** The evidence that the report is written from: of each area those with the farthest grades, in story order. */
function toldOf(evidence: readonly Evidence[], areas: readonly Area[]) {
  const chosen = areas.flatMap((area) =>
    evidence
      .filter((one) => one.area === area)
      .toSorted((a, b) => Math.abs(b.grade) - Math.abs(a.grade))
      .slice(0, MOST_TOLD),
  );
  return evidence
    .filter((one) => chosen.includes(one))
    .map(({ id, criterion, grade, number, quote, why }) => ({ id, criterion, grade, scene: number, quote, why }));
}

/** Comments on what was asked about, with the evidence they stand on; one that stands on none is dropped. */
function foundedComments(
  comments: CoverageReportAnswer['comments'],
  told: readonly { readonly id: string }[],
  areas: readonly Area[],
): { readonly founded: readonly Comment[]; readonly dropped: number } {
  const known = new Set(told.map(({ id }) => id));
  const order = ['overall', ...areas] as const;
  const founded = comments.flatMap(({ area, text, cites }): readonly Comment[] => {
    const named = order.find((one) => one === area.trim().toLowerCase());
    const standing = [...new Set(cites.map((id) => id.replace(/[^\w]/gu, '')))].filter((id) => known.has(id));
    return named === undefined || standing.length === 0 ? [] : [{ area: named, text: text.trim(), cites: standing }];
  });
  return {
    founded: founded.toSorted((a, b) => order.indexOf(a.area) - order.indexOf(b.area)),
    dropped: comments.length - founded.length,
  };
}

/** What code measures: norms for English scripts, and the cards where there are any. */
function measuredIn({ script, outline, structure }: CoverageTask, { scenes }: CutScript) {
  const english = isEnglish(scenes.map(({ text }) => text).join('\n'));
  const measurement = measureScreenplay(script);
  return {
    measures: [
      ...(english ? normMeasures(measurement) : []),
      ...(outline === undefined ? [] : cardMeasures(outline, { scenes, structure })),
    ],
    norms: {
      english,
      distance: english ? measurement.distance : null,
      farthest: english ? farthest(measurement) : [],
    },
  };
}

/** Keep what the slots of this run read, so that a plan can say what has changed since. */
async function keepSlots(run: Run): Promise<void> {
  const changed = [...run.satisfied.values()].filter(({ slot, key }) => run.slots.get(slot)?.key !== key);
  if (run.mode === 'build' && changed.length > 0) await run.journal.saveSlots(run.script, changed);
}
