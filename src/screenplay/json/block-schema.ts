import { z } from 'zod';
import { BLOCK_FIELDS, ColorSchema, NumberSchema, PLAIN_TEXT_FIELDS, TEXT_FIELDS } from './text-schema.ts';

const SceneHeadingSchema = z
  .strictObject({
    type: z.literal('sceneHeading'),
    ...BLOCK_FIELDS,
    ...TEXT_FIELDS,
    number: z.string().describe('As printed between `#`: `12`, `10A`.').exactOptional(),
    omitted: z.literal(true).describe('Taken out after its number was given.').exactOptional(),
    title: z.string().describe('A name for the scene in lists.').exactOptional(),
    color: ColorSchema.describe("The scene's colour in lists, `#RRGGBB`.").exactOptional(),
  })
  .meta({
    id: 'SceneHeading',
    description: 'Where and when a scene plays. A page shows it in capitals.',
    examples: [{ type: 'sceneHeading', id: 'b4', text: 'INT. LIGHTHOUSE - NIGHT', number: '12' }],
  });

const ActionSchema = z.strictObject({ type: z.literal('action'), ...BLOCK_FIELDS, ...TEXT_FIELDS }).meta({
  id: 'Action',
  description: 'What a camera sees and a microphone hears. Line breaks and leading spaces are kept.',
  examples: [{ type: 'action', text: 'Rain. A *door* opens.' }],
});

const DialoguePartSchema = z
  .strictObject({
    type: z.enum(['speech', 'parenthetical', 'lyrics']),
    ...TEXT_FIELDS,
    revision: NumberSchema.describe('The `id` of the revision set that the whole part belongs to.').exactOptional(),
  })
  .meta({
    id: 'DialoguePart',
    description: 'Something under a cue. A parenthetical carries no parentheses, a lyric no `~`.',
    examples: [{ type: 'speech', text: 'You came.' }],
  });

const DialogueSchema = z
  .strictObject({
    type: z.literal('dialogue'),
    ...BLOCK_FIELDS,
    name: z.string().describe('The name in the cue, without extensions.'),
    extensions: z.array(z.string()).describe("Without parentheses: `V.O.`, `O.S.`, `CONT'D`."),
    remark: z
      .string()
      .describe('Notes and boneyards that stood in the line of the cue, with their marks.')
      .exactOptional(),
    parts: z.array(DialoguePartSchema),
  })
  .meta({
    id: 'Dialogue',
    description: 'A cue and what is said under it.',
    examples: [
      {
        type: 'dialogue',
        name: 'MARA',
        extensions: ['V.O.'],
        parts: [
          { type: 'parenthetical', text: 'tired' },
          { type: 'speech', text: 'You came.' },
        ],
      },
    ],
  });

const DualDialogueSchema = z
  .strictObject({
    type: z.literal('dualDialogue'),
    ...BLOCK_FIELDS,
    left: DialogueSchema.describe('Carries no `id` and no `position`.'),
    right: DialogueSchema.describe('Carries no `id` and no `position`.'),
  })
  .meta({
    id: 'DualDialogue',
    description: 'Two people at once.',
    examples: [
      {
        type: 'dualDialogue',
        left: { type: 'dialogue', name: 'MARA', extensions: [], parts: [{ type: 'speech', text: 'Go.' }] },
        right: { type: 'dialogue', name: 'EDDIE', extensions: [], parts: [{ type: 'speech', text: 'Stay.' }] },
      },
    ],
  });

const TransitionSchema = z.strictObject({ type: z.literal('transition'), ...BLOCK_FIELDS, ...TEXT_FIELDS }).meta({
  id: 'Transition',
  description: 'How a scene is left. A page shows it in capitals, on the right.',
  examples: [{ type: 'transition', text: 'CUT TO:' }],
});

const CenteredSchema = z.strictObject({ type: z.literal('centered'), ...BLOCK_FIELDS, ...TEXT_FIELDS }).meta({
  id: 'Centered',
  description: 'Text in the middle of the page.',
  examples: [{ type: 'centered', text: 'THE END' }],
});

