/** Agents of your own in a project: a critic in code, and a director who is replaced. After `npm run build`: `npx node examples/critics.ts` */
import { AGENTS, type Critic, openProject } from 'scriptgen';

/** Notes every line of more than twelve words. A critic may ask a model too: see docs/agents.md. */
const breath: Critic = async (_run, { elements }) =>
  elements.flatMap(({ type, text }, index) => {
    const words = text.split(/\s+/).length;
    if (type !== 'line' || words <= 12) return [];
    const message = `${words} words in one breath.`;
    const fix = 'Keep the first sentence.';
    return [
      {
        rule: 'breath/long',
        severity: 'minor',
        scope: 'element',
        element: index + 1,
        quote: text,
        message,
        fix,
      } as const,
    ];
  });

/** No parentheticals: the words must do it. */
const plain: typeof AGENTS.director = async (run, stage) => {
  const staged = await AGENTS.director(run, stage);
  return { ...staged, elements: staged.elements.map((element) => ({ ...element, parenthetical: '' })) };
};

const project = await openProject({
  dir: process.argv[2] ?? 'critics-example',
  agents: { director: plain, critics: [breath] },
});
const report = await project.write({
  logline: 'A court stenographer finds her own testimony altered in an old transcript.',
  scenes: 6,
});
const { children } = await project.getScreenplay();
const speeches = children.flatMap((block) => (block.type === 'dialogue' ? [block.parts] : []));
console.log(`${report.status}: ${speeches.length} speeches`);
console.log(`${speeches.flat().filter((part) => part.type === 'parenthetical').length} parentheticals`);
console.log(`fresh by the same agents: ${(await project.plan()).fresh} of ${report.scenes.length} scenes`);
await project.close();
