import type { ModelRequest } from '../../llm/index.ts';
import { ROLES, type Role } from '../../prompts/index.ts';
import type { JournalRow } from '../../steps/index.ts';

/** The model that a role asked when it was recorded, with its settings. */
export interface RecordedModel extends Pick<ModelRequest, 'model' | 'params'> {
  readonly isLanguageModel: boolean;
}

/** The models of a recording by role; a role that asked nothing may be absent. */
export type RecordedModels = Readonly<Partial<Record<Role, RecordedModel>>>;

/** What is known where answers are recorded. */
export interface RecordingPlace {
  /** Whom a task's prompt speaks to; `undefined` for a prompt that is not there. */
  readonly roleOf: (task: string) => Role | undefined;
  readonly isLanguageModel: (model: string) => boolean;
  /** What a role would ask now. */
  readonly modelFor?: (role: Role) => Pick<ModelRequest, 'model' | 'params'>;
}

/** Watches answers go by, and says in the end who gave them. */
export interface ModelsSeen {
  readonly see: (row: JournalRow) => void;
  readonly models: () => RecordedModels;
}

/**
 * Find out which model each role asked. Of two that one role asked it is the later one's; a role that asked nothing is
 * taken to have what it would ask now, if that is so of the roles that did ask, and no model else.
 */
export function watchModels({ roleOf, isLanguageModel, modelFor }: RecordingPlace): ModelsSeen {
  const last = new Map<Role, { readonly time: string; readonly asked: Pick<ModelRequest, 'model' | 'params'> }>();
  const withKind = ({ model, params }: Pick<ModelRequest, 'model' | 'params'>): RecordedModel => ({
    ...{ model, params },
    isLanguageModel: isLanguageModel(model),
  });
  return {
    see: ({ task, time, model, request }) => {
      const role = roleOf(task);
      const before = role === undefined ? undefined : last.get(role);
      if (role === undefined || (before !== undefined && before.time >= time)) return;
      const { params = {} } = request as Partial<Pick<ModelRequest, 'params'>>;
      last.set(role, { time, asked: { model, params } });
    },
    models: () => {
      const isNow = [...last].every(([role, { asked }]) => modelFor?.(role).model === asked.model);
      const found = ROLES.flatMap((role): readonly (readonly [Role, RecordedModel])[] => {
        const asked = last.get(role)?.asked ?? (isNow && last.size > 0 ? modelFor?.(role) : undefined);
        return asked === undefined ? [] : [[role, withKind(asked)]];
      });
      return Object.fromEntries(found);
    },
  };
}
