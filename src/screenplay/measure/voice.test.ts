import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFountain } from '../fountain/parse.ts';
import { type Material, readMaterial } from './material.ts';
import { seededRandom, shuffled } from './random.ts';
import { measureVoices } from './voice.ts';

const PLAYS = resolve(import.meta.dirname, '../../../../shared/data/plays');

/** So many scenes in which people say their line ten times, in turn. */
function scriptOf(lines: Readonly<Record<string, string>>, scenes = 8): Material {
  const talk = Object.entries(lines).map(([name, line]) => `${name}\n${`${line} `.repeat(10)}\n\n`);
  const text = Array.from({ length: scenes }, (_, at) => `INT. ROOM ${at} - DAY\n\n${talk.join('')}`).join('');
  return readMaterial(parseFountain(text).screenplay);
}

function kappaOf(name: string): number | undefined {
  return measureVoices(playOf(name))?.kappa;
}

function playOf(name: string): Material {
  return readMaterial(parseFountain(readFileSync(`${PLAYS}/${name}.fountain`, 'utf8')).screenplay);
}

test('speakers who speak in their own ways are told apart, and those who speak alike are not', () => {
  const apart = measureVoices(
    scriptOf({ ANN: 'Well, I would never, would I?', TOM: 'Shut the door and give him that.' }),
  );
  expect(apart?.kappa).toBe(1);
  expect(apart?.speakers).toEqual(['TOM', 'ANN']);
  const alike = measureVoices(
    scriptOf({ ANN: 'Shut the door and give him that.', TOM: 'Shut the door and give him that.' }),
  );
  expect(alike?.kappa).toBe(0);
});

test('nobody is compared who says too little, or in too few scenes', () => {
  expect(measureVoices(scriptOf({ ANN: 'Yes.', TOM: 'No.' }))).toBeNull();
  expect(measureVoices(scriptOf({ ANN: 'Well, I would never.', TOM: 'Shut the door and go.' }, 3))).toBeNull();
});

test('the same script always measures the same', () => {
  const script = scriptOf({ ANN: 'Well, I would never, would I?', TOM: 'Shut the door and give him that.' });
  expect(measureVoices(script)).toEqual(measureVoices(script));
});

test('a seed gives numbers spread over 0 to 1, and a shuffle loses nothing', () => {
  const random = seededRandom(7);
  const numbers = Array.from({ length: 10_000 }, random);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const inside = numbers.filter((number) => Math.floor(number * 10) === tenth).length;
    expect(Math.abs(inside - 1000)).toBeLessThan(150);
  }
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);
      expect(ascending(shuffled(items, seededRandom(seed)))).toEqual(ascending(items));
    }),
  );
});

// Published for these plays, with other stretches for scenes: Earnest .13, Hedda .20, Pygmalion .34.
test.skipIf(!existsSync(PLAYS))('the voices of three plays lie where others have measured them', () => {
  expect(kappaOf('the-importance-of-being-earnest')).toBeCloseTo(0.138, 2);
  expect(kappaOf('hedda-gabler')).toBeCloseTo(0.245, 2);
  expect(kappaOf('pygmalion')).toBeCloseTo(0.229, 2);
});

test.skipIf(!existsSync(PLAYS))('when lines are dealt out to speakers by chance, no voice is left', () => {
  const play = playOf('hedda-gabler');
  const kappas = [1, 2, 3, 4].map((seed) => {
    const random = seededRandom(seed);
    const scenes = play.scenes.map((scene) => {
      const names = shuffled(
        scene.speeches.map(({ speaker }) => speaker),
        random,
      );
      return { ...scene, speeches: scene.speeches.map((speech, at) => ({ ...speech, speaker: names[at] ?? '' })) };
    });
    return measureVoices({ ...play, scenes })?.kappa ?? Number.NaN;
  });
  expect(Math.abs(kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length)).toBeLessThan(0.04);
});
