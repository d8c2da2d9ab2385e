import { type Cli, shellWord } from './cli.ts';
import { invalid } from './failure.ts';

/** The editor's command: $VISUAL, $EDITOR, on a terminal vi. `instead` is the command that needs none. @throws ScriptGenError `input/invalid` */
export function editorOf(
  { io }: Cli,
  { command, instead }: { readonly command: string; readonly instead: string },
): string {
  const editor = io.env['VISUAL'] || io.env['EDITOR'] || (io.stdout.isTTY ? 'vi' : '');
  if (editor !== '') return editor;
  throw invalid('no editor is named', `set EDITOR: EDITOR=nano ${command}, or ${shellWord(instead)}`);
}
