import type { Note } from '../../core/note.ts';
import type { Block, Screenplay, TextSpan } from '../tree.ts';

/**
 * Say what {@link printFountain} leaves out of a screenplay because Fountain has no place for it: one note for each
 * kind of thing, with how often it occurs.
 */
export function fountainLosses({ children, production }: Screenplay): readonly Note[] {
  const found = new Map<string, number>();
  const add = (what: string | undefined): void => {
    if (what !== undefined) found.set(what, (found.get(what) ?? 0) + 1);
  };
  for (const block of children) for (const what of lostIn(block)) add(what);
  if (production !== undefined) for (const key of Object.keys(production)) add(PRODUCTION[key] ?? key);
  return [...found].map(([what, count]) => ({
    rule: 'fountain/not-held',
    severity: 'info',
    message: `Fountain has no place for ${what}${count > 1 ? ` (${count} times)` : ''}.`,
  }));
}

const PRODUCTION: Readonly<Record<string, string>> = {
  revisions: 'revision sets',
  lockedPages: 'locked pages',
  sceneNumbers: 'where scene numbers stand',
  cast: 'the cast list',
  tags: 'production tags',
};

function lostIn(block: Block): readonly (string | undefined)[] {
  const revision = block.revision === undefined ? undefined : 'revision marks';
  switch (block.type) {
    case 'shot':
      return [revision, 'shots: they are written as action', ...lostSpans(block.spans)];
    case 'actBreak':
      return [revision, 'act breaks: they are written as centred text', ...lostSpans(block.spans)];
    case 'general':
      return [
        revision,
        `paragraphs of the kind ${block.element}: they are written as action`,
        ...lostSpans(block.spans),
      ];
    case 'sceneHeading':
      return [
        revision,
        block.omitted && 'omitted scenes: their headings are written as they are',
        block.title === undefined ? undefined : "scenes' titles",
        block.color === undefined ? undefined : "scenes' colours",
        ...lostSpans(block.spans),
      ].map((what) => what || undefined);
    case 'note':
      return [
        revision,
        block.author === undefined && block.color === undefined ? undefined : "notes' authors and colours",
      ];
    case 'dialogue':
      return [
        revision,
        ...block.parts.flatMap((part) => [part.revision && 'revision marks', ...lostSpans(part.spans)]),
      ].map((what) => what || undefined);
    case 'dualDialogue':
      return [revision, ...lostIn(block.left), ...lostIn(block.right)];
    case 'action':
    case 'transition':
    case 'centered':
    case 'lyrics':
    case 'section':
    case 'synopsis':
      return [revision, ...lostSpans(block.spans)];
    case 'boneyard':
    case 'pageBreak':
      return [revision];
  }
}

function lostSpans(spans: readonly TextSpan[] = []): readonly string[] {
  return spans.map((span) =>
    span.revision === undefined ? 'text styles beyond bold, italic and underline' : 'revision marks',
  );
}
