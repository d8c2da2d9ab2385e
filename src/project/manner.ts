import type { Json } from '../core/index.ts';
import { DIALOGUES, type Dialogue, ORDERS, type Order, type Run } from '../steps/index.ts';

/** How a script is written, as far as it decides what is asked. What is absent is as it is by itself. */
export interface Manner {
  readonly dialogue?: Dialogue | undefined;
  readonly order?: Order | undefined;
  readonly surface?: boolean | undefined;
}

/** The name under which it is kept. */
export const MANNER = 'manner';

/** How a run writes, as it is kept: whatever goes over the script later does so too, unless it is told otherwise. */
export function mannerArtifact({ dialogue, order, surface }: Run): { readonly name: string; readonly value: Json } {
  return {
    name: MANNER,
    value: {
      ...(dialogue === undefined ? {} : { dialogue }),
      ...(order === undefined ? {} : { order }),
      ...(surface === undefined ? {} : { surface }),
    },
  };
}

/** What is asked for, and for the rest how the script was written last. */
export function mannerFrom(artifacts: ReadonlyMap<string, Json>, asked: Manner): Manner {
  const kept = artifacts.get(MANNER);
  const { dialogue, order, surface } =
    kept !== null && typeof kept === 'object' && !Array.isArray(kept) ? (kept as Record<string, Json | undefined>) : {};
  return {
    dialogue: asked.dialogue ?? DIALOGUES.find((one) => one === dialogue),
    order: asked.order ?? ORDERS.find((one) => one === order),
    surface: asked.surface ?? (typeof surface === 'boolean' ? surface : undefined),
  };
}
