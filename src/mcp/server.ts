import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
import { parseSource } from '../adapt/index.ts';
import { GROUPS, OVERSEERS, type Project } from '../project.ts';
import { answer, byAssistant, maxCost, reason, script } from './answer.ts';
import { addOutlineTools } from './outline-tools.ts';
import { addSceneTools } from './scene-tools.ts';

/** The MCP face of a project: its commands as tools for an assistant. Answers are JSON text; errors carry code, message and hint. */
export function createMcpServer(project: Project, version: string): McpServer {
  const server = new McpServer({ name: 'scriptgen', version });
  server.registerTool('list_scripts', { description: 'All scripts of the project.', inputSchema: z.object({}) }, () =>
    answer(() => project.listScripts()),
  );
  server.registerTool(
    'write_script',
    {
      description:
        'Turn a logline, or a treatment, outline or story, into a screenplay (Fountain and PDF files). Asks the configured model, which may cost money.',
      inputSchema: z.object({
        logline: z.string().optional().describe('The story in one sentence.'),
        source: z.string().optional().describe('Instead of a logline: the text of a treatment, an outline or a story.'),
        format: z.enum(['short', 'feature', 'tv-hour', 'sitcom']).optional(),
        scenes: z.number().int().min(1).max(200).optional(),
        maxCost,
      }),
    },
    ({ logline, source, format, scenes, maxCost: most }) =>
      answer(async () =>
        project.write({
          ...(logline === undefined ? {} : { logline }),
          ...(source === undefined
            ? {}
            : { source: await parseSource(new TextEncoder().encode(source), 'the source') }),
          ...(format === undefined ? {} : { format }),
          ...(scenes === undefined ? {} : { scenes }),
          ...(most === undefined ? {} : { maxCost: most }),
        }),
      ),
  );
  server.registerTool(
    'build_script',
    {
      description: 'Write the scenes that are not fresh. Asks the configured model.',
      inputSchema: z.object({ script, maxCost }),
    },
    (input) =>
      answer(() =>
        project.build({
          ...(input.script === undefined ? {} : { script: input.script }),
          ...(input.maxCost === undefined ? {} : { maxCost: input.maxCost }),
        }),
      ),
  );
  server.registerTool(
    'continue_script',
    {
      description:
        'Go on with a script in a new one: scenes before `fromScene` are kept as they are, others are planned and written. Asks the configured model.',
      inputSchema: z.object({
        script,
        fromScene: z.number().int().min(2).optional().describe('The first new scene; after the last one when absent.'),
        scenes: z.number().int().min(1).max(200).optional().describe('How many follow.'),
        maxCost,
      }),
    },
    ({ script: named, fromScene, scenes, maxCost: most }) =>
      answer(() =>
        project.continue({
          ...(named === undefined ? {} : { script: named }),
          ...(fromScene === undefined ? {} : { fromScene }),
          ...(scenes === undefined ? {} : { scenes }),
          ...(most === undefined ? {} : { maxCost: most }),
        }),
      ),
  );
  server.registerTool(
    'plan_script',
    {
      description: 'What a build would ask now, for which reasons, and how much. Asks nothing.',
      inputSchema: z.object({ script }),
    },
    (input) => answer(() => project.plan(input.script)),
  );
  server.registerTool(
    'explain_scene',
    {
      description: 'Why a scene is fresh or stale, and what it read.',
      inputSchema: z.object({ scene: z.string(), script }),
    },
    (input) => answer(() => project.why(input.scene, input.script)),
  );
  server.registerTool(
    'cover_script',
    {
      description:
        "A reader's report: logline, synopsis, comments, grid and verdict, from quotes that stand in the script. Asks the configured model.",
      inputSchema: z.object({
        script,
        setting: z.boolean().default(false).describe('Whether to judge setting and production values too.'),
        maxCost,
      }),
    },
    ({ script: named, setting, maxCost: most }) =>
      answer(() =>
        project.cover({
          setting,
          ...(named === undefined ? {} : { script: named }),
          ...(most === undefined ? {} : { maxCost: most }),
        }),
      ),
  );
  server.registerTool(
    'sum_costs',
    {
      description: 'What models cost so far: calls, tokens and US dollars, summed by something they have in common.',
      inputSchema: z.object({ by: z.enum(GROUPS).default('model'), script }),
    },
    ({ by, script: named }) => answer(() => project.stats({ by, ...(named === undefined ? {} : { script: named }) })),
  );
  server.registerTool(
    'list_entries',
    { description: 'The bibles of a script.', inputSchema: z.object({ script }) },
    (input) => answer(async () => (await project.bible(input.script)).list()),
  );
  server.registerTool(
    'search_bible',
    {
      description: 'Find words in bible entries, scene cards and scenes, best first.',
      inputSchema: z.object({ query: z.string(), script }),
    },
    ({ query, script: of }) => answer(async () => (await project.bible(of)).search(query)),
  );
  server.registerTool(
    'show_context',
    {
      description:
        'What a character (by name), or the director, dramaturge, continuity or planner, is shown in a scene.',
      inputSchema: z.object({ scene: z.string().describe('Number or id.'), viewer: z.string(), script }),
    },
    ({ scene, viewer, script: of }) =>
      answer(async () => {
        const named = OVERSEERS.find((role) => role === viewer) ?? { character: viewer };
        return (await project.bible(of)).context(scene, named);
      }),
  );
  server.registerTool(
    'propose_entry',
    {
      description: 'Propose a new bible entry. It is a draft: nobody reads it before a person accepts it.',
      inputSchema: z.object({
        kind: z.string().describe("character, setting, plot, theme, or a kind of the project's own"),
        name: z.string(),
        fields: z.record(z.string(), z.json()).default({}),
        reason,
        script,
      }),
    },
    ({ kind, name, fields, reason: why, script: of }) =>
      answer(async () => (await project.bible(of)).create({ kind, name, fields }, byAssistant(why))),
  );
  server.registerTool(
    'set_field',
    {
      description: 'Set one field of a bible entry as a new version. Nothing is rewritten until build_script.',
      inputSchema: z.object({
        entry: z.string(),
        field: z.string(),
        value: z.string(),
        reason,
        script,
      }),
    },
    ({ entry, field, value, reason: why, script: of }) =>
      answer(async () => (await project.bible(of)).setField(entry, field, value, byAssistant(why))),
  );
  addOutlineTools(server, project);
  addSceneTools(server, project);
  return server;
}

/** Serve a project over standard input and output until the client goes away. */
export function serveMcp(project: Project, version: string): void {
  serveStdio(() => createMcpServer(project, version));
}
