/**
 * Write many scripts at once in one project, in a process of its own: folder, base URL, first and last number as arguments; what each
 * came to as JSON. `DATABASE_URL` counts.
 */
import { isScriptGenError } from '../../src/core/index.ts';
import { openProject } from '../../src/index.ts';

const [dir = '', baseUrl = '', first = '0', last = '0'] = process.argv.slice(2);
const { DATABASE_URL = '' } = process.env;
const project = await openProject({ dir, env: { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: 'k', DATABASE_URL } });
const numbers = Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
const outcomes = await Promise.all(
  numbers.map(async (number) => {
    const warnings: string[] = [];
    const told = await project
      .write({
        logline: `The ferryman of bank number ${number} learns that the far bank has moved.`,
        scenes: 2,
        onEvent: (event) => {
          if (event.type === 'budget-warning') warnings.push(event.cap);
        },
      })
      .catch((error: unknown) => {
        if (isScriptGenError(error)) return { status: 'stopped', error: error.toJSON() };
        throw error;
      });
    return { number, warnings, ...told };
  }),
);
await project.close();
process.stdout.write(JSON.stringify(outcomes));
