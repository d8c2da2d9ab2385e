import { expect, test } from 'vitest';
import { action, heading, screenplay } from '../build.ts';
import { fountainLosses } from './losses.ts';

test('what Fountain cannot hold is named once, with how often', () => {
  const script = {
    ...screenplay(
      null,
      { ...heading('int. house'), color: '#FF0000' },
      { type: 'shot' as const, text: 'ANGLE ON THE DOOR' },
      { type: 'shot' as const, text: 'BACK' },
      { ...action('Rain.'), spans: [{ from: 0, to: 4, strike: true as const }] },
    ),
    production: { cast: [{ name: 'Mara' }] },
  };
  expect(fountainLosses(script).map(({ message }) => message)).toEqual([
    "Fountain has no place for scenes' colours.",
    'Fountain has no place for shots: they are written as action (2 times).',
    'Fountain has no place for text styles beyond bold, italic and underline.',
    'Fountain has no place for the cast list.',
  ]);
});

test('of a script that Fountain holds whole, nothing is said', () => {
  expect(fountainLosses(screenplay(null, heading('int. house', { number: '1' }), action('_Rain._')))).toEqual([]);
});
