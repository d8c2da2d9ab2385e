import { cleanSceneNumber } from './scene-number.ts';
import type {
  Action,
  Block,
  Centered,
  Dialogue,
  DialoguePart,
  DualDialogue,
  Lyrics,
  NoteBlock,
  PageBreak,
  SceneHeading,
  Screenplay,
  Section,
  Synopsis,
  TitlePage,
  Transition,
} from './tree.ts';

/** What a title page says; an array is several lines. Text left out makes no entry. */
export interface TitlePageFields {
  readonly title: string | readonly string[];
  readonly credit?: string | readonly string[];
  readonly author?: string | readonly string[];
  readonly source?: string | readonly string[];
  readonly draftDate?: string | readonly string[];
  readonly contact?: string | readonly string[];
  readonly notes?: string | readonly string[];
}

/** What any block may carry beside its text. */
export interface BlockOptions {
  readonly id?: string;
}

/** What a heading may carry beside its text: `number` as printed between `#`. */
export interface HeadingOptions extends BlockOptions {
  readonly number?: string;
}

/** What a dialogue may carry beside name and parts: extensions without parentheses. */
export interface DialogueOptions extends BlockOptions {
  readonly extensions?: readonly string[];
}

/** Make a screenplay of blocks; `null` for no title page. */
export function screenplay(titlePage: TitlePage | null, ...children: readonly Block[]): Screenplay {
  return { type: 'screenplay', titlePage, children };
}

/** Make a title page with its entries in the order a page shows them. */
export function titlePage(fields: TitlePageFields): TitlePage {
  const pairs = [
    ['Title', fields.title],
    ['Credit', fields.credit],
    ['Author', fields.author],
    ['Source', fields.source],
    ['Draft date', fields.draftDate],
    ['Contact', fields.contact],
    ['Notes', fields.notes],
  ] as const;
  return {
    entries: pairs.flatMap(([key, value]) => {
      if (value === undefined) return [];
      return [{ key, lines: typeof value === 'string' ? value.split('\n') : value }];
    }),
  };
}

/** Start a scene: `heading('int. lighthouse - night')` is in capitals. */
export function heading(text: string, options: HeadingOptions = {}): SceneHeading {
  const number = cleanSceneNumber(options.number);
  return {
    type: 'sceneHeading',
    ...named(options),
    text: text.toUpperCase(),
    ...(number === undefined ? {} : { number }),
  };
}

/** Tell what is seen and heard. */
export function action(text: string, options: BlockOptions = {}): Action {
  return { type: 'action', ...named(options), text };
}

/** Let somebody speak; the name is put in capitals, and a string is one speech. */
export function dialogue(
  name: string,
  parts: string | readonly DialoguePart[],
  options: DialogueOptions = {},
): Dialogue {
  return {
    type: 'dialogue',
    ...named(options),
    name: name.toUpperCase(),
    extensions: options.extensions ?? [],
    parts: typeof parts === 'string' ? [speech(parts)] : parts,
  };
}

/** Words spoken, as a part of a dialogue. */
export function speech(text: string): DialoguePart {
  return { type: 'speech', text };
}

/** How words are spoken, without parentheses, as a part of a dialogue. */
export function parenthetical(text: string): DialoguePart {
  return { type: 'parenthetical', text };
}

/** Words sung by the one who speaks, as a part of a dialogue. */
export function sung(text: string): DialoguePart {
  return { type: 'lyrics', text };
}

/** Let two people speak at once. */
export function dualDialogue(left: Dialogue, right: Dialogue, options: BlockOptions = {}): DualDialogue {
  return { type: 'dualDialogue', ...named(options), left, right };
}

/** Leave a scene: `transition('SMASH CUT TO:')`. */
export function transition(text: string, options: BlockOptions = {}): Transition {
  return { type: 'transition', ...named(options), text };
}

/** Put text in the middle of the page. */
export function centered(text: string, options: BlockOptions = {}): Centered {
  return { type: 'centered', ...named(options), text };
}

/** Words sung by nobody in the picture. */
export function lyrics(text: string, options: BlockOptions = {}): Lyrics {
  return { type: 'lyrics', ...named(options), text };
}

/** Mark an act or a sequence, from depth 1; not printed on pages. */
export function section(text: string, depth = 1, options: BlockOptions = {}): Section {
  return { type: 'section', ...named(options), depth, text };
}

/** Say what a scene is for; not printed on pages. */
export function synopsis(text: string, options: BlockOptions = {}): Synopsis {
  return { type: 'synopsis', ...named(options), text };
}

/** Leave a remark in the script; not printed on pages. */
export function note(text: string, options: BlockOptions = {}): NoteBlock {
  return { type: 'note', ...named(options), text };
}

/** Start a new page here. */
export function pageBreak(options: BlockOptions = {}): PageBreak {
  return { type: 'pageBreak', ...named(options) };
}

function named({ id }: BlockOptions): BlockOptions {
  return id === undefined ? {} : { id };
}
