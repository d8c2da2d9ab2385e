import { z } from 'zod';
import { ColorSchema, CountSchema, NumberSchema } from './text-schema.ts';

const RevisionSetSchema = z
  .strictObject({
    id: NumberSchema.describe('From 1 on.'),
    name: z.string().describe('`Blue`, `Second Pink`.'),
    mark: z.string().describe('What stands in the margin beside a changed line: `*`.'),
    color: ColorSchema.describe('Colour of changed text on a screen, `#RRGGBB`.'),
    pageColor: ColorSchema.describe('Colour of the paper, `#RRGGBB`.'),
    date: z.string().describe('As it stands in the page header.').exactOptional(),
  })
  .meta({
    id: 'RevisionSet',
    description: 'One round of changes, printed on paper of its own colour.',
    examples: [{ id: 1, name: 'Blue', mark: '*', color: '#0000FF', pageColor: '#C6EDFE', date: '2 May' }],
  });

const LockedPageSchema = z
  .strictObject({
    label: z.string().describe('`12`, `12A`.'),
    block: z.string().describe('The `id` of the block that the page begins with or in.'),
    line: CountSchema.describe('How many lines of that block stand on the page before.'),
  })
  .meta({
    id: 'LockedPage',
    description: 'A page whose label is fixed.',
    examples: [{ label: '12A', block: 'b40', line: 0 }],
  });

const CastMemberSchema = z.strictObject({ name: z.string(), description: z.string().exactOptional() }).meta({
  id: 'CastMember',
  description: 'Somebody in the cast list.',
  examples: [{ name: 'MARA', description: 'keeps the light' }],
});

const TagSchema = z
  .strictObject({
    number: z.int().describe('What spans refer to it by.'),
    category: z.string().describe('`Props`, `Stunts`.'),
    label: z.string(),
  })
  .meta({
    id: 'Tag',
    description: 'What production needs, tagged in the text.',
    examples: [{ number: 3, category: 'Props', label: 'Lantern' }],
  });

/** What a script in production carries. */
export const ProductionSchema = z
  .strictObject({
    revisions: z.array(RevisionSetSchema).describe('In the order they were issued.').exactOptional(),
    lockedPages: z.array(LockedPageSchema).describe('The pages of the last issue, in order.').exactOptional(),
    sceneNumbers: z
      .enum(['none', 'left', 'right', 'both'])
      .describe('Where scene numbers stand; both margins when absent.')
      .exactOptional(),
    cast: z.array(CastMemberSchema).exactOptional(),
    tags: z.array(TagSchema).exactOptional(),
  })
  .meta({
    id: 'Production',
    description: 'Revisions, locked pages, cast and tags of a script in production. Empty lists are left out.',
    examples: [{ sceneNumbers: 'both', cast: [{ name: 'MARA' }] }],
  });
