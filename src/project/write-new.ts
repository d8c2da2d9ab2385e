import type { OutlineSource, ProseSource } from '../adapt/index.ts';
import type { Story } from '../agents/index.ts';
import type { BibleStore, Format, Script } from '../bibles/index.ts';
import { deriveId, ScriptGenError, sha256 } from '../core/index.ts';
import {
  adaptStory,
  type Brief,
  type Planned,
  type Planning,
  planStory,
  type RunReport,
} from '../orchestrator/index.ts';
import type { Run } from '../steps/index.ts';
import { SHAPES } from '../structures/index.ts';
import { briefFrom, candidatesFrom, SCENE_LIMIT, sizeFrom } from './brief.ts';
import { refuseContradictions } from './faults.ts';
import { refuseTitle } from './refusals.ts';
import type { RunOptions, WriteOptions } from './run-options.ts';
import { freeTitle } from './slug.ts';
import { openStructures } from './structures.ts';
import { takeOver } from './write-on.ts';

/** What new scripts are written with. */
export interface WriteWith {
  /** The project's folder. */
  readonly dir: string;
  readonly bibles: BibleStore;
  readonly go: (script: string, how: RunOptions, story: (run: Run) => Promise<Story>) => Promise<RunReport>;
  readonly storyOf: (script: Script) => Promise<Story>;
  readonly series: Planning['series'];
}

/** Write a script from what it is to come from, or go on with the one that came from it. */
export async function writeNew(how: WriteOptions, using: WriteWith): Promise<RunReport> {
  const { source } = how;
  if (source?.kind === 'screenplay') {
    if (how.scenes === undefined) return takeOver(source, how, using);
    throw invalid(
      `${source.name} is a screenplay and has its scenes: their number cannot be chosen.`,
      `Take it over without --scenes, or go on with it: scriptgen write --continue ${source.name}`,
    );
  }
  const { dir, bibles, go, storyOf, series } = using;
  const { origin, format, plan } = beginning(how, source);
  const candidates = candidatesFrom(how.candidates);
  const structure = openStructures({ dir }).get(how.structure ?? SHAPES[format].structure);
  // A script that is planned by its format's own structure is the same, whether anybody says so or not.
  const other = structure.id === SHAPES[format].structure ? [] : ['structure', structure.id];
  const id = deriveId('sp', ...origin, ...(series === undefined ? [] : [series.id]), ...other);
  const known = await bibles.getScript(id);
  if (known) refuseTitle(known, how.title);
  if (known) refuseContradictions(await storyOf(known), how.force);
  else if (series !== undefined) refuseContradictions(series, how.force);
  return go(id, how, async (run) => {
    // Another process may have begun it since.
    const begun = known ?? (await bibles.getScript(id));
    if (begun) return storyOf(begun);
    const name = (suggested: string) => freeTitle(bibles, how.title, suggested);
    const planned = await plan(run, { name, series, structure, candidates });
    await bibles.createScript(planned.script, planned.entries, planned.outline, {
      type: 'agent',
      name: run.models('planner').model,
    });
    // What the bible was made from is in use as long as the script is there.
    await run.journal.saveSlots(planned.script.id, [...run.satisfied.values()]);
    return storyOf(planned.script);
  });
}

/** How a script begins: what its id is made of, and what plans it. */
interface Beginning {
  readonly origin: readonly string[];
  readonly format: Format;
  readonly plan: (run: Run, planning: Planning) => Promise<Planned>;
}

function beginning(how: WriteOptions, source: OutlineSource | ProseSource | undefined): Beginning {
  const { logline } = how;
  if (source === undefined) {
    const brief = briefFrom({ ...how, logline: logline ?? '' });
    return {
      origin: [brief.logline, brief.format, String(brief.scenes)],
      format: brief.format,
      plan: (run, planning) => planStory(run, brief, planning),
    };
  }
  if (logline !== undefined)
    throw invalid('A logline and a source are given.', 'Write from one of them: the source has its own logline.');
  const size = sizeOf(source, how);
  return {
    origin: ['source', sha256(source.text), size.format, String(size.scenes)],
    format: size.format,
    plan: (run, planning) => adaptStory(run, source, size, planning),
  };
}

/** An outline with more scenes than this is of a feature, when nobody says. */
const SHORT = 30;

/** The size that is asked for; an outline has as many scenes as it lists. */
function sizeOf(source: OutlineSource | ProseSource, how: WriteOptions): Omit<Brief, 'logline'> {
  if (source.kind === 'prose') return sizeFrom(how);
  const listed = source.scenes.length;
  return sizeFrom({
    format: how.format ?? (listed > SHORT ? 'feature' : 'short'),
    scenes: how.scenes ?? Math.min(listed, SCENE_LIMIT),
  });
}

function invalid(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}
