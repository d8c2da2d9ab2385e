import { randomUUID } from 'node:crypto';
import type { Story } from '../../agents/index.ts';
import type { RecordWrite } from '../../bibles/index.ts';
import { ScriptGenError, toJson } from '../../core/index.ts';
import {
  changedPages,
  type Issue,
  type IssueDocument,
  issueOf,
  lockedDraft,
  NO_MARKUP,
  PRODUCTION_LAYOUT,
  type ProductionDraft,
} from '../../markup/index.ts';
import {
  layoutScreenplay,
  type Page,
  type ProfileName,
  REVISION_COLORS,
  type RevisionColor,
  type Screenplay,
  scenesOf,
} from '../../screenplay/index.ts';
import type { Wiring } from '../wiring.ts';
import { inProduction } from './in-production.ts';

/** Who does something with a draft, and why. */
export interface DraftOptions {
  /** A person's name: `writer` unless given. */
  readonly author?: string;
  readonly reason?: string;
  /** As it is to stand in the headers of the pages. */
  readonly date?: string;
}

/** How a draft is locked. */
export interface LockDraftOptions extends DraftOptions {
  /** The colour of its paper: `white` unless given; the next round has the colour after it. */
  readonly color?: string;
  /** What its pages are laid out by: `us` unless given. */
  readonly profile?: ProfileName;
}

/** A script in production. */
export interface ProductionState {
  /** What was handed out, the first first. */
  readonly issues: readonly Omit<Issue, 'screenplay'>[];
  /** The round that is open; absent when nothing differs from the last issue. */
  readonly open?: {
    readonly name: string;
    /** The labels of the pages that it changes. */
    readonly pages: readonly string[];
    /** The numbers of the scenes that are new since the first issue, and of those that are gone. */
    readonly added: readonly string[];
    readonly omitted: readonly string[];
  };
}

/** The script as its pages stand, and which of them the open round is handed out on. */
export interface ProductionPages {
  readonly screenplay: Screenplay;
  readonly profile: ProfileName;
  readonly pages: readonly Page[];
  /** With the title page, where there is one; empty when no round is open. */
  readonly changed: readonly Page[];
  /** `Blue` */
  readonly name?: string;
}

/** The production drafts of one script. Everything but `lock` is `markup/not-found` for a script that is not in production. */
export interface ScriptProduction {
  /** What was handed out, and what would be handed out now. Empty for a script that is not in production. */
  state(): Promise<ProductionState>;
  /**
   * Lock the script as it is: scenes are numbered for good, pages keep their labels, and whatever is built or edited later
   * belongs to a revision. @throws ScriptGenError `markup/conflict` when it is locked already.
   */
  lock(options?: LockDraftOptions): Promise<ProductionState>;
  /** Hand the open round out: its pages are locked, and what follows belongs to the next colour. @throws `markup/invalid` when nothing has changed. */
  issue(options?: DraftOptions): Promise<ProductionState>;
  /** Take the script out of production: no numbers, no marks. It can be undone. */
  unlock(options?: DraftOptions): Promise<ProductionState>;
  /** The pages as they stand now. */
  pages(): Promise<ProductionPages>;
}

/** The part of a project that has scripts in production. */
export interface ProjectProduction {
  production(script?: string): Promise<ScriptProduction>;
}

/** Open that part of a project. */
export function openProduction(wiring: Wiring): ProjectProduction {
  return { production: async (name) => productionOf(wiring, (await wiring.getScript(name)).id) };
}

