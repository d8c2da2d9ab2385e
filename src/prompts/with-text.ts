import { ScriptGenError, sha256 } from '../core/index.ts';
import type { Prompt } from './prompt.ts';
import { readText } from './text.ts';

/**
 * A prompt with another text, as a file has it. It must use the same variables.
 *
 * @throws ScriptGenError `config/invalid` for a text that cannot be rendered.
 */
export function withText<P extends Prompt>(prompt: P, text: string): P {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const variables = [...`${prompt.system}${prompt.user}`.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
  const { parts, faults } = readText(prompt.name, plain, [...new Set(variables)]);
  const [fault] = faults;
  if (parts === undefined || fault !== undefined) {
    const line = fault?.line === undefined ? '' : `, line ${fault.line}`;
    throw new ScriptGenError({
      code: 'config/invalid',
      message: `The text for ${prompt.name}${line}: ${fault?.message ?? 'it cannot be read'}.`,
      hint: fault?.hint,
    });
  }
  return { ...prompt, ...parts, version: sha256(plain).slice(0, 8) };
}
