import { readFileSync, writeFileSync } from 'node:fs';
import { openProject, type Project, type ProjectOptions } from '../../src/index.ts';
import { scratch } from './cli.ts';

/** A project with one script, and the file that it was written to. */
export interface EditedProject {
  readonly project: Project;
  readonly dir: string;
  readonly file: string;
  readonly text: () => string;
  /** Save the file with another text. */
  readonly save: (change: (text: string) => string) => void;
  /** Save the file with its scenes changed: as texts, each from its heading on; what stands before is left. */
  readonly saveScenes: (change: (scenes: readonly string[]) => readonly string[]) => void;
  readonly close: () => Promise<void>;
}

/** Have a script of so many scenes written, by the offline writer unless told otherwise. */
export async function editedProject(scenes: number, options: ProjectOptions = {}): Promise<EditedProject> {
  const { dir, remove } = scratch();
  const project = await openProject({ dir, env: {}, detect: false, ...options });
  const logline = 'A ferryman learns that the far bank has moved overnight.';
  const { files } = await project.write({ logline, scenes });
  const file = files.find(({ path }) => path.endsWith('.fountain'))?.path ?? '';
  const text = (): string => readFileSync(file, 'utf8');
  const save: EditedProject['save'] = (change) => writeFileSync(file, change(text()));
  return {
    ...{ project, dir, file, text, save },
    saveScenes: (change) =>
      save((all) => {
        const end = all.slice(all.trimEnd().lastIndexOf('\n\n'));
        const [front = '', ...parts] = all.slice(0, -end.length).split(/\n\n(?=(?:INT|EXT)\. )/);
        return [front, ...change(parts)].join('\n\n') + end;
      }),
    close: async () => {
      await project.close();
      remove();
    },
  };
}
