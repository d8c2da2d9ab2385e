import type { Script } from '../../bibles/index.ts';
import type { ExportedText, FileText, SyncPlan } from '../../markup/index.ts';
import { refused } from './read-file.ts';

/** A file that keeps fewer of the scenes is taken for another script's. */
const LEAST_KEPT = 0.1;
/** That rule is for scripts with so many scenes or more. */
const ENOUGH_SCENES = 3;
/** When more of the scenes are gone, a person has to say that this is meant. */
const MOST_GONE = 1 / 3;

/** Ask whether a file can be meant so. @throws ScriptGenError `sync/refused`. */
export function checkPlan(
  plan: SyncPlan,
  {
    script,
    name,
    exported,
    file,
  }: {
    readonly script: Script;
    /** What messages call the file. */
    readonly name: string;
    readonly exported: ExportedText;
    readonly file: FileText;
  },
): void {
  const { length } = exported.scenes;
  if (length === 0) return;
  const anyway = 'if this is meant: --force';
  if (file.scenes.length === 0)
    throw refused(
      `${name} has no scene any more: all ${length} of ${script.title} would go`,
      `Take it back from your editor, or write it anew with scriptgen build; ${anyway}`,
    );
  const { kept } = plan;
  if (length >= ENOUGH_SCENES && kept < length * LEAST_KEPT)
    throw refused(
      `${name} does not look like ${script.title}: ${kept} of its ${length} scenes are there`,
      `Name the script that it belongs to with --script; ${anyway}`,
    );
  const gone = plan.scenes.filter(({ fates }) => fates.includes('deleted') || fates.includes('merged'));
  if (gone.length <= length * MOST_GONE) return;
  const merged = gone.filter(({ fates }) => fates.includes('merged')).length;
  const how = merged === 0 ? '' : ` (${merged} of them without a heading, their text in the scene before)`;
  throw refused(
    `${gone.length} of the ${length} scenes are gone from ${name}${how}`,
    `See which with --dry-run; ${anyway}`,
  );
}
