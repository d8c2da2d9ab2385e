import type { Author } from '../../bibles/index.ts';

/** What a step gave a scene, as far as words go. */
export interface Said {
  readonly text: string;
  /** What it was given for: a note's rule and message. */
  readonly note?: string;
}

/** A step of a scene that was answered, with the words that it gave. */
export interface StepAnswer {
  readonly key: string;
  /** `sc_1f…/direct` */
  readonly slot: string;
  /** `scene.direct` */
  readonly task: string;
  /** A role, or the name of a character. */
  readonly agent: string;
  /** `provider/model` */
  readonly model: string;
  /** The name of the prompt and its version; absent where no slot tells it any more. */
  readonly prompt?: { readonly name: string; readonly version: string };
  /** What of the bible and the card it read: `MAYA.voice` in `v3`. */
  readonly reads: readonly { readonly label: string; readonly version: string }[];
  /** When it was answered; ISO 8601, UTC. */
  readonly time: string;
  /** US dollars; `null` when the price is not known. */
  readonly cost: number | null;
  readonly said: readonly Said[];
}

/** A step that gave a passage its words, or took them on. */
export interface GivingStep extends Omit<StepAnswer, 'said'> {
  /** `wrote`: these are its words. `changed`: others offered them, and it gave them this form. `kept`: it took them on as they are. */
  readonly part: 'wrote' | 'changed' | 'kept';
  readonly note?: string;
}

/** Who decided, and in which version of the scene's edit. */
export interface Decided {
  readonly by: Author;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly version: number;
}

/** Where the words of a passage come from. */
export type Origin =
  /** A person typed them. */
  | ({ readonly type: 'person' } & Decided)
  /** They were read from a screenplay that was written elsewhere. */
  | { readonly type: 'imported' }
  /** A step gave them; without steps where the answers are not in the journal any more. */
  | { readonly type: 'model'; readonly model: string; readonly steps: readonly GivingStep[] }
  /** A model wrote them for a note or as a take, and a person took them. */
  | ({
      readonly type: 'taken';
      readonly model: string;
      readonly keys: readonly string[];
      readonly from: string;
      readonly notes: readonly string[];
    } & Decided)
  /** A model wrote them first, and a person changed them. */
  | ({
      readonly type: 'edited';
      /** The words as they were generated. */
      readonly before: string;
      readonly model: string;
      readonly steps: readonly GivingStep[];
      /** How many words are still the model's, and how many the person's. */
      readonly kept: number;
      readonly own: number;
    } & Decided);

/** Whose words a passage is, to be counted. */
export type Whose = 'human' | 'machine' | 'edited';

/** Whose words they are: what a person took as it was is still the machine's. */
export function whose({ type }: Origin): Whose {
  switch (type) {
    case 'person':
    case 'imported':
      return 'human';
    case 'model':
    case 'taken':
      return 'machine';
    case 'edited':
      return 'edited';
  }
}
