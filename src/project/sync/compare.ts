import type { Story } from '../../agents/index.ts';
import { type Note, toJson } from '../../core/index.ts';
import {
  applied,
  type ExportedText,
  type FileText,
  FRONT,
  fileText,
  NO_MARKUP,
  planSync,
  type SyncPlan,
  type SyncWrite,
} from '../../markup/index.ts';
import { draftsFrom } from '../../orchestrator/index.ts';
import { printFountain } from '../../screenplay/index.ts';
import type { Wiring } from '../wiring.ts';
import type { FoundFile } from './find-file.ts';
import { recallFile } from './memory.ts';
import { scriptNow } from './now.ts';
import type { ReadFile } from './read-file.ts';

/** An edited file beside what it was made from. */
export interface ComparedFile {
  readonly story: Story;
  readonly exported: ExportedText;
  readonly file: FileText;
  readonly plan: SyncPlan;
  /** All that is to be written, with the file's layout where the script would print otherwise. */
  readonly writes: readonly SyncWrite[];
  readonly notes: readonly Note[];
}

/** Compare a file with what was written to it, or with the script as it is where nothing is known of that. */
export async function compareFile(
  wiring: Pick<Wiring, 'dir' | 'storyOf' | 'screenplayOf'>,
  { script, artifacts, path }: FoundFile,
  read: ReadFile,
): Promise<ComparedFile> {
  const story = await wiring.storyOf(script);
  const screenplay = await wiring.screenplayOf(story);
  const now = scriptNow({ story, drafts: draftsFrom(artifacts), screenplay });
  const known = recallFile(artifacts, { home: wiring.dir, path });
  const exported = known ?? now.text;
  const file = fileText(read.screenplay, exported.end);
  const plan = planSync(now, exported, file);
  const writes = await withLayout(wiring, { story, plan, text: read.text });
  return { ...{ story, exported, file, plan, writes }, notes: known === undefined ? [NOTHING_KNOWN] : [] };
}

const NOTHING_KNOWN: Note = {
  rule: 'sync/unknown-file',
  severity: 'info',
  message: 'How the file was written is not known; it was compared with the script as it is.',
};

/** The writes of a plan, and the layout of the file where the script does not print like it afterwards. */
async function withLayout(
  { screenplayOf }: Pick<Wiring, 'screenplayOf'>,
  { story, plan, text }: { readonly story: Story; readonly plan: SyncPlan; readonly text: string },
): Promise<readonly SyncWrite[]> {
  const { markup = NO_MARKUP, outline } = story;
  // Pages and numbers of a script in production are its own, and what was refused is not in the script.
  if (markup.issues.length > 0 || plan.scenes.some(({ refused }) => refused !== undefined)) return plan.writes;
  const by = { by: { type: 'person', name: '' }, time: '', reason: '', version: 0 } as const;
  const after = applied({ cards: outline.cards, markup }, plan.writes, by);
  const { layout: old, ...front } = after.markup.front ?? {};
  const told = { ...story, outline: { ...outline, cards: after.cards }, markup: { ...after.markup, front } };
  const layout = printFountain(await screenplayOf(told)) === text ? undefined : text;
  if (layout === old) return plan.writes;
  const document = toJson({ ...front, ...(layout === undefined ? {} : { layout }) });
  return [...plan.writes.filter(({ id }) => id !== FRONT), { type: 'record', kind: 'edit', id: FRONT, document }];
}
