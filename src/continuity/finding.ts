import { fieldTexts } from '../bibles/index.ts';
import type { Note, Reference } from '../core/index.ts';
import { canonicalJson, deriveId, fingerprint } from '../core/index.ts';
import { type Ledger, sceneById } from './ledger.ts';
import type { StagedScene } from './script/staged.ts';

/** One side of a finding: words of the script, a card or the bible. */
export interface Evidence {
  readonly from: 'script' | 'card' | 'bible';
  /** The scene's id; absent for the bible. */
  readonly scene?: string;
  /** The element's id; absent for card and bible. */
  readonly element?: string;
  /** Of the bible: the entry and its field. Of a card: its id and field. */
  readonly source?: { readonly id: string; readonly field: string };
  /** The exact words. */
  readonly quote: string;
}

/** A note on continuity: two places of a story that cannot both be right. */
export interface Finding extends Note {
  /** `cn_…`, made of the rule and of exactly what it read: the same words give the same id, others another. */
  readonly id: string;
  /** From 0 to 1: how often such a finding is one. A guess of its rule's author until measured (docs/continuity.md). */
  readonly confidence: number;
  /** What is established, and what does not fit it, in this order. */
  readonly evidence: readonly [Evidence, Evidence];
  /** What it read, in which version: it is fresh as long as all of these are as they were. */
  readonly reads: readonly Reference[];
}

/** What a rule found, before it has an id. */
export interface Found {
  readonly message: string;
  readonly fix?: string;
  readonly evidence: readonly [Evidence, Evidence];
  /** Whole scenes and fields that it read beside its evidence. */
  readonly also?: readonly Pick<Reference, 'source' | 'field'>[];
  /** The rule's own unless given. */
  readonly confidence?: number;
}

/** Give what was found its id, its place and the versions of what it read. */
export function makeFinding(
  ledger: Ledger,
  rule: { readonly id: string; readonly severity: Note['severity']; readonly confidence: number },
  { message, fix, evidence, also = [], confidence = rule.confidence }: Found,
): Finding {
  const [, fault] = evidence;
  const reads = [...evidence.map(readBy), ...also].map((read) => ({
    ...read,
    label: labelOf(ledger, read),
    version: versionOf(ledger, read),
  }));
  const versions = reads.map(({ source, field, version }) => [source, field, version].join(' '));
  const quotes = evidence.map(({ quote }) => quote);
  const { scene } = fault;
  return {
    id: deriveId('cn', rule.id, canonicalJson(quotes), ...versions),
    rule: rule.id,
    severity: rule.severity,
    message,
    ...(scene === undefined ? {} : { scene }),
    quote: fault.quote,
    ...(fix === undefined ? {} : { fix }),
    confidence,
    evidence,
    reads,
  };
}

/** Whether all that a finding read is as it was when it was found. */
export function isFresh(ledger: Ledger, { reads }: Pick<Finding, 'reads'>): boolean {
  return reads.every((read) => versionOf(ledger, read) === read.version);
}

/** Stands as a source for the names of the whole bible. */
export const BIBLE = 'bible';

type Read = Pick<Reference, 'source' | 'field'>;

/** What a piece of evidence reads: of the script one element, told by what it says so that it may move in its scene. */
function readBy({ from, scene = '', element, source, quote }: Evidence): Read {
  if (source !== undefined) return { source: source.id, field: source.field };
  return { source: scene, field: from === 'script' && element !== undefined ? `words:${quote}` : 'card' };
}

/** The version of a part of a story: of a scene's text, of words in it, of a field of a card or entry. Empty when it is gone. */
export function versionOf(ledger: Ledger, { source, field }: Read): string {
  const scene = sceneById(ledger, source);
  if (scene !== undefined) return sceneVersion(scene, field);
  if (source === BIBLE)
    return fingerprint(ledger.bible.entries.map(({ kind, name, aliases }) => [kind, name, aliases]));
  const entry = ledger.bible.entries.find(({ id }) => id === source);
  const text = entry === undefined ? undefined : fieldTexts(entry).get(field);
  return text === undefined ? '' : fingerprint(text);
}

function sceneVersion({ elements, heading, mode, card }: StagedScene, field: string): string {
  if (field === 'text') return fingerprint([heading, mode, elements.map(({ cue, text }) => [cue, text])]);
  if (field.startsWith('words:')) {
    const words = field.slice('words:'.length);
    const element = elements.find(({ text, cue }) => text.includes(words) || cue === words);
    return element === undefined ? '' : fingerprint([element.cue, element.text, mode]);
  }
  if (field === 'heading') return fingerprint(heading);
  return fingerprint(Object.entries(card ?? {}).find(([name]) => name === field)?.[1] ?? null);
}

function labelOf(ledger: Ledger, { source, field }: Read): string {
  const scene = sceneById(ledger, source);
  if (scene !== undefined) return `scene ${scene.number}, ${field.startsWith('words:') ? 'words' : field}`;
  const entry = ledger.bible.entries.find(({ id }) => id === source);
  return entry === undefined ? `${source}.${field}` : `${entry.name}.${field}`;
}