const LyricsSchema = z.strictObject({ type: z.literal('lyrics'), ...BLOCK_FIELDS, ...TEXT_FIELDS }).meta({
  id: 'Lyrics',
  description: 'Sung by nobody in the picture, without `~`.',
  examples: [{ type: 'lyrics', text: 'The sea, the sea' }],
});

const ShotSchema = z.strictObject({ type: z.literal('shot'), ...BLOCK_FIELDS, ...TEXT_FIELDS }).meta({
  id: 'Shot',
  description: 'A view inside a scene.',
  examples: [{ type: 'shot', text: 'ANGLE ON THE DOOR' }],
});

const ActBreakSchema = z
  .strictObject({
    type: z.literal('actBreak'),
    ...BLOCK_FIELDS,
    ...TEXT_FIELDS,
    edge: z.enum(['start', 'end']).describe('Whether the act begins here, on a new page, or ends.'),
  })
  .meta({
    id: 'ActBreak',
    description: 'Where an act of a teleplay begins or ends.',
    examples: [{ type: 'actBreak', text: 'ACT TWO', edge: 'start' }],
  });

const GeneralSchema = z
  .strictObject({
    type: z.literal('general'),
    ...BLOCK_FIELDS,
    ...TEXT_FIELDS,
    element: z.string().describe("The kind's name as Final Draft writes it."),
  })
  .meta({
    id: 'General',
    description: 'A paragraph of a kind of its own.',
    examples: [{ type: 'general', text: 'Mara, Eddie', element: 'Cast List' }],
  });

const SectionSchema = z
  .strictObject({
    type: z.literal('section'),
    ...BLOCK_FIELDS,
    ...TEXT_FIELDS,
    depth: z.int().min(1).max(6).describe('From 1 to 6.'),
  })
  .meta({
    id: 'Section',
    description: 'A part of the script; not printed on pages.',
    examples: [{ type: 'section', text: 'The storm', depth: 1 }],
  });

const SynopsisSchema = z.strictObject({ type: z.literal('synopsis'), ...BLOCK_FIELDS, ...TEXT_FIELDS }).meta({
  id: 'Synopsis',
  description: 'What a scene is for; not printed on pages.',
  examples: [{ type: 'synopsis', text: 'Mara learns who lit the lamp.' }],
});

const NoteBlockSchema = z
  .strictObject({
    type: z.literal('note'),
    ...BLOCK_FIELDS,
    ...PLAIN_TEXT_FIELDS,
    author: z.string().describe('Who wrote it.').exactOptional(),
    color: ColorSchema.describe('`#RRGGBB`.').exactOptional(),
  })
  .meta({
    id: 'NoteBlock',
    description: 'A remark that stands alone; not printed on pages.',
    examples: [{ type: 'note', text: 'Is the lamp lit here?', author: 'Ana' }],
  });

const BoneyardSchema = z.strictObject({ type: z.literal('boneyard'), ...BLOCK_FIELDS, ...PLAIN_TEXT_FIELDS }).meta({
  id: 'Boneyard',
  description: 'Writing put aside; not printed on pages.',
  examples: [{ type: 'boneyard', text: 'Mara runs.' }],
});

const PageBreakSchema = z.strictObject({ type: z.literal('pageBreak'), ...BLOCK_FIELDS }).meta({
  id: 'PageBreak',
  description: 'A new page begins here.',
  examples: [{ type: 'pageBreak' }],
});

/** Everything that may stand among a script's `children`, told apart by `type`. */
export const BlockSchema = z
  .discriminatedUnion('type', [
    SceneHeadingSchema,
    ActionSchema,
    DialogueSchema,
    DualDialogueSchema,
    TransitionSchema,
    CenteredSchema,
    LyricsSchema,
    ShotSchema,
    ActBreakSchema,
    GeneralSchema,
    SectionSchema,
    SynopsisSchema,
    NoteBlockSchema,
    BoneyardSchema,
    PageBreakSchema,
  ])
  .meta({ id: 'Block', description: 'One of the blocks, told apart by `type`.' });
