import { sql, type Transaction } from 'kysely';
import type { Caps, Reservation, Verdict } from '../../steps/index.ts';
import { chunks } from '../chunks.ts';
import type { Lessee } from '../lease.ts';
import type { Tables } from '../tables.ts';
import { PROJECT, quarterPeriod, runPeriod } from './spending.ts';

/** A reservation, and the caps it must keep. */
export interface Ask {
  readonly reservation: Reservation;
  readonly caps: Caps;
}

/** Sums of doubles stray from what they stand for; by less than this many US dollars, which nobody is charged. */
const STRAY = 1e-9;

/** A sum of money that a cap is compared with. */
interface Sums {
  readonly spent: number;
  readonly reserved: number;
  readonly unpriced: number;
}

/** Money set aside under one lease, for one run. */
interface Held {
  readonly run: string;
  readonly cost: number;
  readonly owner: string;
  readonly until: string;
}

/** What was spent and is set aside now, as one query saw it. */
interface Standing {
  readonly spent: ReadonlyMap<string, { readonly cost: number; readonly unpriced: number }>;
  readonly held: readonly Held[];
}

/**
 * Grant or refuse each of these, in order: what an earlier one got, a later one finds taken. The transaction must be alone
 * among those that reserve. Money set aside by a dead process is not counted, and its rows are taken away.
 *
 * A verdict's `reserved` is what others had set aside, its own money not included.
 */
export async function reserveAll(
  trx: Transaction<Tables>,
  asks: readonly Ask[],
  lessee: Lessee,
): Promise<readonly Verdict[]> {
  const { spent, held } = await readStanding(trx, asks);
  const isDead = ({ owner, until }: Held): boolean => owner !== lessee.id && lessee.isFree({ owner, until });
  for (const { owner, until } of held.filter(isDead))
    await trx.deleteFrom('reservations').where('lease_owner', '=', owner).where('lease_until', '=', until).execute();
  const taken = held.filter((one) => !isDead(one)).map(({ run, cost }) => ({ run, cost }));
  const granted: Reservation[] = [];
  const verdicts = asks.map(({ reservation, caps }): Verdict => {
    const sums = sumsFor({ spent, taken, reservation });
    const verdict = judge(reservation.cost, caps, sums);
    if (verdict.granted) {
      granted.push(reservation);
      taken.push({ run: reservation.run, cost: reservation.cost });
    }
    return verdict;
  });
  await insertAll(trx, granted, lessee);
  return verdicts;
}

/** One query, so that on every database a call is seen either as spent or as set aside, never as both or neither. */
async function readStanding(trx: Transaction<Tables>, asks: readonly Ask[]): Promise<Standing> {
  const runs = [...new Set(asks.map(({ reservation }) => runPeriod(reservation.run)))];
  const starts = asks.filter(({ caps }) => caps.day !== undefined).map(({ reservation }) => reservation.dayStart);
  const first = starts.toSorted()[0];
  const rows = await trx
    .selectFrom('spending')
    .select(['period as name', 'cost', 'unpriced', sql<string>`''`.as('owner'), sql<string>`''`.as('until')])
    .where((is) =>
      is.or([
        is('period', 'in', [PROJECT, ...runs]),
        ...(first === undefined
          ? []
          : [is.and([is('period', 'like', 'time:%'), is('period', '>=', quarterPeriod(first))])]),
      ]),
    )
    .unionAll((from) =>
      from
        .selectFrom('reservations')
        .select([
          'run as name',
          (is) => is.fn.sum<number>('cost').as('cost'),
          sql<number>`0`.as('unpriced'),
          'lease_owner as owner',
          'lease_until as until',
        ])
        .groupBy(['run', 'lease_owner', 'lease_until']),
    )
    .execute();
  const isHeld = ({ owner }: { readonly owner: string }): boolean => owner !== '';
  return {
    spent: new Map(rows.filter((row) => !isHeld(row)).map(({ name, cost, unpriced }) => [name, { cost, unpriced }])),
    held: rows.filter(isHeld).map(({ name, cost, owner, until }) => ({ run: name, cost: Number(cost), owner, until })),
  };
}

interface Known {
  readonly spent: Standing['spent'];
  readonly taken: readonly { readonly run: string; readonly cost: number }[];
  readonly reservation: Reservation;
}

function sumsFor({ spent, taken, reservation: { run, dayStart } }: Known): Readonly<Record<keyof Caps, Sums>> {
  const sum = (costs: readonly { readonly cost: number }[]): number => costs.reduce((all, { cost }) => all + cost, 0);
  // Money set aside yesterday will be spent today.
  const reserved = sum(taken);
  const since = quarterPeriod(dayStart);
  const today = [...spent].filter(([period]) => period.startsWith('time:') && period >= since).map(([, one]) => one);
  const of = (period: string): Omit<Sums, 'reserved'> => {
    const one = spent.get(period);
    return { spent: one?.cost ?? 0, unpriced: one?.unpriced ?? 0 };
  };
  return {
    run: { ...of(runPeriod(run)), reserved: sum(taken.filter((one) => one.run === run)) },
    day: { spent: sum(today), unpriced: today.reduce((all, { unpriced }) => all + unpriced, 0), reserved },
    project: { ...of(PROJECT), reserved },
  };
}

/** Compare with every cap; the tightest is the one with the least room. With none, all is granted. */
function judge(cost: number, caps: Caps, sums: Readonly<Record<keyof Caps, Sums>>): Verdict {
  const names = ['run', 'day', 'project'] as const;
  const limits = names.flatMap((cap) => {
    const limit = caps[cap];
    return limit === undefined
      ? []
      : [{ cap, limit, ...sums[cap], room: limit - sums[cap].spent - sums[cap].reserved }];
  });
  const unlimited = { cap: 'project', limit: Number.POSITIVE_INFINITY, ...sums.project } as const;
  const { room, ...tightest } = limits.toSorted((a, b) => a.room - b.room)[0] ?? {
    ...unlimited,
    room: Number.POSITIVE_INFINITY,
  };
  return { granted: cost <= room + STRAY, ...tightest };
}

async function insertAll(
  trx: Transaction<Tables>,
  reservations: readonly Reservation[],
  lessee: Lessee,
): Promise<void> {
  const lease = { lease_owner: lessee.id, lease_until: lessee.until() };
  const last = [...new Map(reservations.map((one) => [one.id, one])).values()];
  for (const part of chunks(last))
    await trx
      .insertInto('reservations')
      .values(part.map(({ id, run, cost }) => ({ id, run, cost, ...lease })))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((is) => ({ ...lease, cost: is.ref('excluded.cost') })),
      )
      .execute();
}
