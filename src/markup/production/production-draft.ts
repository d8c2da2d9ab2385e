import {
  type Block,
  carryIds,
  diffScreenplays,
  isUnchanged,
  type LayoutOptions,
  layoutScreenplay,
  lockPages,
  nextRevision,
  numberScenes,
  type Page,
  type RevisionOptions,
  type RevisionSet,
  reviseScreenplay,
  type SceneHeading,
  type Screenplay,
  scenesOf,
  withoutRevisions,
} from '../../screenplay/index.ts';
import type { Issue, IssueDocument } from './issue.ts';
import { idOf, withOmitted } from './with-omitted.ts';

/** A script in production as it stands. */
export interface ProductionDraft {
  /** With scene numbers, locked pages and revision marks. */
  readonly screenplay: Screenplay;
  /** The round of changes that is open: what differs from the last issue belongs to it. Absent when nothing differs. */
  readonly open?: RevisionSet;
}

/** How the pages of a script in production are laid out: only what changed since the last issue is marked. */
export const PRODUCTION_LAYOUT: LayoutOptions = { revisionMarks: 'latest' };

/** The first issue of a script: every scene numbered, every page locked. */
export function lockedDraft(
  script: Screenplay,
  { name, date, profile }: Omit<IssueDocument, 'screenplay'>,
): IssueDocument {
  const numbered = numberScenes(script);
  const screenplay = lockPages(numbered, layoutScreenplay(numbered, { ...PRODUCTION_LAYOUT, profile }));
  return { name, ...(date === undefined ? {} : { date }), profile, screenplay };
}

/**
 * Hold a script against the last issue. Scenes keep their numbers, new ones get 10A, those that are gone are OMITTED; pages
 * keep their labels, and what grows goes to A-pages; what differs carries the marks of the next revision set. Pure: the
 * same script against the same issue gives the same draft, and a change that is taken back leaves no mark.
 */
export function productionDraft(
  last: Pick<Issue, 'screenplay'>,
  script: Screenplay,
  options: RevisionOptions = {},
): ProductionDraft {
  const issued = last.screenplay;
  const now = numberScenes(withOmitted(issued, carried(issued, script)), { locked: true });
  const { production } = issued;
  const held: Screenplay = production === undefined ? now : { ...now, production };
  if (isUnchanged(diffScreenplays(issued, held))) return { screenplay: { ...issued, titlePage: script.titlePage } };
  const begun = nextRevision(held, options);
  const open = begun.production?.revisions?.at(-1);
  if (open === undefined) return { screenplay: held };
  return { screenplay: reviseScreenplay(issued, begun, open.id), open };
}

/** Hand a draft out: its pages are locked as they are now, A-pages among them. */
export function issueOf(
  { screenplay, open }: Required<ProductionDraft>,
  { profile }: Pick<IssueDocument, 'profile'>,
): IssueDocument {
  const locked = lockPages(screenplay, layoutScreenplay(screenplay, { ...PRODUCTION_LAYOUT, profile }));
  return { name: open.name, ...(open.date === undefined ? {} : { date: open.date }), profile, screenplay: locked };
}

/** The pages that a round of changes is handed out on: those on which something belongs to it. */
export function changedPages(pages: readonly Page[], set: Pick<RevisionSet, 'id'>): readonly Page[] {
  return pages.filter(({ revision }) => revision === set.id);
}

/** The script with the ids, and where it says the same the marks, of the issue: scene by scene, a scene being its card's. */
function carried(issued: Screenplay, script: Screenplay): Screenplay {
  const before = new Map(scenesOf(issued).map((scene) => [idOf(scene), scene.blocks]));
  const children = scenesOf(script).flatMap((scene): readonly Block[] => {
    const old = before.get(idOf(scene));
    return old === undefined ? scene.blocks : carriedScene(old, scene.blocks);
  });
  return { ...script, children: distinctIds(children) };
}

function carriedScene(old: readonly Block[], blocks: readonly Block[]): readonly Block[] {
  const before = asScript(old.map(withoutRevisions));
  const [heading, ...rest] = blocks;
  const numbered = heading === undefined ? [] : [{ ...heading, ...numberOf(old[0]) }, ...rest];
  const after = carryIds(before, asScript(numbered));
  const kept = new Map(
    diffScreenplays(before, after).changes.flatMap((change) =>
      change.type === 'kept' ? [[change.to, old[change.from]] as const] : [],
    ),
  );
  return after.children.map((block, at) => kept.get(at) ?? block);
}

/** The number is that of the issue, also where the heading's words changed. */
function numberOf(block: Block | undefined): Pick<SceneHeading, 'number'> {
  return block?.type === 'sceneHeading' && block.number !== undefined ? { number: block.number } : {};
}

/** Every id once: the first block that has it keeps it. */
function distinctIds(children: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  return children.map((block) => {
    if (block.id === undefined || !seen.has(block.id)) {
      if (block.id !== undefined) seen.add(block.id);
      return block;
    }
    const { id: _, ...rest } = block;
    return rest as Block;
  });
}

function asScript(children: readonly Block[]): Screenplay {
  return { type: 'screenplay', titlePage: null, children };
}
