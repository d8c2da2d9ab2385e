import type { Block, SceneHeading } from '../../screenplay/index.ts';

/** A scene as it stands in a file. */
export interface FileScene {
  readonly heading: SceneHeading;
  /** Without the heading. */
  readonly blocks: readonly Block[];
}

/** A scene as it was written to a file, and which it is. */
export interface ExportedScene extends FileScene {
  /** `sc_…` */
  readonly id: string;
}
