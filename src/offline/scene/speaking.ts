import { sha256 } from '../../core/index.ts';
import { VOICES } from '../voices.ts';
import type { Style } from './row.ts';

/** Something a voice does beside choosing its words. */
export type Habit =
  | 'none'
  | 'corrections'
  | 'trails'
  | 'orders'
  | 'sayings'
  | 'hedges'
  | 'remarks'
  | 'reasons'
  | 'oaths';
/** How a voice calls the one it speaks to. */
export type Address = 'none' | 'first' | 'surname' | 'full' | 'nickname' | 'friend' | 'dear';

/** The parameters a voice document comes down to. */
export interface Speaking {
  /** How often each style is chosen; the shares add up to about one. */
  readonly styles: Readonly<Partial<Record<Style, number>>>;
  readonly habit: Habit;
  readonly contractions: boolean;
  readonly address: Address;
  /** Words of the trade. */
  readonly trade: readonly string[];
  /** Changes with every edit of the document. */
  readonly seed: string;
}

/** The four texts of a voice document; any may be missing. */
export interface VoiceFields {
  readonly vocabulary?: string | undefined;
  readonly sentences?: string | undefined;
  readonly avoids?: string | undefined;
  readonly address?: string | undefined;
}

interface Manner {
  readonly name: string;
  readonly cues: RegExp;
  readonly styles: Speaking['styles'];
  readonly habit: Habit;
}

const manner = (name: string, cues: RegExp, styles: Speaking['styles'], habit: Habit = 'none'): Manner => ({
  name,
  cues,
  styles,
  habit,
});

/** In the order they are tried on a document that is no archetype: the rarer habit first. */
const MANNERS: readonly Manner[] = [
  manner('all questions', /question|\basks?\b|interrogat/i, { question: 0.3, soft: 0.42, clipped: 0.28 }),
  manner(
    'rough and profane',
    /swear|profan|curs(?:e|ing)|blunt|oath/i,
    { clipped: 0.3, wry: 0.58, question: 0.12 },
    'oaths',
  ),
  manner(
    'stories and proverbs',
    /proverb|saying|stor(?:y|ies)|parable|anecdote/i,
    { wry: 0.45, soft: 0.4, question: 0.15 },
    'sayings',
  ),
  manner('apologetic hedger', /hedg|apolog|maybe|unsure|timid|shy/i, { soft: 0.75, question: 0.25 }, 'hedges'),
  manner('teasing', /teas|jok|wry|iron|sarcas|quip|mock/i, { wry: 0.8, question: 0.2 }),
  manner(
    'brisk imperatives',
    /imperativ|orders|command|brisk|instruct/i,
    { clipped: 0.74, wry: 0.16, question: 0.1 },
    'orders',
  ),
  manner(
    'deadpan',
    /deadpan|understate|flat\b|monoton|dry\b/i,
    { formal: 0.5, clipped: 0.12, wry: 0.26, question: 0.12 },
    'remarks',
  ),
  manner('formal and exact', /formal|exact|precise|legal|complete sentences|without contractions|polite/i, {
    formal: 0.84,
    question: 0.1,
    wry: 0.06,
  }),
  manner(
    'weary and elliptical',
    /weary|tired|ellip|unfinished|trails?\b|fragment/i,
    { soft: 0.62, clipped: 0.26, question: 0.12 },
    'trails',
  ),
  manner(
    'warm over-explainer',
    /warm|explain|chatty|talkative|gossip/i,
    { soft: 0.74, wry: 0.14, question: 0.12 },
    'reasons',
  ),
  manner(
    'winding and self-correcting',
    /wind(?:s|ing)|correct|ramb|\blong\b|digress|meander|\bsoft\b/i,
    { soft: 0.8, question: 0.12, clipped: 0.08 },
    'corrections',
  ),
  manner('clipped and literal', /clipped|short|terse|literal|curt|few words|laconic/i, {
    clipped: 0.82,
    formal: 0.18,
  }),
];

const BY_NAME = new Map(MANNERS.map((each) => [each.name, each]));

/**
 * What a voice document comes down to: its archetype's manner when it has an archetype's wording, else the manner its
 * words point to (what is said of sentences counts first), else one that its text fixes. Pure.
 */
export function voiceOf(fields: VoiceFields): Speaking {
  const { vocabulary = '', sentences = '', avoids = '', address = '' } = fields;
  const seed = sha256(JSON.stringify([vocabulary, sentences, avoids, address]));
  const known = VOICES.find((voice) => voice.sentences === sentences.trim());
  const found =
    (known && BY_NAME.get(known.name)) ??
    MANNERS.find(({ cues }) => cues.test(sentences)) ??
    MANNERS.find(({ cues }) => cues.test(`${vocabulary} ${avoids}`)) ??
    MANNERS[Number.parseInt(seed.slice(0, 6), 16) % MANNERS.length];
  return {
    styles: found?.styles ?? { clipped: 1 },
    habit: found?.habit ?? 'none',
    contractions: found?.name !== 'formal and exact' && !/without contractions/i.test(sentences),
    address: addressOf(address),
    trade: tradeOf(vocabulary),
    seed,
  };
}

function addressOf(text: string): Address {
  if (/nothing|no name|never uses|avoids names|nobody by name/i.test(text)) return 'none';
  if (/nick|pet name/i.test(text)) return 'nickname';
  if (/friend/i.test(text)) return 'friend';
  if (/\blove\b|\bdear\b|darling/i.test(text)) return 'dear';
  if (/title|full name|sir\b|madam/i.test(text)) return 'full';
  if (/surname|last name/i.test(text)) return 'surname';
  return /name/i.test(text) ? 'first' : 'none';
}

function tradeOf(vocabulary: string): readonly string[] {
  const words = /words of the trade:\s*([^.\n]*)/i.exec(vocabulary)?.[1] ?? '';
  return words
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => /^[\p{L} ’'-]{3,24}$/u.test(word));
}
