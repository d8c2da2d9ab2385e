/** Agents: let them write one scene, then again with a director of your own. After `npm run build`: `npx node examples/agents.ts` */
import { AGENTS, type Agents, openProject, runAgents } from 'scriptgen';

const project = await openProject({ dir: process.argv[2] ?? 'agents-example' });
await project.write({
  logline: 'A court stenographer finds her own testimony altered in an old transcript.',
  scenes: 6,
});

const { run, story } = await project.prepare();
const card = story.outline.cards.find((candidate) => candidate.speakers.length > 1) ?? story.outline.cards[0];
if (!card) throw new Error('the outline is empty');
const stage = { story, card, take: 0 };

const { offers, elements } = await runAgents(run, stage);
console.log(`${offers.map((offer) => `${offer.character} offered ${offer.offer.lines.length} lines`).join(', ')}`);
console.log(`the director staged ${elements.length} elements`);

/** A director who trusts the words: no character is told how to say a line. */
const plain: Agents = {
  ...AGENTS,
  director: async (abilities, given) => {
    const staged = await AGENTS.director(abilities, given);
    return { ...staged, elements: staged.elements.map((element) => ({ ...element, parenthetical: '' })) };
  },
};
const spoken = await runAgents(run, stage, plain);
console.log(`${spoken.elements.filter((element) => element.parenthetical !== '').length} parentheticals left`);
await project.close();
