/**
 * A screenplay is a tree of plain JSON values: no classes, no parents. What Fountain and Final Draft both know has
 * one form here; words follow Fountain.
 *
 * `text` is inline Fountain: `*`, `**` and `_` are emphasis, `\` takes their meaning away, `[[…]]` is a note and
 * slash-star … star-slash a boneyard inside the line. It holds no forcing marks and no layout.
 */
export interface Screenplay {
  readonly type: 'screenplay';
  readonly titlePage: TitlePage | null;
  readonly children: readonly Block[];
  /** Revisions, locked pages, cast and tags of a script in production. Absent when it has none. */
  readonly production?: Production;
  /** The text it was read from. What was not changed since is printed from it, byte for byte. */
  readonly source?: Source;
}

/** A text a screenplay was read from, whole. */
export interface Source {
  readonly format: 'fountain' | 'fdx';
  readonly text: string;
}

/**
 * Where something stands in its source: whole lines, first and last included, counted from 1; and where they begin
 * and end, in UTF-16 units from the start, the last line's end mark not included.
 */
export interface Position {
  readonly line: number;
  readonly endLine: number;
  readonly offset: number;
  readonly endOffset: number;
}

/** Title page entries in order; keys as Fountain knows them: Title, Credit, Author, Source, Draft date, Contact, Notes. */
export interface TitlePage {
  readonly entries: readonly TitleEntry[];
  readonly position?: Position;
}

/** One entry of a title page. */
export interface TitleEntry {
  readonly key: string;
  readonly lines: readonly string[];
}

interface BlockBase {
  /** Stable within a script, for provenance and diffs. A reader makes it of what the block says, so that a change elsewhere leaves it alone. */
  readonly id?: string;
  /** Where it stood in the source. Kept when the block is changed, so that it is printed in its place. */
  readonly position?: Position;
  /** The revision set that the whole block belongs to: its `id` in {@link Production.revisions}. In a dialogue, of its cue. */
  readonly revision?: number;
}

interface TextBase extends BlockBase {
  readonly text: string;
  /** What stretches of the text carry that Fountain has no mark for. In order of `from`. */
  readonly spans?: readonly TextSpan[];
}

/**
 * A stretch of a text, in UTF-16 units, `to` not included. A stretch of no length with a revision marks where
 * something was taken out.
 */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
  /** The `id` of a revision set. */
  readonly revision?: number;
  readonly strike?: true;
  /** Shown in capitals whatever is written. */
  readonly capitals?: true;
  readonly hidden?: true;
  /** `#RRGGBB`. */
  readonly color?: string;
  /** `#RRGGBB`. */
  readonly background?: string;
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  /** The numbers of {@link Production.tags}. */
  readonly tags?: readonly number[];
}

/** `INT. PLACE - NIGHT`, as it was written; a page shows it in capitals. */
export interface SceneHeading extends TextBase {
  readonly type: 'sceneHeading';
  /** As printed between `#`: `12`, `10A`. */
  readonly number?: string;
  /** The scene was taken out after its number was given: a page shows the number and OMITTED. */
  readonly omitted?: true;
  /** A name for the scene in lists. */
  readonly title?: string;
  /** The scene's colour in lists, `#RRGGBB`. */
  readonly color?: string;
}

/** What a camera sees and a microphone hears. Line breaks and the spaces a line begins with are kept. */
export interface Action extends TextBase {
  readonly type: 'action';
}

/** A cue and what is said under it. */
export interface Dialogue extends BlockBase {
  readonly type: 'dialogue';
  /** The name as it was written, mostly in capitals, without extensions. */
  readonly name: string;
  /** Without parentheses: `V.O.`, `O.S.`, `CONT'D`. */
  readonly extensions: readonly string[];
  /** Notes and boneyards that stood in the line of the cue, with their marks. */
  readonly remark?: string;
  readonly parts: readonly DialoguePart[];
}

