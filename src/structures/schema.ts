import { z } from 'zod';

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected small letters, digits and hyphens: point-of-no-return');
const Place = z.number().min(0).max(1);

export const Beat = z.object({
  id: Id.describe('Unique in the structure; what scene cards name.'),
  name: z.string().min(1),
  from: Place.describe('Where it begins, as a fraction of the pages.'),
  to: Place.describe('Where it ends, as a fraction of the pages; the same as from for a moment.'),
  sd: Place.optional().describe(
    'How widely scripts differ in it, one standard deviation; 0.05 are allowed without it.',
  ),
  purpose: z.string().min(1).describe('What must happen, in your own words: the planner reads it.'),
  mustChange: z.boolean().optional().describe('Whether something must have changed for good when it is over.'),
  optional: z.boolean().optional().describe('Whether a story may do without it.'),
});

export const Act = z.object({
  name: z.string().min(1),
  from: Place,
  to: Place,
  endsOn: z.literal('question').optional().describe('What is open when it ends must bring the audience back.'),
});

export const Point = z.object({ at: Place.describe('A fraction of the pages.'), tension: z.number().min(1).max(10) });

export const Structure = z.object({
  name: z.string().min(1),
  source: z.string().min(1).describe('Where it comes from, in one line.'),
  beats: z.array(Beat).describe('In the order in which they begin; one may lie in another, but not across its border.'),
  acts: z.array(Act).optional().describe('In order.'),
  tension: z.array(Point).optional().describe('The curve that the tension of scenes is held against, in order.'),
});

export const File = z.object({
  $schema: z.string().optional(),
  version: z.literal(1),
  structures: z.record(Id, Structure).describe('Structures by id. One of a shipped id takes its place.'),
});

/** The JSON Schema of `structures.json`, as it is shipped in `config/structures.schema.json`. */
export function structuresSchema(): object {
  const about = 'Structures that outlines are held against. A project adds its own in its structures.json.';
  const schema = z.toJSONSchema(File, {
    io: 'input',
    // What is not known is only warned of when it is read; in an editor it should be marked.
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties !== undefined) jsonSchema.additionalProperties = false;
    },
  });
  return { title: 'ScriptGen structures', description: about, ...schema };
}
