/** The workflow: a logline to a screenplay, watched as it goes, and built again for nothing. After `npm run build`: `npx node examples/workflow.ts` */
import { isScriptGenError, openProject } from 'scriptgen';
import { printFountain } from 'scriptgen/screenplay';

const project = await openProject({ dir: process.argv[2] ?? 'workflow-example' });
try {
  const report = await project.write({
    logline: 'Two rival beekeepers must share one van on the night the bridge is closed.',
    scenes: 6,
    onEvent: (event) => {
      if (event.type === 'scene-end') console.log(`scene ${event.number} ${event.state}: ${event.heading}`);
    },
  });
  console.log(`${report.script.title}: ${report.pages} pages by ${report.model}, ${report.tally.asked} answers asked`);

  const again = await project.build();
  console.log(`built again: ${again.tally.asked} asked, ${again.tally.journal} from the journal`);

  const screenplay = await project.getScreenplay();
  console.log(printFountain(screenplay).split('\n').length > 50 ? 'a screenplay' : 'a fragment');
} catch (error) {
  if (!isScriptGenError(error)) throw error;
  console.error(`${error.code}: ${error.message}\n${error.hint ?? ''}`);
} finally {
  await project.close();
}
