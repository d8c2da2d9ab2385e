import type { Screenplay } from '../tree.ts';
import { blockAnchors } from './anchor.ts';
import { type BlockStyle, blockHtml } from './block-html.ts';
import { htmlDocument } from './head.ts';
import { READ_STYLE } from './read-style.ts';
import { sceneListHtml } from './scene-list.ts';
import { scriptTitle, titleHtml } from './title-html.ts';

/** How a screenplay is written as HTML. */
export interface HtmlOptions {
  /** What a browser calls the document. Its title page's Title unless given. */
  readonly title?: string;
  /** The language of the script, as a BCP 47 tag; `en` unless given. */
  readonly lang?: string;
  /** Whether notes and synopses are shown. They are not unless asked for; boneyards never are. */
  readonly notes?: boolean;
  /** Give only what stands inside `<main>`, to be put into a page that has a head, a title and a style of its own. */
  readonly fragment?: boolean;
}

/**
 * Write a screenplay as one HTML document to be read on a screen, aloud or on paper, without scripts and without
 * anything to be loaded: a header with the title page, a list of the scenes, and the script with a heading for every
 * scene, whose `id` is `scene-` and the id of its block.
 *
 * The elements follow what screen readers say: all that is said stands in reading order after who says it. The text
 * is well-formed as XML too.
 */
export function printHtml(script: Screenplay, options: HtmlOptions = {}): string {
  const { lang = 'en', notes = false, fragment = false } = options;
  const style = { notes, english: /^en(?:-|$)/i.test(lang) ? '' : ' lang="en"' };
  const anchors = blockAnchors(script);
  const main = scenesHtml(script, anchors, style);
  if (fragment) return main;
  const title = options.title ?? (scriptTitle(script) || 'Untitled');
  const list = sceneListHtml(script, anchors, style);
  const skip = list && `<a class="skip" href="#script"${style.english}>Skip to the script</a>\n`;
  const body = `${skip}${titleHtml(script, title)}\n${list}<main id="script">\n${main}</main>`;
  return htmlDocument({ title, lang, style: READ_STYLE }, body);
}

/** All blocks, each scene in a `<section>`. The sections carry no names: hundreds of landmarks would hide the few that help. */
function scenesHtml({ children }: Screenplay, anchors: ReturnType<typeof blockAnchors>, style: BlockStyle): string {
  const lines: string[] = [];
  let open = false;
  for (const [index, block] of children.entries()) {
    const anchor = anchors.get(index);
    if (anchor !== undefined && open) lines.push('</section>');
    if (anchor !== undefined) open = block.type === 'sceneHeading';
    if (anchor !== undefined && open) lines.push('<section class="scene">');
    const html = blockHtml(block, anchor, style);
    if (html !== '') lines.push(html);
  }
  if (open) lines.push('</section>');
  return lines.map((line) => `${line}\n`).join('');
}
