import { expect, test } from 'vitest';
import { parseFountain } from '../screenplay/index.ts';
import { headerOf } from './header.ts';
import { coveredScript } from './scenes.ts';

const read = (text: string) => coveredScript(parseFountain(text).screenplay).scenes;

test('a scene is what an audience gets: no notes, synopses, sections and nothing commented out', () => {
  const [scene] = read(`# Act one

INT. ROOM - DAY

= What the writer means.

Rain. [[why?]] /* cut */ *More* rain.

[[A note.]]

MARA (V.O.)
(low)
So?

TOM
Yes. ^
`);
  expect(scene).toMatchObject({ number: '1', heading: 'INT. ROOM - DAY', page: 1, at: 0 });
  expect(scene?.text.replace(/ +/g, ' ')).toBe('Rain. More rain.\n\nMARA (V.O.)\n(low)\nSo?\n\nTOM\nYes. ^');
});

test('FADE IN is no scene; what is told before the first heading is scene 0', () => {
  expect(read('FADE IN:\n\nINT. A - DAY\n\nRain.\n').map(({ number }) => number)).toEqual(['1']);
  expect(read('Rain on black.\n\nINT. A - DAY\n\nRain.\n').map(({ number }) => number)).toEqual(['0', '1']);
});

test('numbers are those of the script, and places are parts of its length', () => {
  const page = 'Rain falls on the roof.\n\n'.repeat(27);
  const scenes = read(`INT. A - DAY #12A#\n\n${page}INT. B - DAY\n\n${page}`);
  expect(scenes.map(({ number, page: at }) => [number, at])).toEqual([
    ['12A', 1],
    ['2', 2],
  ]);
  expect(scenes[1]?.at).toBeCloseTo(0.5, 1);
});

test('a header tells what stands on the title page and in headings, and nothing else', () => {
  const { screenplay } = parseFountain(
    'Title: _The Light_\nAuthors: A. Lund\n  and B. Ray\nDraft date: 1 May\n\nINT. PIER - NIGHT (1942)\n\nRain.\n\nEXT. PIER - DAY (1950)\n\nINT. ACT II\n\nINT. HALL - DAY\n',
  );
  const source = { name: 'light', pages: 96, scenes: 4, date: '2026-11-26', analyst: '' };
  expect(headerOf(screenplay, source)).toEqual({
    ...{ title: 'The Light', author: 'A. Lund and B. Ray', form: 'feature', formFrom: 'length', genre: '' },
    ...{ period: '1942, 1950', pages: 96, scenes: 4, locations: ['PIER', 'HALL'], draftDate: '1 May' },
    ...{ date: '2026-11-26', analyst: '' },
  });
  expect(headerOf(screenplay, { ...source, form: 'sitcom' })).toMatchObject({ form: 'sitcom', formFrom: 'told' });
  const bare = parseFountain('Rain.\n').screenplay;
  expect(headerOf(bare, { ...source, pages: 1 })).toMatchObject({
    title: 'light',
    author: '',
    form: 'short',
    period: '',
  });
});
