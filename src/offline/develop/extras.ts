import type { Random } from '../random.ts';
import { ANY_EXTRAS, type ExtraRow, TRADE_EXTRAS } from './extra-tables.ts';
import type { CardsAsk } from './input.ts';
import type { Planned } from './script-plan.ts';

/** How many people without an entry each format has room for, and how many of a hundred speaking scenes have one. */
const ROOM: Readonly<Record<string, { readonly people: number; readonly share: number }>> = {
  short: { people: 1, share: 20 },
  feature: { people: 34, share: 48 },
  'tv-hour': { people: 12, share: 40 },
  sitcom: { people: 4, share: 35 },
};

/** Who else says a line in each scene: people of the trade first, then anybody's; nobody in a silent scene. Some come back. */
export function extrasOf(
  plan: readonly Planned[],
  {
    format,
    domain,
    characters,
    random,
  }: Pick<CardsAsk, 'format' | 'characters'> & { readonly domain: string; readonly random: Random },
): readonly (readonly { readonly name: string; readonly sketch: string }[])[] {
  const { people, share } = ROOM[format] ?? { people: 4, share: 30 };
  const names = new Set(characters.map((name) => name.toUpperCase()));
  const all = [...random.fork('trade').shuffle(TRADE_EXTRAS[domain] ?? []), ...random.fork('any').shuffle(ANY_EXTRAS)];
  const pool = all.filter(([name]) => !names.has(name.toUpperCase())).slice(0, people);
  let next = 0;
  return plan.map(({ pattern, station }, at) => {
    const dice = random.fork(`scene ${at}`);
    if (pattern.silent || station === 'climax' || station === 'final' || pool.length === 0) return [];
    if (dice.int(100) >= share) return [];
    const again = next >= pool.length || (next > 4 && dice.int(5) === 0);
    const row: ExtraRow | undefined = again ? dice.pick(pool.slice(0, Math.max(1, next))) : pool[next];
    if (!again) next += 1;
    return row === undefined ? [] : [{ name: row[0], sketch: row[1] }];
  });
}
