import type { SourceWrite } from '../../bibles/index.ts';
import { canonicalJson, deriveId, ScriptGenError, toJson } from '../../core/index.ts';
import {
  type ChoiceDocument,
  editDocument,
  edited,
  refuseLocked,
  sameBlocks,
  type TextProposal,
} from '../../markup/index.ts';
import { putTake } from '../../orchestrator/index.ts';
import { type Block, sameBlock } from '../../screenplay/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { ChangeOptions } from '../bible/script-bible.ts';
import { recordWrite } from '../record-write.ts';
import type { Wiring } from '../wiring.ts';
import { blocksAt, type Mixed, mixIn, type TakeLines } from './mix.ts';
import { numberedLines } from './numbered-lines.ts';
import type { TakeStand } from './stand.ts';
import { takeNumbered } from './take.ts';

/** Choose a take, and let the scene read so where nothing has to be asked for it. */
export async function useTake(
  { runFor, storyOf, agents }: Wiring,
  stand: TakeStand,
  number: number,
  how: ChangeOptions,
): Promise<{ readonly scene: ScenePlace; readonly inPlace: boolean }> {
  const { story, card, place, takes, draft } = stand;
  refuseLocked(story, { type: 'scene', scene: card.id });
  if (draft?.pinned === true)
    throw new ScriptGenError({
      code: 'markup/conflict',
      message: `Scene ${place.number} is a person's text as a whole; a take would go in its place.`,
      hint: `Propose the take, and review it change by change: scriptgen take mix ${place.number} ${number}`,
    });
  const take = number === 0 ? undefined : takeNumbered(takes, number, place.number);
  const instruction = take?.instruction === undefined ? {} : { instruction: take.instruction };
  const document: ChoiceDocument | null = take === undefined ? null : { take: number, ...instruction };
  await write(
    stand,
    await recordWrite(stand.desk, { kind: 'choice', id: card.id, document }),
    `take ${number} of scene ${place.number}`,
    how,
  );
  const { run } = await runFor(story.script.id, 'plan');
  return { scene: place, inPlace: await putTake(run, await storyOf(story.script), card, agents) };
}

/** Put lines of takes into the scene; gives the change set, if anything changed. */
export async function mixTakes(
  stand: TakeStand,
  { picks, after }: { readonly picks: readonly TakeLines[]; readonly after: number | undefined },
  how: ChangeOptions,
): Promise<string | undefined> {
  const { story, card, place, takes, draft, edit, current } = stand;
  const start = after === undefined ? undefined : behindLine(current, after);
  let mixed: Mixed = { text: current, taken: [] };
  let put = 0;
  for (const pick of picks) {
    const take = takeNumbered(takes, pick.take, place.number);
    const picked = blocksAt(take, pick);
    mixed = mixIn(mixed, { take, picked, after: start === undefined ? undefined : start + put });
    put += picked.length;
  }
  if (sameBlocks(mixed.text, current)) return undefined;
  refuseLocked(story, { type: 'text', scene: card.id, before: current, after: mixed.text });
  const text = mixed.text.map(({ id: _, ...block }) => block as Block);
  const kept = edited(draft?.blocks ?? [], edit, text);
  const taken = [...(edit?.taken ?? []), ...mixed.taken].filter(({ block }) =>
    text.some((one) => sameBlock(one, block)),
  );
  const document = editDocument({ ...kept, taken });
  const from = [...new Set(picks.map(({ take }) => take))].join(', ');
  return write(
    stand,
    await recordWrite(stand.desk, { kind: 'edit', id: card.id, document }),
    `lines of take ${from} in scene ${place.number}`,
    how,
  );
}

/** Propose a take for the scene as it reads; the same once more is the same proposal. */
export async function proposeTake(stand: TakeStand, number: number, how: ChangeOptions): Promise<string> {
  const { card, place, takes, current, story } = stand;
  const { blocks, keys, model, instruction } = takeNumbered(takes, number, place.number);
  const plain = (list: readonly Block[]): readonly Block[] => list.map(({ id: _, ...block }) => block as Block);
  const document: TextProposal = {
    ...{ type: 'text', scene: card.id, origin: 'take', base: plain(current), text: plain(blocks) },
    ...{
      notes: [],
      why: [instruction === undefined ? `Take ${number}.` : `Take ${number}: ${instruction}`],
      keys,
      model,
    },
  };
  const id = deriveId('pr', story.script.id, card.id, String(number), canonicalJson(toJson(document.base)));
  const stands = story.markup?.proposals.some((proposal) => proposal.id === id);
  if (stands) return id;
  if (sameBlocks(current, blocks))
    throw new ScriptGenError({
      code: 'markup/invalid',
      message: `Scene ${place.number} reads just as take ${number} does.`,
      hint: `There is nothing to review: scriptgen take list ${place.number}`,
    });
  await write(
    stand,
    await recordWrite(stand.desk, { kind: 'proposal', id, document }),
    `take ${number} of scene ${place.number} proposed`,
    how,
  );
  return id;
}

/** The place behind the block that has this line. */
function behindLine(blocks: readonly Block[], line: number): number {
  if (line === 0) return 0;
  const lines = numberedLines(blocks);
  const found = lines.find((one) => one.number === line)?.block;
  if (found !== undefined) return found + 1;
  throw new ScriptGenError({
    code: 'markup/not-found',
    message: `Nothing stands in line ${line} of the scene.`,
    hint: `It has lines 1 to ${lines.length}; 0 is before the first: scriptgen take show`,
  });
}

async function write(
  { desk }: TakeStand,
  writes: readonly SourceWrite[],
  what: string,
  { author = 'writer', isAgent = false, reason = what }: ChangeOptions,
): Promise<string | undefined> {
  if (writes.length === 0) return undefined;
  const by = { type: isAgent ? ('agent' as const) : ('person' as const), name: author };
  const set = { script: desk.script.id, writes, author: by, reason: reason.replaceAll('\0', '') };
  return (await desk.store.write(set)).changeSet;
}
