import type { SceneElement } from '../../generators/index.ts';
import type { Random } from '../random.ts';
import { LIGHT } from './banks/stage.ts';
import { fieldOf, type ReadScene } from './read.ts';
import { ownOfAll } from './shares.ts';
import { sentenceCase } from './slots.ts';

/** A block of action. */
export function action(text: string): SceneElement {
  return { type: 'action', character: '', extension: '', parenthetical: '', text: plainQuotes(text) };
}

/** The text with typewriter quotes, as a screenplay is typed. */
export function plainQuotes(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
}

/**
 * The place as it is seen and heard, when it is new to the audience: a sentence or three. A place seen before gets
 * a line of light at most, for the audience knows it.
 *
 * The line of light goes by the scene's pattern: neighbours have different ones.
 */
export function placeAction(input: ReadScene, random: Random): string {
  const { scene } = input;
  const light = lightOf(scene);
  if (!scene.firstVisit) return scene.length !== 'flash' && random.int(5) < 3 ? light : '';
  const place = input.bible.find((entry) => entry.kind === 'setting');
  const looks = place ? facets(fieldOf(input, place.name, 'look')) : [];
  const sounds = place ? facets(fieldOf(input, place.name, 'sound')) : [];
  const seen = looks.slice(0, scene.length === 'flash' ? 1 : 3);
  const heard = scene.length === 'flash' ? [] : random.shuffle(sounds).slice(0, 1);
  const parts = [...seen, ...heard];
  return (parts.length > 0 ? parts : [light])
    .map((part) => sentenceCase(part.replace(/[.;,]?$/, '.').replace(/([.!?])\.$/, '$1')))
    .join(' ');
}

function lightOf(scene: ReadScene['scene']): string {
  const time = /- ([A-Z' ]+)$/.exec(scene.heading.toUpperCase())?.[1]?.trim() ?? '';
  if (/CONTINUOUS|SAME|MOMENTS/.test(time)) return '';
  const lines = LIGHT[time] ?? LIGHT[/MIDNIGHT/.test(time) ? 'NIGHT' : 'LATER'] ?? [];
  return ownOfAll(lines, scene.pattern) ?? '';
}

/** The parts of a description that stand alone: sentences, and what stands between semicolons. A part that leans on another (`it`, `them`) stays with the one before. */
function facets(text: string): readonly string[] {
  const parts = text
    .split(/[.;]\s+/)
    .map((part) => part.trim().replace(/[.;,]+$/, ''))
    .filter(Boolean);
  const joined: string[] = [];
  for (const part of parts) {
    const leans =
      /\b(?:it|its|them|they|that|where|whose|this)\b/i.test(part) ||
      /^(?:and|or|but|with|as|like|from|in|on|at)\b/i.test(part) ||
      part.split(' ').length < 2;
    const before = joined.at(-1);
    if (leans && before !== undefined) joined[joined.length - 1] = `${before}. ${sentenceCase(part)}`;
    else joined.push(part);
  }
  return joined;
}

const UNSEEN =
  /\b(?:realis|realiz|feel|felt|decid|learn|know|wonder|understand|remember|hope|want|think|believe|doubt|discover that|is afraid|fear|ask|tell|say|refus|offer|demand|admit|warn|agree|promis|confess|explain|insist|argu|answer|accus|repl|begs?\b|plead|threaten|bargain|suggest|propos|invit|thank|apolog|lie[sd]?\b|deny|denies|persuad|convinc|question|trust|forgiv|describ|mention|reveal|turns? out|accept|will not|would not|speaks?\b|talk|laughs? about|knowing|recognis|recogniz|pretend|promis|mean[ts]?\b|declar|announc|names a\b|named\b|press|correct|interrupt|repeat|propos|finish|listens|lists\b|owns up|thinks|spells|begins to\b|starts on|takes .* off the list|counts? (?:them|to)\b|is asked|calls\b|shouts?|whisper)/i;

/**
 * What a camera gets of a beat, as against what is said or felt in it: its visible sentences, and the start of a
 * sentence that goes on to talk (`Ann holds out the list and asks…`). Empty when there is nothing to see.
 */
export function visibleOf(beat: string): string {
  const kept: string[] = [];
  for (const part of beat.trim().split(/(?<=[.!?])\s+|(?<=;)\s+/)) {
    const shown = isVisible(part) ? part : before(part);
    if (!isVisible(shown)) break;
    kept.push(beatAction(shown));
  }
  return kept.join(' ');
}

function isVisible(part: string): boolean {
  const count = part.split(/\s+/).length;
  return count >= 4 && count <= 30 && !UNSEEN.test(part.replace(/“[^”]*”/g, '')) && /^\p{Lu}/u.test(part);
}

/** The part of a sentence before it turns to talk or thought. */
function before(part: string): string {
  const at = UNSEEN.exec(part)?.index ?? 0;
  const head = part.slice(0, at);
  const cut = Math.max(head.lastIndexOf(' and '), head.lastIndexOf(', '), head.lastIndexOf(': '));
  return cut > 0 && head.slice(cut).trim().split(/\s+/).length <= 3 ? head.slice(0, cut).replace(/[,:]$/, '') : '';
}

/** One sentence, ended. */
function beatAction(beat: string): string {
  return sentenceCase(
    beat
      .trim()
      .replace(/[.;,:]?$/, '.')
      .replace(/([!?]|[.!?]”)\.$/, '$1'),
  );
}
