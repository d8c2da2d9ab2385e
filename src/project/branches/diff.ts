import { diffEntries, diffOutlines, isSame, type SceneCard } from '../../bibles/index.ts';
import type { RecordText } from '../../markup/index.ts';
import { placeOf, questionsOf } from '../../orchestrator/index.ts';
import type { ScenePlace } from '../../steps/index.ts';
import type { Desk } from '../bible/desk.ts';
import type { Wiring } from '../wiring.ts';
import type { BranchDiff, RecordDiff } from './branches.ts';
import type { StoryAt } from './moment.ts';

/** What differs between two stories, without what that reaches. */
export function diffStories(before: StoryAt, after: StoryAt): Pick<BranchDiff, 'entries' | 'cards' | 'records'> {
  return {
    entries: diffEntries(before.entries, after.entries),
    cards: diffOutlines(before.cards, after.cards),
    records: diffRecords(before.records, after.records),
  };
}

/** How much differs between two stories. */
export function countDifferences({ entries, cards, records }: ReturnType<typeof diffStories>): number {
  const { added, removed, changed, moved } = cards;
  return entries.length + added.length + removed.length + changed.length + moved.length + records.length;
}

function diffRecords(before: readonly RecordText[], after: readonly RecordText[]): readonly RecordDiff[] {
  const keyed = (records: readonly RecordText[]): ReadonlyMap<string, RecordText> =>
    new Map(records.map((record) => [`${record.kind}/${record.id}`, record]));
  const [old, now] = [keyed(before), keyed(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): readonly RecordDiff[] => {
    const [from, to] = [old.get(key), now.get(key)];
    const record = to ?? from;
    if (record === undefined || isSame(from?.document, to?.document)) return [];
    const change = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    const scene = sceneOf(record);
    return [{ kind: record.kind, id: record.id, ...(scene === undefined ? {} : { scene }), change }];
  });
}

/** The scene that a record is of, where it is of one. */
function sceneOf({ id, document }: RecordText): string | undefined {
  if (id.startsWith('sc_')) return id;
  if (typeof document !== 'object' || document === null || !('scene' in document)) return undefined;
  return typeof document['scene'] === 'string' ? document['scene'] : undefined;
}

/** The scenes that come out differently in two scripts: that ask something else, or whose text people decided differently. */
export async function differentScenes(
  { storyOf, runFor, agents }: Pick<Wiring, 'storyOf' | 'runFor' | 'agents'>,
  [before, after]: readonly [Desk, Desk],
  records: readonly RecordDiff[],
): Promise<readonly ScenePlace[]> {
  const asked = async ({ script }: Desk) => {
    const story = await storyOf(script);
    const { run } = await runFor(script.id, 'plan');
    return { story, questions: await questionsOf(run, story, agents) };
  };
  const [old, now] = await Promise.all([asked(before), asked(after)]);
  const told = new Set(records.flatMap(({ kind, scene }) => (TEXT.has(kind) && scene !== undefined ? [scene] : [])));
  const differs = ({ id }: SceneCard): boolean => told.has(id) || old.questions.get(id) !== now.questions.get(id);
  const places = ({ story }: typeof now, cards: readonly SceneCard[]): readonly ScenePlace[] =>
    story.outline.cards.flatMap((card, at) => (cards.includes(card) ? [placeOf(story, card, at)] : []));
  return [
    ...places(now, now.story.outline.cards.filter(differs)),
    ...places(
      old,
      old.story.outline.cards.filter(({ id }) => !now.questions.has(id)),
    ),
  ];
}

/** Decisions that make another text of a scene. */
const TEXT: ReadonlySet<string> = new Set(['edit', 'choice', 'pin']);
