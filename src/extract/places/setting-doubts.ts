import { findSlips, lettersOf } from '../../screenplay/index.ts';
import { withoutAccents } from '../cast/name.ts';
import type { Doubt, ExtractedSetting } from '../extracted.ts';
import { groupBy } from '../group.ts';
import { headNoun } from './stage-place.ts';

type Setting = Pick<ExtractedSetting, 'id' | 'name' | 'inside' | 'scenes'>;

/** Settings that may be one place. None is ever put together with another for looking alike. */
export function settingDoubts(settings: readonly Setting[]): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const told = new Set<string>();
  const doubt = (a: Setting, b: Setting, reason: string): void => {
    const pair = [a.id, b.id].toSorted().join();
    if (a === b || told.has(pair) || a.inside === b.id || b.inside === a.id) return;
    told.add(pair);
    doubts.push({ kind: 'setting', ids: [a.id, b.id], names: [a.name, b.name], reason });
  };
  const byLetters = grouped(settings, ({ name }) =>
    lettersOf(withoutAccents(name.replace(/^THE /i, ''))).replace(/S$/, ''),
  );
  for (const [a, ...rest] of byLetters)
    for (const b of rest) if (a !== undefined) doubt(a, b, 'two spellings of one name');
  const byName = new Map(settings.map((setting) => [setting.name.toUpperCase(), setting]));
  for (const { rare, usual } of findSlips([...byName].map(([name, { scenes }]) => ({ name, count: scenes.length })))) {
    const [a, b] = [byName.get(rare), byName.get(usual)];
    if (a !== undefined && b !== undefined) doubt(a, b, 'one letter apart');
  }
  const inner = grouped(settings, ({ name }) => (name.split(/ - |, /u).at(-1) ?? '').toUpperCase());
  for (const group of inner)
    for (const alone of group.filter(({ inside }) => inside === null))
      for (const other of group.filter(({ inside }) => inside !== null))
        doubt(alone, other, `${alone.name} stands alone and inside another place`);
  // Places in running words, as stage directions name them.
  const prose = settings.filter(({ name }) => /\p{Ll}/u.test(name));
  for (const [at, a] of prose.entries())
    for (const b of prose.slice(at + 1)) {
      const [left, right] = [headNoun(a.name), headNoun(b.name)];
      if (left.noun === right.noun && (left.at === '' || right.at === '' || left.at === right.at))
        doubt(a, b, `both are a ${left.noun}`);
    }
  return doubts;
}

function grouped(settings: readonly Setting[], keyOf: (setting: Setting) => string): readonly (readonly Setting[])[] {
  return [...groupBy(settings, (setting) => keyOf(setting) || undefined).values()].filter(({ length }) => length > 1);
}
