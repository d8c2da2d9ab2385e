import { ScriptGenError, toJson } from '../../core/index.ts';
import type { EntryWrite } from '../store.ts';
import type { ImportPlan } from './plan-import.ts';

/**
 * The writes of a plan, to be made in one change set.
 *
 * @throws ScriptGenError `bible/conflict` when anything in it is one: an import is made whole or not at all. Its `details`
 * are the conflicts.
 */
export function importWrites({ items }: ImportPlan): readonly EntryWrite[] {
  const conflicts = items.filter((item) => item.type === 'conflict');
  if (conflicts.length > 0) {
    const shown = conflicts.map(({ path, fields }) => `${path} (${fields.join(', ')})`).join('; ');
    throw new ScriptGenError({
      code: 'bible/conflict',
      message: `Changed in the folder and in the project: ${shown}. Nothing was imported.`,
      hint: 'Export these again to another folder, take over what you want to keep, and import.',
      details: toJson(conflicts),
    });
  }
  return items.flatMap((item): readonly EntryWrite[] => {
    if (item.type === 'new') return [{ type: 'create', entry: item.entry }];
    if (item.type === 'missing') return item.removes === undefined ? [] : [item.removes];
    if (item.type === 'unchanged' || item.type === 'conflict') return [];
    return [{ type: 'update', id: item.id, expected: item.expected, content: item.content }];
  });
}
