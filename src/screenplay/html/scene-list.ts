import type { Screenplay } from '../tree.ts';
import type { Anchors } from './anchor.ts';
import { type BlockStyle, headingHtml, wordsHtml } from './block-html.ts';
import { escapeHtml } from './escape.ts';

interface Part {
  /** What stands above its scenes; empty for those before the first section. */
  readonly title: string;
  readonly scenes: string[];
}

/** Links to all scenes, under the sections and acts they stand in; empty for a script without scenes. Folded up until it is wanted. */
export function sceneListHtml(script: Screenplay, anchors: Anchors, style: BlockStyle): string {
  const parts: Part[] = [{ title: '', scenes: [] }];
  for (const [index, block] of script.children.entries()) {
    const anchor = anchors.get(index);
    if (anchor === undefined) continue;
    if (block.type === 'sceneHeading') {
      const title = block.title === undefined ? '' : ` <span class="title">${escapeHtml(block.title)}</span>`;
      parts.at(-1)?.scenes.push(`<li>${link(anchor, headingHtml(block, style))}${title}</li>`);
    } else if (block.type === 'section' || block.type === 'actBreak') {
      parts.push({ title: link(anchor, wordsHtml(block), ' class="part"'), scenes: [] });
    }
  }
  const count = parts.reduce((sum, { scenes }) => sum + scenes.length, 0);
  if (count === 0) return '';
  // The roles keep lists without bullets lists for VoiceOver.
  const items = parts.map(({ title, scenes }) => {
    if (title === '') return scenes.join('\n');
    const inner = scenes.length === 0 ? '' : `\n<ol role="list">\n${scenes.join('\n')}\n</ol>`;
    return `<li>${title}${inner}</li>`;
  });
  return `<nav aria-label="Scenes"${style.english}>
<details>
<summary>Scenes (${count})</summary>
<ol role="list">
${items.filter((item) => item !== '').join('\n')}
</ol>
</details>
</nav>
`;
}

function link(anchor: string, html: string, attributes = ''): string {
  return `<a href="#${anchor}"${attributes}>${html}</a>`;
}
