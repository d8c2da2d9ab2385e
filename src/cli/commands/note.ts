import type { Command } from 'commander';
import type { NewNote, NoteView } from '../../project.ts';
import { type Cli, print, printJson, type ScriptFlags, withProject } from '../cli.ts';
import { counted } from '../format.ts';
import { oneOf, someText } from '../options.ts';
import { noteLines } from '../rewriting/note-lines.ts';

interface NoteFlags extends ScriptFlags {
  readonly quote?: string;
  readonly by?: string;
  readonly severity?: NonNullable<NewNote['severity']>;
  readonly all?: boolean;
  readonly reason?: string;
}

const SEVERITIES = ['blocker', 'major', 'minor', 'info'] as const;

/** What is decided about a note, by the command that does it. */
const DECISIONS = {
  settle: ['settled', 'say that a note is dealt with'],
  dismiss: ['dismissed', 'say that a note is none; it is not found again in the same words'],
  open: ['open', 'open a note again'],
} as const;

const EXAMPLES = `
Examples:
  scriptgen note add 9 "make her crueller here" --quote "I'm sorry." --by "R. Lund"
  scriptgen note list 9
  scriptgen note dismiss nt_1a2b --reason "She lies."`;

/** `scriptgen note`: notes on scenes, from people and from readers. */
export function addNote(program: Command, cli: Cli): void {
  const note = program
    .command('note')
    .summary('notes on scenes: add, list, settle, dismiss')
    .description('Notes on scenes, from people and from readers. A note is never applied to other words than its own.')
    .addHelpText('after', EXAMPLES);
  scripted(note.command('add').description('Add a note to a scene.'))
    .argument('<scene>', 'number or id')
    .argument('<text>', 'what is to change, or what is wrong')
    .option('--quote <words>', 'the exact words that it is about (default: the whole scene)', someText('--quote'))
    .option('--severity <level>', SEVERITIES.join(', '), oneOf('--severity', SEVERITIES))
    .option('--by <name>', 'who says so (default: writer)', someText('--by'))
    .action(async (scene: string, message: string, _own: object, self: Command) => {
      const flags = self.optsWithGlobals<NoteFlags>();
      const { script, quote, by, severity } = flags;
      const asked: NewNote = {
        ...{ scene, message },
        ...(quote === undefined ? {} : { quote }),
        ...(severity === undefined ? {} : { severity }),
        ...(by === undefined ? {} : { author: by }),
      };
      show(cli, flags, await withProject(cli, flags, async (project) => (await project.sceneNotes(script)).add(asked)));
    });
  scripted(note.command('list').description('List the open notes, those whose words are gone among them.'))
    .argument('[scene]', 'number or id (default: all scenes)')
    .option('--all', 'those that were decided, too')
    .action(async (scene: string | undefined, _own: object, self: Command) => {
      const flags = self.optsWithGlobals<NoteFlags>();
      const { script, all = false } = flags;
      const asked = { all, ...(scene === undefined ? {} : { scene }) };
      const notes = await withProject(cli, flags, async (project) => (await project.sceneNotes(script)).list(asked));
      if (flags.json) return printJson(cli, 'note', notes);
      print(cli, [...notes.flatMap(noteLines), counted(notes.length, 'note')]);
    });
  scripted(note.command('show').description('Show one note.'))
    .argument('<note>', 'its id, or the beginning of it')
    .action(async (id: string, _own: object, self: Command) => {
      const flags = self.optsWithGlobals<NoteFlags>();
      const { script } = flags;
      show(cli, flags, await withProject(cli, flags, async (project) => (await project.sceneNotes(script)).show(id)));
    });
  for (const [name, [state, what]] of Object.entries(DECISIONS))
    scripted(note.command(name).description(`${what[0]?.toUpperCase()}${what.slice(1)}.`))
      .argument('<note>', 'its id, or the beginning of it')
      .option('--reason <text>', 'why', someText('--reason'))
      .option('--by <name>', 'who says so (default: writer)', someText('--by'))
      .action(async (id: string, _own: object, self: Command) => {
        const flags = self.optsWithGlobals<NoteFlags>();
        const { script, reason, by } = flags;
        const how = { ...(reason === undefined ? {} : { reason }), ...(by === undefined ? {} : { author: by }) };
        const decide = async (): Promise<NoteView> =>
          withProject(cli, flags, async (project) => (await project.sceneNotes(script)).decide(id, state, how));
        show(cli, flags, await decide());
      });
}

function scripted(command: Command): Command {
  return command.option('-s, --script <name>', 'script of the project (default: the newest)', someText('--script'));
}

function show(cli: Cli, flags: NoteFlags, note: NoteView): void {
  if (flags.json) printJson(cli, 'note', [note]);
  else print(cli, noteLines(note));
}
