import type { ScenePlace } from '../project.ts';

/** The number of a scene as people see it: its place, or what it goes by in a locked draft. */
export function sceneNumber({ number, label }: Pick<ScenePlace, 'number' | 'label'>): string {
  return label ?? String(number);
}
