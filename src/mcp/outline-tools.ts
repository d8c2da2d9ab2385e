import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import {
  applyChange,
  OutlineChangeShape,
  outlineChangeFrom,
  type Project,
  ProposedShape,
  proposedFrom,
} from '../project.ts';
import { answer, byAssistant, reason, script } from './answer.ts';

/** Tools for the outline, what a change would reach, what was changed, and what-if versions. */
export function addOutlineTools(server: McpServer, project: Project): void {
  server.registerTool(
    'list_scenes',
    { description: 'The outline of a script: its scene cards, in order.', inputSchema: z.object({ script }) },
    (input) => answer(async () => (await project.outline(input.script)).list()),
  );
  server.registerTool(
    'change_outline',
    {
      description:
        'Change the outline: a card is set, added, moved, split, merged with the next, or removed, as a new version. Nothing is rewritten until build_script.',
      inputSchema: z.object({ change: OutlineChangeShape, reason, script }),
    },
    ({ change, reason: why, script: of }) =>
      answer(async () => applyChange(await project.outline(of), outlineChangeFrom(change), byAssistant(why))),
  );
  server.registerTool(
    'show_impact',
    {
      description:
        'Which scenes changes of entries, outline, models or prompts would reach, why, and at what cost. Changes nothing and asks nothing.',
      inputSchema: z.object({ changes: z.array(ProposedShape).min(1), script }),
    },
    ({ changes, script: of }) => answer(() => project.impact(changes.map(proposedFrom), of)),
  );
  server.registerTool(
    'list_changes',
    {
      description: 'What was changed in a script, newest first: who, when, what and why.',
      inputSchema: z.object({ limit: z.number().int().min(1).max(1000).default(20), script }),
    },
    ({ limit, script: of }) => answer(() => project.listChanges(of, { limit })),
  );
  server.registerTool(
    'undo_change',
    {
      description: 'Take back a change that an assistant made, as a new change. What people changed, people take back.',
      inputSchema: z.object({ change: z.string().describe('cs_…, as list_changes gives it.'), reason, script }),
    },
    ({ change, reason: why, script: of }) => answer(() => project.undo(change, byAssistant(why), of)),
  );
  server.registerTool(
    'list_branches',
    { description: 'The what-if versions of a script.', inputSchema: z.object({ script }) },
    (input) => answer(async () => (await project.branches(input.script)).list()),
  );
  server.registerTool(
    'diff_branches',
    {
      description:
        'What differs between a branch and what it was made from, or between two, and which scenes it reaches.',
      inputSchema: z.object({ from: z.string().optional(), to: z.string().optional(), script }),
    },
    ({ from, to, script: of }) => answer(async () => (await project.branches(of)).diff(from, to)),
  );
}
