import { z } from 'zod';
import { ROLES } from '../../prompts/index.ts';
import type { OutlineChange } from '../outline/change.ts';
import type { Proposed } from './proposed.ts';

const scene = z.string().describe('Number or id of a scene.');
const texts = z
  .record(z.string(), z.string())
  .default({})
  .describe('Fields of the card as texts, by path: goal, turn.to, beats.2; people and places by name.');
const after = z.string().nullable().describe('The scene to stand behind, by number or id; null for the first place.');

const OUTLINE = [
  z.object({ type: z.literal('set'), scene, texts }),
  z.object({ type: z.literal('add'), after: after.optional(), texts }),
  z.object({ type: z.literal('move'), scene, after }),
  z.object({ type: z.literal('split'), scene, beat: z.number().int(), texts }),
  z.object({ type: z.literal('merge'), first: scene, second: scene }),
  z.object({ type: z.literal('remove'), scene }),
] as const;

/** A change of an outline as data. */
export const OutlineChangeShape = z.discriminatedUnion('type', OUTLINE);

/** A change that is not made, as data: of the outline, of an entry, or of how scenes are asked for. */
export const ProposedShape = z.discriminatedUnion('type', [
  ...OUTLINE,
  z.object({ type: z.literal('entry'), entry: z.string(), field: z.string(), value: z.string() }),
  z.object({ type: z.literal('model'), role: z.enum(ROLES).optional(), model: z.string() }),
  z.object({ type: z.literal('prompt'), prompt: z.string(), text: z.string() }),
  z.object({ type: z.literal('instruction'), scene, text: z.string() }),
]);

/** The change that data says. */
export function proposedFrom(data: z.output<typeof ProposedShape>): Proposed {
  switch (data.type) {
    case 'set':
    case 'split':
      return { ...data, texts: Object.entries(data.texts) };
    case 'add': {
      const { after: place, ...rest } = data;
      return { ...rest, texts: Object.entries(data.texts), ...(place === undefined ? {} : { after: place }) };
    }
    case 'model': {
      const { role, model } = data;
      return { type: 'model', model, ...(role === undefined ? {} : { role }) };
    }
    default:
      return data;
  }
}

/** The change of an outline that data says. */
export function outlineChangeFrom(data: z.output<typeof OutlineChangeShape>): OutlineChange {
  return proposedFrom(data) as OutlineChange; // those of an outline stay such
}
