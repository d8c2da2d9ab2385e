import type { CallFilter, CallSum, Group, Saving, SavingKind } from '../../steps/index.ts';
import type { Storage } from '../../storage/index.ts';
import { type CallOptions, filterFor, type LedgerPlace, refuseUnknown } from './filter.ts';

/** Which calls to sum, and by what. */
export interface StatsOptions extends CallOptions {
  /** What the calls of a row have in common; only the sum of all when absent. */
  readonly by?: Group;
  /** Whether times are looked at, which takes longest; they are 0 when not. Yes when absent. */
  readonly times?: boolean;
}

/** What was not spent. Money is of the priced ones. */
export interface Saved {
  /** Calls that were not made. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars. */
  readonly cost: number;
  /** Calls whose price is not known. */
  readonly unpriced: number;
}

/** Calls of one group, with what they spared. */
export interface StatsRow extends CallSum {
  /** The group as people know it: `sc 4`, a script's name. */
  readonly label: string;
  /** By kind; absent where what was saved is not kept by what is asked: an agent, a day, a lane, an outcome, a text. */
  readonly saved?: Readonly<Record<SavingKind, Saved>>;
}

/** Sums by group, and the sum of all. */
export interface Stats {
  readonly rows: readonly StatsRow[];
  readonly total: StatsRow;
}

/** Sum the calls of a project, and what they spared. */
export async function sumStats(place: LedgerPlace, { by, times = true, ...options }: StatsOptions): Promise<Stats> {
  const { ledger, bibles } = await place.storage();
  const filter = await filterFor(place, options);
  const [sum = NO_CALLS] = await ledger.sum(filter, undefined, { times });
  const savings = isKept(filter)
    ? (await ledger.savings(filter)).filter((saving) => isMeant(saving, filter))
    : undefined;
  if (sum.calls === 0 && (savings ?? []).length === 0) await refuseUnknown(ledger, filter);
  const total: StatsRow = { ...sum, label: 'all', ...(savings && { saved: sumSavings(savings) }) };
  if (by === undefined) return { rows: [], total };
  const sums = await ledger.sum(filter, by, { times });
  const groupOf = GROUP_OF[by];
  const saved = savings !== undefined && groupOf !== undefined ? grouped(savings, groupOf) : undefined;
  const spared = [...(saved?.keys() ?? [])].filter((group) => !sums.some((one) => one.group === group));
  const labels = await labelsFor(bibles, by);
  const rows = [...sums, ...spared.map((group) => ({ ...NO_CALLS, group }))].map(
    (row): StatsRow => ({
      ...row,
      label: labels.get(row.group) ?? (row.group === '' ? NOBODY[by] : row.group),
      ...(saved && { saved: sumSavings(saved.get(row.group) ?? []) }),
    }),
  );
  return { rows, total };
}

const NO_CALLS: CallSum = {
  ...{ group: '', calls: 0, failed: 0, unpriced: 0, inputTokens: 0, outputTokens: 0, cachedTokens: 0 },
  ...{ cacheWriteTokens: 0, reasoningTokens: 0, cost: 0, savedByCache: 0, savedByBatch: 0, retries: 0 },
  ms: { p50: 0, p95: 0, firstToken: null, waited: 0 },
};

/** What a saving has in common with calls; nothing for what is not kept of it. */
const GROUP_OF: Readonly<Record<Group, ((saving: Saving) => string) | undefined>> = {
  run: ({ run }) => run,
  script: ({ script }) => script,
  scene: ({ scene = '' }) => scene,
  task: ({ task }) => task,
  role: ({ role }) => role,
  model: ({ model }) => model,
  agent: undefined,
  day: undefined,
  lane: undefined,
};

/** What a group without a name is. */
const NOBODY: Readonly<Record<Group, string>> = {
  ...{ run: 'before runs were kept', script: 'before scripts were kept', scene: 'no scene', task: 'no task' },
  ...{
    role: 'before roles were kept',
    agent: 'before agents were kept',
    model: 'no model',
    day: 'no day',
    lane: 'no lane',
  },
};

/** Whether savings can be told apart by all that the filter asks. */
function isKept({ outcome, text }: CallFilter): boolean {
  return outcome !== 'failed' && text === undefined;
}

function isMeant(saving: Saving, { scene, task, role, model }: CallFilter): boolean {
  const asked = { scene, task, role, model };
  return (['scene', 'task', 'role', 'model'] as const).every(
    (name) => asked[name] === undefined || asked[name] === saving[name],
  );
}

function grouped(savings: readonly Saving[], groupOf: (saving: Saving) => string): ReadonlyMap<string, Saving[]> {
  const groups = new Map<string, Saving[]>();
  for (const saving of savings) {
    const group = groups.get(groupOf(saving)) ?? [];
    group.push(saving);
    groups.set(groupOf(saving), group);
  }
  return groups;
}

/** Add savings up by kind. */
function sumSavings(savings: readonly Saving[]): Readonly<Record<SavingKind, Saved>> {
  const of = (kind: SavingKind): Saved =>
    savings
      .filter((saving) => saving.kind === kind)
      .reduce<Saved>(
        (sum, { calls, inputTokens, outputTokens, cost }) => ({
          calls: sum.calls + calls,
          inputTokens: sum.inputTokens + inputTokens,
          outputTokens: sum.outputTokens + outputTokens,
          cost: sum.cost + (cost ?? 0),
          unpriced: sum.unpriced + (cost === null ? calls : 0),
        }),
        { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpriced: 0 },
      );
  return { journal: of('journal'), shared: of('shared'), merged: of('merged') };
}

/** What people call scripts and scenes. */
async function labelsFor(bibles: Storage['bibles'], by: Group): Promise<ReadonlyMap<string, string>> {
  if (by !== 'script' && by !== 'scene') return new Map();
  const scripts = await bibles.listScripts();
  if (by === 'script') return new Map(scripts.map(({ id, slug }) => [id, slug]));
  const labels = await Promise.all(
    scripts.map(async ({ id, slug }) => {
      const { cards } = await bibles.loadOutline(id);
      const prefix = scripts.length > 1 ? `${slug} ` : '';
      return cards.map((card, index) => [card.id, `${prefix}sc ${index + 1}`] as const);
    }),
  );
  return new Map(labels.flat());
}