function productionOf({ getScript, storyOf, storage, screenplayOf }: Wiring, id: string): ScriptProduction {
  const now = async (): Promise<Standing> => {
    const story = await storyOf(await getScript(id));
    const plain = await screenplayOf(story);
    return { story, issues: (story.markup ?? NO_MARKUP).issues, plain, draft: inProduction(story, plain) };
  };
  const write = async (writes: readonly RecordWrite[], what: string, how: DraftOptions): Promise<ProductionState> => {
    const { author = 'writer', reason = what } = how;
    await (await storage()).bibles.write({ script: id, writes, author: { type: 'person', name: author }, reason });
    return stateOf(await now());
  };
  return {
    state: async () => stateOf(await now()),
    lock: async (how = {}) => {
      const { issues, plain } = await now();
      const first = issues[0];
      if (first !== undefined) throw lockedAlready(first);
      const { color = 'white', profile = 'us', date } = how;
      const set = colorNamed(color);
      const begun = set === undefined ? plain : withRound(plain, set, date);
      const document = lockedDraft(begun, {
        name: set?.name ?? 'White',
        profile,
        ...(date === undefined ? {} : { date }),
      });
      return write([issued(document)], `draft locked: ${document.name}`, how);
    },
    issue: async (how = {}) => {
      const { issues, story, plain } = await now();
      const last = lastOf(issues, story);
      const draft = inProduction(story, plain, how.date);
      const { open } = draft ?? {};
      if (draft === undefined || open === undefined)
        throw new ScriptGenError({
          code: 'markup/invalid',
          message: `Nothing has changed since ${last.name} was handed out.`,
          hint: 'There is nothing to hand out: edit or build first.',
        });
      const document = issueOf({ ...draft, open }, last);
      return write([issued(document)], `${open.name} handed out`, how);
    },
    unlock: async (how = {}) => {
      const { issues, story } = await now();
      lastOf(issues, story);
      const gone = issues.map(
        ({ id: issue, version }): RecordWrite => ({
          ...{ type: 'record', kind: 'draft', id: issue, expected: version },
          document: null,
        }),
      );
      return write(gone, 'out of production', how);
    },
    pages: async () => {
      const { issues, story, draft } = await now();
      const { profile } = lastOf(issues, story);
      const { screenplay, open } = draft ?? { screenplay: (await now()).plain };
      const pages = layoutScreenplay(screenplay, { ...PRODUCTION_LAYOUT, profile });
      const title = pages.filter(({ number }) => number === null);
      const changed = open === undefined ? [] : [...title, ...changedPages(pages, open)];
      return { screenplay, profile, pages, changed, ...(open === undefined ? {} : { name: open.name }) };
    },
  };
}

/** A script with its issues, and what it is in production. */
interface Standing {
  readonly story: Story;
  readonly issues: readonly Issue[];
  /** As it is without any of that. */
  readonly plain: Screenplay;
  readonly draft: ProductionDraft | undefined;
}

function stateOf({ issues, draft }: Standing): ProductionState {
  const listed = issues.map(({ screenplay: _, ...issue }) => issue);
  const last = issues.at(-1);
  if (draft?.open === undefined || last === undefined) return { issues: listed };
  const { screenplay, open } = draft;
  const pages = layoutScreenplay(screenplay, { ...PRODUCTION_LAYOUT, profile: last.profile });
  const before = numbersIn(last.screenplay);
  const after = numbersIn(screenplay);
  return {
    issues: listed,
    open: {
      name: open.name,
      pages: changedPages(pages, open).flatMap(({ label }) => label ?? []),
      added: after.all.filter((number) => !before.all.includes(number)),
      omitted: after.omitted.filter((number) => !before.omitted.includes(number)),
    },
  };
}

function numbersIn(script: Screenplay): { readonly all: readonly string[]; readonly omitted: readonly string[] } {
  const headings = scenesOf(script).flatMap(({ heading }) => heading ?? []);
  const numbers = (of: typeof headings): readonly string[] => of.flatMap(({ number }) => number ?? []);
  return { all: numbers(headings), omitted: numbers(headings.filter(({ omitted }) => omitted === true)) };
}

function issued(document: IssueDocument): RecordWrite {
  return { type: 'record', kind: 'draft', id: `dr_${randomUUID()}`, expected: 0, document: toJson(document) };
}

/** A colour by its name; none for white. @throws ScriptGenError `input/invalid` */
function colorNamed(name: string): RevisionColor | undefined {
  if (name.toLowerCase() === 'white') return undefined;
  const found = REVISION_COLORS.find((color) => color.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw new ScriptGenError({
    code: 'input/invalid',
    message: `There is no paper called ${JSON.stringify(name)}.`,
    hint: `The colours in their order: White, ${REVISION_COLORS.map((color) => color.name).join(', ')}.`,
  });
}

/** A script whose last round was of this colour, so that the next one has the colour after it. */
function withRound(
  script: Screenplay,
  { name, color, pageColor }: RevisionColor,
  date: string | undefined,
): Screenplay {
  const set = { id: 1, name, mark: '*', color, pageColor, ...(date === undefined ? {} : { date }) };
  return { ...script, production: { ...script.production, revisions: [set] } };
}

function lastOf(issues: readonly Issue[], { script }: Story): Issue {
  const last = issues.at(-1);
  if (last !== undefined) return last;
  throw new ScriptGenError({
    code: 'markup/not-found',
    message: `${script.title} is not in production.`,
    hint: 'Lock a draft first: scriptgen draft lock',
  });
}

function lockedAlready({ name, by, time }: Issue): ScriptGenError {
  return new ScriptGenError({
    code: 'markup/conflict',
    message: `The draft is locked already: ${name}, by ${by.name}, ${time.slice(0, 10)}.`,
    hint: 'Hand changes out with "scriptgen draft issue", or take it out of production with "scriptgen draft unlock".',
  });
}
