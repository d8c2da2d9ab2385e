import type { Story } from '../agents/index.ts';
import { checkContinuity, type Finding, inOrder, ledgerOf, placeOf } from '../continuity/index.ts';
import { type Json, remember, sha256, toJson } from '../core/index.ts';
import type { Screenplay } from '../screenplay/index.ts';
import type { Run } from '../steps/index.ts';
import { readContinuity } from './read-continuity.ts';

/** How much is looked at after the scenes are written: what code can find, what a model finds as well, or nothing. */
export const CONTINUITY = ['rules', 'full', 'off'] as const;
/** One of {@link CONTINUITY}. */
export type Continuity = (typeof CONTINUITY)[number];

/** What was last found in a script, as it is kept beside its drafts. */
export interface Linked {
  readonly findings: readonly Finding[];
  /** Questions to the model that got no usable answer. */
  readonly unanswered: number;
}

/** The name under which it is kept. */
const LINKED = 'continuity';

/** A script to look over: its bible, and its cards where it has any. */
export interface Linking extends Pick<Story, 'bible'> {
  readonly title: string;
  readonly outline?: Story['outline'];
  readonly screenplay: Screenplay;
  /** Names on cues that need no entry. */
  readonly known?: readonly string[];
}

/**
 * Look over a script whose scenes are written, as a linker does over what was compiled apart. The rules cost nothing;
 * with `full` a model reads too, each question once for the same words.
 *
 * @throws ScriptGenError `run/aborted`, or what every question would meet alike.
 */
export async function linkScript(
  run: Run,
  { title, ...story }: Linking,
  how: Exclude<Continuity, 'off'>,
): Promise<Linked> {
  if (how === 'rules') return { findings: findingsOf(story), unanswered: 0 };
  const ledger = ledgerOf(story);
  const ruled = checkContinuity(ledger);
  const { findings, unanswered } = await readContinuity(run, { title, ledger }, ruled);
  const placed = findings.map((finding) => ({ ...finding, ...placeOf(ledger, finding) }));
  return { findings: inOrder(ledger, [...ruled, ...placed]), unanswered };
}

/** What the rules find: a build that changes nothing finds nothing else. */
function findingsOf(story: Omit<Linking, 'title'>): readonly Finding[] {
  const kinds = [...(story.bible.kinds?.values() ?? [])].map(({ name, jsonSchema }) => [name, jsonSchema]);
  return found(sha256(JSON.stringify([story, kinds])), () => checkContinuity(ledgerOf(story)));
}

const found = remember<readonly Finding[]>(4);

/** Look over a script and keep what was found; nothing for `off`. */
export async function linkAndKeep(
  run: Run,
  { script, bible, outline }: Story,
  { screenplay, how }: { readonly screenplay: Screenplay; readonly how: Continuity },
): Promise<Linked | undefined> {
  if (how === 'off') return undefined;
  const linked = await linkScript(run, { title: script.title, bible, outline, screenplay }, how);
  // What a model found the last time is not forgotten because this time only code looked.
  if (how === 'full') await run.store.saveArtifacts(run.script, [{ name: LINKED, value: toJson(linked) }]);
  const slots = [...run.satisfied.values()].filter(({ slot }) => slot.startsWith('continuity/'));
  if (slots.length > 0) await run.journal.saveSlots(run.script, slots);
  return linked;
}

/** What was last kept of a script, read back; nothing where no model ever looked it over. */
export function linkedFrom(artifacts: ReadonlyMap<string, Json>): Linked | undefined {
  return artifacts.get(LINKED) as unknown as Linked | undefined;
}
