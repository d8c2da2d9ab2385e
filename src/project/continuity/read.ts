import type { Story } from '../../agents/index.ts';
import { deriveId, sha256 } from '../../core/index.ts';
import { type Linked, linkAndKeep, linkScript, type Tally } from '../../orchestrator/index.ts';
import { printFountain, type Screenplay } from '../../screenplay/index.ts';
import type { Run } from '../../steps/index.ts';
import type { Abilities } from '../abilities.ts';
import { countedRun } from '../counted-run.ts';
import type { LintOptions } from './desk.ts';
import { importedStory } from './imported.ts';
import { heldAgainst } from './lint.ts';

/** What a model read, and what that took. */
export interface ReadReport extends Linked {
  readonly tally: Tally;
}

/** Let a model look over a script of the project too, and keep what it finds. */
export function readStory(runFor: Abilities['runFor'], story: Story, screenplay: Screenplay, how: LintOptions) {
  return reading(runFor, { id: story.script.id, how }, async (run) => {
    const linked = await linkAndKeep(run, story, { screenplay, how: 'full' });
    return linked ?? { findings: [], unanswered: 0 };
  });
}

/** Let a model look over a script from elsewhere. Its answers are kept under what the script says. */
export function readScreenplay(
  runFor: Abilities['runFor'],
  screenplay: Screenplay,
  { how, story: held }: { readonly how: LintOptions; readonly story: Story | undefined },
) {
  const id = deriveId('sp', 'lint', sha256(printFountain(screenplay)));
  const title = screenplay.titlePage?.entries.find(({ key }) => key === 'Title')?.lines.join(' ') ?? '';
  const story = held === undefined ? importedStory(screenplay) : heldAgainst(held, screenplay);
  return reading(runFor, { id, how }, async (run) => {
    const linked = await linkScript(run, { title, ...story }, 'full');
    await run.journal.saveSlots(id, [...run.satisfied.values()]);
    return linked;
  });
}

async function reading(
  runFor: Abilities['runFor'],
  { id, how }: { readonly id: string; readonly how: LintOptions },
  work: (run: Run) => Promise<Linked>,
): Promise<ReadReport> {
  const { value, tally } = await countedRun({ runFor }, { id, how }, work);
  return { ...value, tally };
}
