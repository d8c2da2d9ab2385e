import type { NewEntry } from '../bibles/index.ts';

/** Words that stand in the script, and the line they stand on: from 1 on, `null` for a script that was not read from a text. */
export interface Quote {
  readonly text: string;
  readonly line: number | null;
}

/**
 * Why a cue is no part of its own: several at once, a voice from a device or from nowhere, one of a numbered row,
 * anybody (`A PASSER-BY`), or a line that was read as a cue and is probably action.
 */
export type Extra = 'group' | 'voice' | 'numbered' | 'anybody' | 'not-a-name';

/** Somebody in the script. */
export interface ExtractedCharacter {
  /** `ch_…`, made of the script's id and the name. */
  readonly id: string;
  /** The name of the cue that is used most; as running text spells it, in capitals where it never does. */
  readonly name: string;
  /** The names of the cues that are surely this person, in capitals, the most used first. Empty for one who is silent. */
  readonly cues: readonly string[];
  /** Other names that are surely theirs: of the other cues, and full names from the action. */
  readonly aliases: readonly string[];
  readonly extra: Extra | null;
  /** Who speaks in a group, by id, as far as its cue names them. */
  readonly members: readonly string[];
  /** Introduced in capitals, or in the cast list of the file, and never speaks. */
  readonly silent: boolean;
  /** Where the action shows them first: in capitals if it ever does. */
  readonly introduction: Quote | null;
  readonly age: Quote | null;
  readonly look: Quote | null;
  /** The first thing they say. */
  readonly firstLine: Quote | null;
  /** The scenes they speak in, by id. */
  readonly scenes: readonly string[];
  readonly speeches: number;
  readonly words: number;
  /** Whom they speak with, most first, three at most: how often one of the two speaks right after the other. */
  readonly partners: readonly { readonly id: string; readonly exchanges: number }[];
}

/** A place in the script. */
export interface ExtractedSetting {
  /** `st_…`, made of the script's id and the place. */
  readonly id: string;
  /** As headings write it, without INT. and time: `HOUSE - KITCHEN`. */
  readonly name: string;
  /** Other ways in which headings write the same. */
  readonly spellings: readonly string[];
  /** The id of the place it is in. */
  readonly inside: string | null;
  /** Whether most headings there are INT. */
  readonly interior: boolean;
  /** The times of its headings, in capitals. */
  readonly times: readonly string[];
  /** What the action says first there. */
  readonly description: Quote | null;
  /** The scenes there, by id; none for a place that only holds others. */
  readonly scenes: readonly string[];
}

/** A scene; where a script has no headings, an act or a section of it. */
export interface ExtractedScene {
  /** `sc_…`, made of the script's id and the heading; of two alike the second has another. */
  readonly id: string;
  /** As written, or its place in the script from 1. */
  readonly number: string;
  /** In capitals; empty for what stands before the first heading. */
  readonly heading: string;
  readonly setting: string | null;
  /** Who speaks or is named in the action, by id. */
  readonly cast: readonly string[];
  /** Who speaks, by id, in order of the first speech. */
  readonly speakers: readonly string[];
  readonly line: number | null;
  /** In eighths of a page, and the page it begins on; `null` where there is no heading to measure from. */
  readonly eighths: number | null;
  readonly page: number | null;
}

/** Something that may be one and the same, and was left apart. */
export interface Doubt {
  readonly kind: 'character' | 'setting';
  /** Two ids, or one whose entry may be wrong. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly reason: string;
}

/** Something that a bible wants and that was not found in the script. */
export interface Missed {
  readonly what: 'introduction' | 'age' | 'look' | 'place' | 'description';
  /** A character's, a setting's or a scene's id. */
  readonly id: string;
  readonly name: string;
}

/** All that a script says about itself, as plain values. */
export interface Extracted {
  /** Everybody who speaks, those with the most words first; then those who are silent. */
  readonly characters: readonly ExtractedCharacter[];
  /** In the order in which the story reaches them. */
  readonly settings: readonly ExtractedSetting[];
  readonly scenes: readonly ExtractedScene[];
  readonly doubtful: readonly Doubt[];
  readonly missed: readonly Missed[];
  /** Drafts for a person to accept: characters that are no extras, and settings. */
  readonly entries: readonly NewEntry[];
}
