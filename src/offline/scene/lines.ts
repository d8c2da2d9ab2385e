import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import { planOf } from './plan.ts';
import { fieldOf, type ReadScene, Scene, seedOf, voiceIn } from './read.ts';
import { type SaidLine, sayTurns } from './say.ts';

const Input = Scene.extend({ self: z.string() });

/** Offer a character's lines: its own turns of the scene's plan, in its own voice. */
export function offerLines(json: Json): Json {
  const input = Input.parse(json);
  const { scene, self } = input;
  const want = fieldOf(input, self, 'want');
  const fear = fieldOf(input, self, 'fear');
  return {
    intent: self === scene.lead ? scene.goal : want || scene.opposition || 'to stay out of it',
    withheld: fear,
    refusal: '',
    lines: ownLines(input, self).map((line) => ({ ...line })),
  };
}

/** What somebody says in a scene, in order: its turns of the plan in its voice, and a word where the plan has none for it. */
export function ownLines(input: ReadScene, self: string): readonly SaidLine[] {
  const { scene } = input;
  const turns = planOf(scene).filter(({ speaker }) => speaker === self);
  const said = sayTurns(turns, voiceIn(input, self), { seed: seedOf(scene), pattern: scene.pattern }).slice(0, 24);
  return said.length > 0 ? said : [{ beat: 1, text: 'No.', parenthetical: '' }];
}
