import type { Story } from '../../agents/index.ts';
import { foldName } from '../../bibles/index.ts';
import { ScriptGenError } from '../../core/index.ts';
import { type Act, SHAPES } from '../../structures/index.ts';
import { loadStructures } from '../structures.ts';

/** An act of a script, and its scenes by id. */
export interface ActScenes {
  readonly name: string;
  readonly scenes: readonly string[];
}

/** The structure whose acts a script has when its own has none, by how many acts its format has. */
const USUAL: ReadonlyMap<number, string> = new Map([
  [3, 'three-act'],
  [5, 'five-act'],
]);

/** The acts of a script, as the structure that it was planned by cuts it. Empty for a format that has none. */
export function actsOf({ script, outline }: Story, dir: string): readonly ActScenes[] {
  const { structures } = loadStructures(dir);
  const own = structures.get(outline.plan?.structure ?? '')?.acts ?? [];
  const usual = structures.get(USUAL.get(SHAPES[script.format].acts) ?? '')?.acts ?? [];
  const { cards } = outline;
  const isIn = ({ from, to }: Act, at: number): boolean =>
    from * cards.length <= at + 0.5 && at + 0.5 < to * cards.length;
  return (own.length > 0 ? own : usual).map((act) => ({
    name: act.name,
    scenes: cards.filter((_, at) => isIn(act, at)).map(({ id }) => id),
  }));
}

/** An act by its number or name. @throws ScriptGenError `markup/not-found` */
export function actNamed(story: Story, dir: string, asked: string): ActScenes {
  const acts = actsOf(story, dir);
  const found = /^\d+$/.test(asked)
    ? acts[Number(asked) - 1]
    : acts.find(({ name }) => foldName(name) === foldName(asked));
  if (found !== undefined && found.scenes.length > 0) return found;
  throw new ScriptGenError({
    code: 'markup/not-found',
    message: `${story.script.title} has no act ${JSON.stringify(asked)}.`,
    hint:
      acts.length === 0
        ? 'Scripts of this format have no acts: lock its scenes.'
        : `Its acts: ${acts.map(({ name }, at) => `${at + 1} ${name}`).join(', ')}.`,
  });
}
