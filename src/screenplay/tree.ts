/**
 * A screenplay is a tree of plain JSON values: no classes, no parents.
 * Words follow Fountain; text holds no forcing marks and no layout.
 */
export interface Screenplay {
  readonly type: 'screenplay';
  readonly titlePage: TitlePage | null;
  readonly children: readonly Block[];
}

/** Title page entries in order; keys as Fountain knows them: Title, Credit, Author, Source, Draft date, Contact, Notes. */
export interface TitlePage {
  readonly entries: readonly { readonly key: string; readonly lines: readonly string[] }[];
}

interface BlockBase {
  /** Stable within a draft, for provenance and diffs. Absent in a tree that was parsed. */
  readonly id?: string;
}

/** `INT. PLACE - NIGHT`, in capitals. */
export interface SceneHeading extends BlockBase {
  readonly type: 'sceneHeading';
  readonly text: string;
  /** As printed between `#`: `12`, `10A`. */
  readonly number?: string;
}

/** What a camera sees and a microphone hears. Line breaks are kept. */
export interface Action extends BlockBase {
  readonly type: 'action';
  readonly text: string;
}

/** A cue and what is said under it. */
export interface Dialogue extends BlockBase {
  readonly type: 'dialogue';
  /** The name in capitals, without extensions. */
  readonly name: string;
  /** Without parentheses: `V.O.`, `O.S.`, `CONT'D`. */
  readonly extensions: readonly string[];
  readonly parts: readonly DialoguePart[];
}

export interface DialoguePart {
  readonly type: 'speech' | 'parenthetical' | 'lyrics';
  /** A parenthetical's text carries no parentheses. */
  readonly text: string;
}

/** Two people at once. */
export interface DualDialogue extends BlockBase {
  readonly type: 'dualDialogue';
  readonly left: Dialogue;
  readonly right: Dialogue;
}

export interface Transition extends BlockBase {
  readonly type: 'transition';
  readonly text: string;
}
export interface Centered extends BlockBase {
  readonly type: 'centered';
  readonly text: string;
}
export interface Lyrics extends BlockBase {
  readonly type: 'lyrics';
  readonly text: string;
}
/** `#`, `##` …: not printed on pages. */
export interface Section extends BlockBase {
  readonly type: 'section';
  readonly depth: number;
  readonly text: string;
}
/** `= …`: not printed on pages. */
export interface Synopsis extends BlockBase {
  readonly type: 'synopsis';
  readonly text: string;
}
/** `[[…]]`: not printed on pages. */
export interface NoteBlock extends BlockBase {
  readonly type: 'note';
  readonly text: string;
}
export interface PageBreak extends BlockBase {
  readonly type: 'pageBreak';
}

export type Block =
  | SceneHeading
  | Action
  | Dialogue
  | DualDialogue
  | Transition
  | Centered
  | Lyrics
  | Section
  | Synopsis
  | NoteBlock
  | PageBreak;
