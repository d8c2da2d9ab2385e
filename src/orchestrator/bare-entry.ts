import { BUILT_IN, type BuiltIn, type Document, emptyDocument, foldName, type NewEntry } from '../bibles/index.ts';
import { deriveId } from '../core/index.ts';

/** A person or a place of which little is known but the name. */
export interface BareEntry {
  readonly kind: BuiltIn;
  /** The script that it is made in: the same name there gets the same id. */
  readonly script: string;
  readonly name: string;
  readonly fields: Document;
}

/** Make an entry of a name; what is not known of it is empty. */
export function bareEntry({ kind, script, name, fields }: BareEntry): NewEntry {
  const known = BUILT_IN.get(kind);
  return {
    id: deriveId(known?.prefix ?? kind, script, 'bare', foldName(name)),
    kind,
    name: name.trim(),
    document: { ...(known === undefined ? {} : emptyDocument(known)), ...fields },
  };
}
