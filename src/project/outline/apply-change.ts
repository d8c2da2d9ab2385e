import type { ChangeOptions } from '../bible/script-bible.ts';
import type { OutlineChange } from './change.ts';
import type { OutlineChanged, ScriptOutline } from './script-outline.ts';

/** Make a change that came as data. Errors as those of the outline's own methods. */
export function applyChange(
  outline: ScriptOutline,
  change: OutlineChange,
  how: ChangeOptions = {},
): Promise<OutlineChanged> {
  switch (change.type) {
    case 'set':
      return outline.set(change.scene, change, how);
    case 'add': {
      const { after } = change;
      return outline.add(change, { ...how, ...(after === undefined ? {} : { after }) });
    }
    case 'move':
      return outline.move(change.scene, change.after, how);
    case 'split': {
      const { fields = {}, texts = [] } = change;
      return outline.split(change.scene, change.beat, { ...how, fields, texts });
    }
    case 'merge':
      return outline.merge(change.first, change.second, how);
    case 'remove':
      return outline.remove(change.scene, how);
  }
}
