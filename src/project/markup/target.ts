import { ScriptGenError } from '../../core/index.ts';

/** What somebody names to lock or unlock. */
export type Target =
  | { readonly on: 'outline' }
  | { readonly on: 'act'; readonly act: string }
  | { readonly on: 'id'; readonly id: string }
  | { readonly on: 'lines'; readonly scene: string; readonly first: number; readonly last: number }
  | { readonly on: 'scene'; readonly scene: string };

/** Read `outline`, `act:2`, `lk_…`, `9:12-14`, `9`. @throws ScriptGenError `input/invalid` for lines that run backwards. */
export function targetOf(text: string): Target {
  const what = text.trim();
  if (what.toLowerCase() === 'outline') return { on: 'outline' };
  if (/^lk_[\w-]+$/.test(what)) return { on: 'id', id: what };
  const act = /^act[:\s]\s*(.+)$/i.exec(what)?.[1];
  if (act !== undefined) return { on: 'act', act };
  const [, scene, from = '', to = from] = /^(.+?):(\d+)(?:\s*[-–]\s*(\d+))?$/.exec(what) ?? [];
  if (scene === undefined) return { on: 'scene', scene: what };
  const [first, last] = [Number(from), Number(to)];
  if (first > last)
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `The lines ${from}-${to} run backwards.`,
      hint: `Turn them around: ${scene}:${to}-${from}`,
    });
  return { on: 'lines', scene, first, last };
}
