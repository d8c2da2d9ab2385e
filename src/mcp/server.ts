import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
import { isScriptGenError } from '../core/index.ts';
import type { Project } from '../project.ts';

const script = z.string().optional().describe('Slug or id of the script; the newest when absent.');

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
        'Turn a logline into a screenplay (Fountain and PDF files). Asks the configured model, which may cost money.',
      inputSchema: z.object({
        logline: z.string().describe('The story in one sentence.'),
        format: z.enum(['short', 'feature', 'tv-hour', 'sitcom']).default('short'),
        scenes: z.number().int().min(1).max(200).optional(),
      }),
    },
    ({ logline, format, scenes }) =>
      answer(() => project.write({ logline, format, ...(scenes === undefined ? {} : { scenes }) })),
  );
  server.registerTool(
    'build_script',
    {
      description: 'Write the scenes that are not fresh. Asks the configured model.',
      inputSchema: z.object({ script }),
    },
    (input) => answer(() => project.build(input.script === undefined ? {} : { script: input.script })),
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
    'list_entries',
    { description: 'The bibles of a script.', inputSchema: z.object({ script }) },
    (input) => answer(async () => (await project.bible(input.script)).list()),
  );
  server.registerTool(
    'set_field',
    {
      description: 'Set one field of a bible entry as a new version. Nothing is rewritten until build_script.',
      inputSchema: z.object({
        entry: z.string(),
        field: z.string(),
        value: z.string(),
        reason: z.string().optional(),
        script,
      }),
    },
    ({ entry, field, value, reason, script: of }) =>
      answer(async () => {
        const how = { author: 'assistant', isAgent: true, ...(reason === undefined ? {} : { reason }) };
        return (await project.bible(of)).setField(entry, field, value, how);
      }),
  );
  return server;
}

/** Serve a project over standard input and output until the client goes away. */
export function serveMcp(project: Project, version: string): void {
  serveStdio(() => createMcpServer(project, version));
}

async function answer(
  work: () => Promise<unknown>,
): Promise<{ content: { type: 'text'; text: string }[]; isError?: boolean }> {
  try {
    return { content: [{ type: 'text', text: JSON.stringify(await work()) }] };
  } catch (error) {
    if (!isScriptGenError(error)) throw error;
    return { content: [{ type: 'text', text: JSON.stringify(error) }], isError: true };
  }
}
