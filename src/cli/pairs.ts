import { invalid } from './failure.ts';
import { oneLine } from './text.ts';

/** Read `field=text`. @throws ScriptGenError `input/invalid`, with an example. */
export function readPair(example: string): (text: string) => readonly [field: string, value: string] {
  return (text) => {
    const [, field, value] = /^([\w.-]+)=([\s\S]*)$/.exec(text) ?? [];
    if (field !== undefined && value !== undefined) return [field, value];
    throw invalid(`'${oneLine(text)}' is no field=text`, `for example: ${example}`);
  };
}
