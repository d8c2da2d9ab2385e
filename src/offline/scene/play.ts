import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import { ownLines } from './lines.ts';
import { planOf } from './plan.ts';
import { fieldOf, Scene } from './read.ts';

const Heard = z.object({ character: z.string(), lines: z.array(z.unknown()) });
const Input = Scene.extend({ self: z.string(), heard: z.array(Heard) });

/** Give a character's next turn: the next of its lines in the scene's plan, and the word to whom the plan gives it. */
export function playTurn(json: Json): Json {
  const input = Input.parse(json);
  const { scene, self, heard } = input;
  const lines = ownLines(input, self);
  const at = heard.filter(({ character }) => character === self).flatMap(({ lines: said }) => said).length;
  const line = lines[at];
  const plan = planOf(scene);
  const mine = plan.flatMap(({ speaker }, place) => (speaker === self ? [place] : []));
  const next = plan[(mine[at] ?? plan.length) + 1]?.speaker ?? '';
  return {
    intent: self === scene.lead ? scene.goal : fieldOf(input, self, 'want') || scene.opposition || 'to stay out of it',
    withheld: fieldOf(input, self, 'fear'),
    beat: line?.beat ?? Math.max(1, scene.beats.length),
    does: '',
    lines: line === undefined ? [] : [{ text: line.text, parenthetical: line.parenthetical }],
    next: next === self ? '' : next,
    done: at + 1 >= lines.length,
  };
}
