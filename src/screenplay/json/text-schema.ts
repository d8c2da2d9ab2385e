import { z } from 'zod';

/** A colour as `#RRGGBB`. */
export const ColorSchema = z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'expected a colour as #RRGGBB');

/** A whole number from 0 on. */
export const CountSchema = z.int().min(0);

/** A number that something is referred to by, from 1 on. */
export const NumberSchema = z.int().min(1);

const PositionSchema = z
  .strictObject({
    line: NumberSchema.describe('The first line, from 1 on.'),
    endLine: NumberSchema.describe('The last line.'),
    offset: CountSchema.describe('Where it begins, in UTF-16 units from the start.'),
    endOffset: CountSchema.describe('Where it ends; the end mark of the last line is not included.'),
  })
  .meta({
    id: 'Position',
    description: 'Where something stood in the text it was read from.',
    examples: [{ line: 3, endLine: 3, offset: 14, endOffset: 32 }],
  });

const TextSpanSchema = z
  .strictObject({
    from: CountSchema.describe('Where it begins in `text`, in UTF-16 units.'),
    to: CountSchema.describe('Where it ends, not included. Equal to `from` where something was taken out.'),
    revision: NumberSchema.describe('The `id` of a revision set.').exactOptional(),
    strike: z.literal(true).describe('Struck through.').exactOptional(),
    capitals: z.literal(true).describe('Shown in capitals whatever is written.').exactOptional(),
    hidden: z.literal(true).describe('Not shown.').exactOptional(),
    color: ColorSchema.describe('Colour of the letters, `#RRGGBB`.').exactOptional(),
    background: ColorSchema.describe('Colour behind the letters, `#RRGGBB`.').exactOptional(),
    font: z.string().describe('The name of a font.').exactOptional(),
    size: z.number().describe('In points.').exactOptional(),
    tags: z.array(z.int()).describe('The numbers of tags in `production.tags`.').exactOptional(),
  })
  .meta({
    id: 'TextSpan',
    description: 'A stretch of a text and what it carries that Fountain has no mark for.',
    examples: [{ from: 4, to: 9, revision: 2 }],
  });

/** What every block may carry. */
export const BLOCK_FIELDS = {
  id: z.string().describe('Stable within a script.').exactOptional(),
  position: PositionSchema.exactOptional(),
  revision: NumberSchema.describe('The `id` of the revision set that the whole block belongs to.').exactOptional(),
};

/** Text as most blocks hold it. */
export const TEXT_FIELDS = {
  text: z.string().describe('Inline Fountain: emphasis, escapes, notes and boneyards.'),
  spans: z.array(TextSpanSchema).describe('In order of `from`.').exactOptional(),
};

/** Text in which no mark means anything. */
export const PLAIN_TEXT_FIELDS = { text: z.string().describe('Plain text: no marks mean anything in it.') };

/** As {@link PositionSchema} for what is not a block. */
export const POSITION_FIELDS = { position: PositionSchema.exactOptional() };
