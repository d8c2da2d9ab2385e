import { z } from 'zod';
import { BlockSchema } from './block-schema.ts';
import { SCHEMA_NAME, VERSION } from './print.ts';
import { ProductionSchema } from './production-schema.ts';
import { POSITION_FIELDS } from './text-schema.ts';

const TitleEntrySchema = z
  .strictObject({
    key: z.string().describe('As Fountain knows it: `Title`, `Credit`, `Author`, `Source`, `Draft date`, `Contact`.'),
    lines: z.array(z.string()).describe('Inline Fountain, one string a line.'),
  })
  .meta({
    id: 'TitleEntry',
    description: 'One entry of a title page.',
    examples: [{ key: 'Title', lines: ['**The Keepers**'] }],
  });

const TitlePageSchema = z
  .strictObject({ entries: z.array(TitleEntrySchema).describe('In order.'), ...POSITION_FIELDS })
  .meta({
    id: 'TitlePage',
    description: 'What stands before the first page.',
    examples: [{ entries: [{ key: 'Title', lines: ['The Keepers'] }] }],
  });

const SourceSchema = z
  .strictObject({ format: z.enum(['fountain', 'fdx']), text: z.string().describe('All of it.') })
  .meta({
    id: 'Source',
    description: 'The text a screenplay was read from.',
    examples: [{ format: 'fountain', text: 'INT. LIGHTHOUSE - NIGHT\n' }],
  });

/** A whole screenplay, as the tree of this package. */
export const ScreenplaySchema = z
  .strictObject({
    type: z.literal('screenplay'),
    titlePage: TitlePageSchema.nullable().describe('`null` for none.'),
    children: z.array(BlockSchema).describe('In order.'),
    production: ProductionSchema.describe('Absent when it has none.').exactOptional(),
    source: SourceSchema.describe('The text it was read from.').exactOptional(),
  })
  .meta({
    id: 'Screenplay',
    description: 'A screenplay.',
    examples: [{ type: 'screenplay', titlePage: null, children: [{ type: 'action', text: 'Rain.' }] }],
  });

/** The JSON Schema (draft 2020-12) of what `printJson` writes, generated from the schemas that `parseJson` reads by. */
export function screenplayJsonSchema() {
  const file = z
    .strictObject({
      $schema: z.string().describe('Where an editor finds this schema.').exactOptional(),
      version: z.literal(VERSION).describe('The version of this form.'),
      screenplay: ScreenplaySchema,
    })
    .meta({ title: 'Screenplay as JSON' });
  return { $id: SCHEMA_NAME, ...z.toJSONSchema(file) };
}
