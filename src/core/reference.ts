import { fingerprint } from './hash.ts';

/**
 * One thing a step read: which field of which source, in which version.
 *
 * References are stored beside a step and never hashed: they explain a change,
 * the key decides whether there was one.
 */
export interface Reference {
  /** The source's id: a bible entry, a scene card, a prompt, a model role. */
  readonly source: string;
  /** The field's name in the source: `voice`, `goal`, `text`. */
  readonly field: string;
  /** The field as a person would name it: `MAYA.voice`, `card.goal`, `prompt scene-direct`. */
  readonly label: string;
  /** The version in which this field last changed: `v3`, or a short hash. */
  readonly version: string;
  /** The fingerprint of what was read, where the version does not tell: what is set back has another version and is no change. */
  readonly value?: string;
}

/**
 * A reference to a value that has no version: its fingerprint stands for one, and is taken when it is first read. Most
 * are never read, because what they are references of was asked before.
 */
export function fingerprinted(reference: Omit<Reference, 'version'>, value: unknown): Reference {
  let version: string | undefined;
  return {
    ...reference,
    get version() {
      version ??= fingerprint(value);
      return version;
    },
  };
}

/** A reference to a value that has a version: what it said is told too, when it is first asked. */
export function versioned(reference: Omit<Reference, 'value'>, said: unknown): Reference {
  let value: string | undefined;
  return {
    ...reference,
    get value() {
      value ??= fingerprint(said);
      return value;
    },
  };
}
