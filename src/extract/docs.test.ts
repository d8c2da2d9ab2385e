import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseFountain } from '../screenplay/index.ts';
import { type Extracted, type ExtractedCharacter, extractBible } from './index.ts';

const DOCS = readFileSync(resolve(import.meta.dirname, '../../docs/extract.md'), 'utf8');

test('the sample of docs/extract.md gives what stands below it', () => {
  const [, sample = ''] = /<!-- sample -->([\s\S]*)<!-- \/sample -->/.exec(DOCS) ?? [];
  const [script = '', result = ''] = Array.from(sample.matchAll(/```\w+\n([\s\S]*?)```/g), ([, text = '']) => text);
  expect(print(extractBible(parseFountain(script).screenplay, { id: 'sample' }))).toBe(result);
});

function print({ characters, settings, scenes, doubtful }: Extracted): string {
  const lines = [
    ...characters.map(printCharacter),
    ...settings.map(({ name, inside, times }) => {
      const outer = settings.find(({ id }) => id === inside);
      return `${name}${outer === undefined ? '' : `, inside ${outer.name}`}${times.length === 0 ? '' : `: ${times.join(', ')}`}`;
    }),
    ...scenes.map(
      ({ number, heading, line, speakers: { length } }) =>
        `${number} ${heading}: line ${line}, ${length} ${length === 1 ? 'speaks' : 'speak'}`,
    ),
    ...doubtful.map(({ names, reason }) => `doubtful: ${names.join(', ')}: ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}

function printCharacter({
  name,
  aliases,
  extra,
  silent,
  introduction,
  age,
  look,
  speeches,
}: ExtractedCharacter): string {
  const also = aliases.length === 0 ? '' : `, also ${aliases.join(', ')}`;
  const kind = extra === null ? '' : ` (${extra})`;
  const seen =
    age === null ? [] : [[`line ${introduction?.line}`, age.text, ...(look === null ? [] : [look.text])].join(', ')];
  const said = silent ? [] : [`${speeches} ${speeches === 1 ? 'speech' : 'speeches'}`];
  return `${name}${also}${kind}${silent ? ', silent' : ''}: ${[...seen, ...said].join('; ')}`;
}
