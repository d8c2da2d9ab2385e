import type { Agents, Story } from '../agents/index.ts';
import type { Script } from '../bibles/index.ts';
import type { Note } from '../core/index.ts';
import type { Models } from '../llm/index.ts';
import type { Screenplay } from '../screenplay/index.ts';
import type { Run } from '../steps/index.ts';
import type { Storage } from '../storage/index.ts';
import type { Abilities } from './abilities.ts';
import type { Desk } from './bible/desk.ts';

/** What the parts of a project are made from: `openProject` makes one and gives it to each. */
export interface Wiring extends Pick<Abilities, 'runFor'> {
  /** The project's folder, absolute. */
  readonly dir: string;
  /** Opens the database, and makes it where there is none. */
  readonly storage: () => Promise<Storage>;
  /** The script of this slug or id; the newest when none is named. @throws ScriptGenError `script/not-found` */
  readonly getScript: (name?: string) => Promise<Script>;
  /** Everything that is true of a script now: bible, outline, and what people decided about its text. */
  readonly storyOf: (script: Script) => Promise<Story>;
  readonly deskOf: (script: Script) => Promise<Desk>;
  /** A script as it stands: the last drafts under what people made of them. */
  readonly screenplayOf: (story: Story) => Promise<Screenplay>;
  readonly agents: Agents;
  readonly modelFor: Run['models'];
  /** The settings of any model, by name. @throws ScriptGenError `model/unknown` */
  readonly requestFor: Models['requestFor'];
  /** Whether a model is a language model. */
  readonly isOfModel: (model: string) => boolean;
  /** Whether the director's is. */
  readonly isLanguageModel: boolean;
  /** What is gravely wrong with a story as it is planned. */
  readonly faults: (story: Story) => readonly Note[];
}
