import type { SceneElement } from '../generators/index.ts';
import { type Block, type Dialogue, withIds } from '../screenplay/index.ts';
import type { SceneElements } from './concern.ts';

/** A scene's blocks as elements that a reviser can patch, and the way back. */
export interface SceneBlocks {
  readonly elements: SceneElements;
  /** The block that an element came from, or that the one came from which it replaced. */
  readonly blockOf: (element: SceneElement) => Block | undefined;
  /** Elements that say less than their block does: two people at once, songs, centred text. Only a person changes them. */
  readonly isFixed: (element: SceneElement) => boolean;
  /** Remember what replaced what: `after` is `before` with one element replaced. */
  readonly follow: (before: SceneElements, after: SceneElements) => void;
  /** The blocks of what became of the elements. A block none of whose elements was touched is the same value. */
  readonly print: (elements: SceneElements) => readonly Block[];
}

/** Take a scene's blocks apart. Cues that name one of `voices`, in whatever case, are that one's lines. */
export function readBlocks(blocks: readonly Block[], voices: readonly string[]): SceneBlocks {
  const listed = new Map(voices.map((name) => [name.toUpperCase(), name]));
  const origins = new Map<SceneElement, number>();
  const fixed = new Set<SceneElement>();
  const own = blocks.map((block, at) => {
    const { elements, isWhole } = elementsOf(block, (name) => listed.get(name.trim().toUpperCase()) ?? name);
    for (const element of elements) {
      origins.set(element, at);
      if (!isWhole) fixed.add(element);
    }
    return elements;
  });
  return {
    elements: own.flat(),
    blockOf: (element) => blocks[origins.get(element) ?? -1],
    isFixed: (element) => fixed.has(element),
    follow: (before, after) => {
      const stays = new Set(after);
      const gone = before.find((element) => !stays.has(element));
      const origin = gone === undefined ? undefined : origins.get(gone);
      if (origin !== undefined) for (const element of after) if (!origins.has(element)) origins.set(element, origin);
    },
    print: (elements) => {
      const now = new Map<number, SceneElement[]>();
      for (const element of elements) {
        const at = origins.get(element) ?? -1;
        now.set(at, [...(now.get(at) ?? []), element]);
      }
      const printed = blocks.flatMap((block, at) => {
        const [old = [], made = []] = [own[at], now.get(at)];
        const isSame = old.length === made.length && old.every((element, place) => element === made[place]);
        return isSame ? [block] : printElements(block, made);
      });
      return blocks.every(({ id }) => id !== undefined) ? withIds(printed) : printed;
    },
  };
}

const BARE = { character: '', extension: '', parenthetical: '' } as const;

/** What a block says as elements; `isWhole` where nothing else is in it. */
function elementsOf(
  block: Block,
  nameOf: (cue: string) => string,
): { readonly elements: SceneElements; readonly isWhole: boolean } {
  switch (block.type) {
    case 'action':
    case 'transition':
      return { elements: [{ ...BARE, type: block.type, text: block.text }], isWhole: true };
    case 'centered':
    case 'lyrics':
    case 'shot':
    case 'general':
      return { elements: [{ ...BARE, type: 'action', text: block.text }], isWhole: false };
    case 'dialogue':
      return linesOf(block, nameOf);
    case 'dualDialogue': {
      const sides = [block.left, block.right].flatMap((side) => linesOf(side, nameOf).elements);
      return { elements: sides, isWhole: false };
    }
    default:
      return { elements: [], isWhole: true };
  }
}

function linesOf(
  { name, extensions, parts }: Dialogue,
  nameOf: (cue: string) => string,
): { readonly elements: SceneElements; readonly isWhole: boolean } {
  const character = nameOf(name);
  const extension = (['V.O.', 'O.S.'] as const).find((one) => extensions.includes(one)) ?? '';
  const elements: SceneElement[] = [];
  let isWhole = true;
  let parenthetical = '';
  for (const { type, text } of parts) {
    if (type === 'parenthetical') {
      isWhole &&= parenthetical === '';
      parenthetical = text;
    } else {
      isWhole &&= type === 'speech';
      elements.push({ type: 'line', character, extension, parenthetical, text });
      parenthetical = '';
    }
  }
  return { elements, isWhole: isWhole && parenthetical === '' };
}

/** Elements in the place of a block. The first of its own kind and voice keeps its id and all else that it carries. */
function printElements(block: Block, elements: SceneElements): readonly Block[] {
  const printed: Block[] = [];
  let isKept = false;
  for (const element of elements) {
    const text = element.text.trim();
    if (element.type !== 'line' || element.character === '') {
      const type = element.type === 'transition' ? 'transition' : 'action';
      const words = type === 'transition' ? text.toUpperCase() : text;
      if (block.type === type && !isKept) {
        const { spans: _, ...kept } = block;
        printed.push({ ...kept, text: words });
        isKept = true;
      } else printed.push({ type, text: words });
      continue;
    }
    const name = element.character.toUpperCase();
    const parenthetical = element.parenthetical.trim();
    const parts: Dialogue['parts'] = [
      ...(parenthetical === '' ? [] : [{ type: 'parenthetical' as const, text: parenthetical }]),
      { type: 'speech', text },
    ];
    const last = printed.at(-1);
    if (last?.type === 'dialogue' && last.name.toUpperCase() === name && says(last, element)) {
      printed[printed.length - 1] = { ...last, parts: [...last.parts, ...parts] };
    } else if (block.type === 'dialogue' && !isKept && block.name.toUpperCase() === name) {
      printed.push({ ...block, extensions: extended(block, element), parts });
      isKept = true;
    } else
      printed.push({ type: 'dialogue', name, extensions: element.extension === '' ? [] : [element.extension], parts });
  }
  return printed;
}

const HEARD = ['V.O.', 'O.S.'] as const;

function says({ extensions }: Dialogue, { extension }: SceneElement): boolean {
  return (HEARD.find((one) => extensions.includes(one)) ?? '') === extension;
}

/** The extensions of a cue, with that of the line in the place of what says how it is heard. */
function extended({ extensions }: Dialogue, { extension }: SceneElement): readonly string[] {
  const others = extensions.filter((one) => !HEARD.some((heard) => heard === one));
  return extension === '' ? others : [extension, ...others];
}
