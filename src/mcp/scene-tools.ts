import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Project } from '../project.ts';
import { answer, byAssistant, maxCost, reason, script } from './answer.ts';

const scene = z.string().describe('Number or id of a scene.');
const scenes = z.array(z.string()).min(1).optional().describe('Numbers, ranges and ids; all when absent.');

/** Tools for the text of scenes: what is kept, notes, rewriting, takes, proposals. They propose; people apply. */
export function addSceneTools(server: McpServer, project: Project): void {
  server.registerTool(
    'list_marks',
    {
      description: 'What people locked, approved, or said is still fine, and who did.',
      inputSchema: z.object({ script }),
    },
    (input) => answer(async () => (await project.markup(input.script)).marks()),
  );
  server.registerTool(
    'list_notes',
    {
      description: 'The open notes on scenes, from people and readers.',
      inputSchema: z.object({ script }),
    },
    (input) => answer(async () => (await project.sceneNotes(input.script)).list()),
  );
  server.registerTool(
    'critique_scenes',
    {
      description: 'Have scenes read: notes that quote their words are kept. Asks the configured model.',
      inputSchema: z.object({ scenes, maxCost, script }),
    },
    (input) => answer(() => project.critique(asked(input))),
  );
  server.registerTool(
    'rewrite_scenes',
    {
      description:
        'Rewrite scenes for their notes, or for an instruction. What a judge prefers is proposed, and nothing is changed: a person reviews it. Asks the configured model.',
      inputSchema: z.object({ scenes, instruction: z.string().optional(), maxCost, script }),
    },
    ({ instruction, ...input }) =>
      answer(() =>
        project.rewrite({
          ...asked(input),
          ...(instruction === undefined ? {} : { instruction }),
          author: 'assistant',
        }),
      ),
  );
  server.registerTool(
    'write_takes',
    {
      description: 'Write alternatives of a scene. The scene stays as it is. Asks the configured model.',
      inputSchema: z.object({
        scene,
        count: z.number().int().min(1).max(10).default(3),
        instruction: z.string().optional(),
        maxCost,
        script,
      }),
    },
    ({ scene: named, count, instruction, maxCost: most, script: of }) =>
      answer(async () =>
        (await project.takes(of)).write(named, {
          count,
          ...(instruction === undefined ? {} : { instruction }),
          ...(most === undefined ? {} : { maxCost: most }),
        }),
      ),
  );
  server.registerTool(
    'propose_take',
    {
      description: 'Propose a take for its scene, for a person to review.',
      inputSchema: z.object({ scene, take: z.number().int().min(0), reason, script }),
    },
    ({ scene: named, take, reason: why, script: of }) =>
      answer(async () => ({ proposal: await (await project.takes(of)).propose(named, take, byAssistant(why)) })),
  );
  server.registerTool(
    'list_proposals',
    {
      description: 'What is proposed for scenes and bible and waits for a person, change by change.',
      inputSchema: z.object({ scene: scene.optional(), script }),
    },
    ({ scene: named, script: of }) =>
      answer(async () => (await project.review(of)).list(named === undefined ? {} : { scene: named })),
  );
  server.registerTool(
    'blame_scene',
    {
      description: "Whose words a scene is, passage by passage: a person's, a model's, or both.",
      inputSchema: z.object({ scene, script }),
    },
    (input) => answer(() => project.blame(input.scene, input.script)),
  );
  server.registerTool(
    'show_disclosure',
    {
      description: "How much of a script is people's, models', or both: counts, with their method.",
      inputSchema: z.object({ script }),
    },
    (input) => answer(() => project.disclosure(input.script)),
  );
  server.registerTool(
    'sync_status',
    {
      description: "What reading the script's edited file back would change. Changes nothing.",
      inputSchema: z.object({ script }),
    },
    (input) =>
      answer(() => project.sync({ dryRun: true, ...(input.script === undefined ? {} : { script: input.script }) })),
  );
}

function asked(input: {
  readonly scenes?: readonly string[] | undefined;
  readonly maxCost?: number | undefined;
  readonly script?: string | undefined;
}) {
  const { scenes: named, maxCost: most, script: of } = input;
  return {
    ...(named === undefined ? {} : { scenes: named }),
    ...(most === undefined ? {} : { maxCost: most }),
    ...(of === undefined ? {} : { script: of }),
  };
}