/** Something under a cue. */
export interface DialoguePart {
  readonly type: 'speech' | 'parenthetical' | 'lyrics';
  /** A parenthetical's text carries no parentheses, a lyric's no `~`. */
  readonly text: string;
  readonly spans?: readonly TextSpan[];
  readonly revision?: number;
}

/** Two people at once. `left` and `right` carry no id and no position of their own. */
export interface DualDialogue extends BlockBase {
  readonly type: 'dualDialogue';
  readonly left: Dialogue;
  readonly right: Dialogue;
}

/** `CUT TO:`, as it was written; a page shows it in capitals, on the right. */
export interface Transition extends TextBase {
  readonly type: 'transition';
}
export interface Centered extends TextBase {
  readonly type: 'centered';
}
/** Sung by nobody in the picture, without `~`. */
export interface Lyrics extends TextBase {
  readonly type: 'lyrics';
}
/** A view inside a scene: `ANGLE ON THE DOOR`. Final Draft's Shot; Fountain has none. */
export interface Shot extends TextBase {
  readonly type: 'shot';
}
/** Where an act of a teleplay begins (on a new page) or ends. Final Draft's New Act and End of Act; Fountain has none. */
export interface ActBreak extends TextBase {
  readonly type: 'actBreak';
  readonly edge: 'start' | 'end';
}
/** A paragraph of a kind of its own: Final Draft's General and Cast List, and any kind that is not known here. */
export interface General extends TextBase {
  readonly type: 'general';
  /** The kind's name as Final Draft writes it. */
  readonly element: string;
}
/** `#`, `##` …: not printed on pages. */
export interface Section extends TextBase {
  readonly type: 'section';
  /** From 1 to 6. */
  readonly depth: number;
}
/** `= …`: not printed on pages. */
export interface Synopsis extends TextBase {
  readonly type: 'synopsis';
}
/** `[[…]]` that stands alone: not printed on pages. Its text is plain: no marks mean anything in it. */
export interface NoteBlock extends BlockBase {
  readonly type: 'note';
  readonly text: string;
  readonly author?: string;
  /** `#RRGGBB`. */
  readonly color?: string;
}
/** Writing put aside, between slash-star and star-slash, that stands alone: not printed on pages. Its text is plain. */
export interface Boneyard extends BlockBase {
  readonly type: 'boneyard';
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
  | Shot
  | ActBreak
  | General
  | Section
  | Synopsis
  | NoteBlock
  | Boneyard
  | PageBreak;

/** What a script in production carries. Lists that are empty are left out. */
export interface Production {
  /** In the order they were issued. */
  readonly revisions?: readonly RevisionSet[];
  /** The pages of the last issue, in order: they keep their labels, and what grows goes to A-pages. */
  readonly lockedPages?: readonly LockedPage[];
  /** Where scene numbers stand; both margins when absent. */
  readonly sceneNumbers?: 'none' | 'left' | 'right' | 'both';
  readonly cast?: readonly CastMember[];
  readonly tags?: readonly Tag[];
}

/** One round of changes, printed on paper of its own colour. */
export interface RevisionSet {
  /** From 1 on. */
  readonly id: number;
  /** `Blue`, `Second Pink`. */
  readonly name: string;
  /** What stands in the margin beside a changed line: `*`. */
  readonly mark: string;
  /** The colour of changed text on a screen, `#RRGGBB`. */
  readonly color: string;
  /** The colour of the paper, `#RRGGBB`. */
  readonly pageColor: string;
  /** As it stands in the page header. */
  readonly date?: string;
}

/** A page whose label is fixed. */
export interface LockedPage {
  /** `12`, `12A`. */
  readonly label: string;
  /** The id of the block that the page begins with or in. */
  readonly block: string;
  /** How many lines of that block stand on the page before. */
  readonly line: number;
}

/** Somebody in the cast list. */
export interface CastMember {
  readonly name: string;
  readonly description?: string;
}

/** What production needs, tagged in the text: a prop, a stunt. */
export interface Tag {
  readonly number: number;
  readonly category: string;
  readonly label: string;
}
