import { z } from 'zod';
import type { Json } from '../../core/index.ts';
import { offerLines } from './lines.ts';
import { Brief, Scene } from './read.ts';

const Part = Scene.pick({ bible: true }).extend({ self: z.string(), learns: Brief.shape.learns });
const Input = z.object({ scene: Brief.omit({ learns: true }), parts: z.array(Part) });

/** Offer the lines of several, each as if asked alone: asking together saves requests and changes no word. */
export function offerTogether(json: Json): Json {
  const { scene, parts } = Input.parse(json);
  return Object.fromEntries(
    parts.map(({ self, bible, learns }, place) => {
      const alone = { scene: { ...scene, learns }, bible, self } as unknown as Json;
      return [`speaker${place + 1}`, { character: self, ...(offerLines(alone) as object) }];
    }),
  );
}
