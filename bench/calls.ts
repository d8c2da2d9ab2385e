import { type Bible, type Format, firstVersion, type Outline } from '../src/bibles/index.ts';
import { estimateRequest, estimateTokens, type ModelRequest, type Provider } from '../src/llm/index.ts';
import { createOfflineWriter, OFFLINE_WRITER } from '../src/offline/index.ts';
import { assembleScript, planStory, writeScenes } from '../src/orchestrator/index.ts';
import { packageRoot } from '../src/project/package-root.ts';
import { loadPrompts } from '../src/prompts/index.ts';
import { layoutScreenplay, printFountain, type Screenplay } from '../src/screenplay/index.ts';
import { DIALOGUES, type Dialogue } from '../src/steps/index.ts';
import { openSqlite } from '../src/storage/index.ts';
import { testRun } from '../tests/support/test-run.ts';
import { chainCalls, oneShotCalls, type Traffic } from './calls-peers.ts';
import { figure, scratch } from './support.ts';

const LOGLINE = 'A small-town pawnbroker discovers the ring she bought belongs to a dead bride';
const SIZES: readonly (readonly [Format, number])[] = [
  ['short', 12],
  ['feature', 100],
];

/**
 * How many calls and tokens a finished page takes, by size and by dialogue mode, beside a one-shot prompt and a chain in
 * the manner of Dramatron that end in the same pages.
 *
 * Counted from what is sent and what comes back, with the estimate that knows no vocabulary of a model; answers are the
 * offline writer's, so their length is that of a finished script and their worth nobody's claim.
 */
export async function benchCalls(): Promise<void> {
  for (const [format, scenes] of SIZES) {
    let last: Written | undefined;
    for (const dialogue of DIALOGUES) {
      last = await write(format, scenes, dialogue);
      tell(`${format}, ${scenes} scenes, ${dialogue}`, last.traffic, last.pages);
    }
    if (last === undefined) continue;
    const story = { logline: LOGLINE, ...last };
    tell(`${format}, one-shot prompt`, oneShotCalls(story), last.pages);
    tell(`${format}, Dramatron-style chain`, chainCalls(story), last.pages);
  }
}

interface Written {
  readonly traffic: Traffic;
  readonly bible: Bible;
  readonly outline: Outline;
  readonly screenplay: Screenplay;
  readonly pages: number;
  /** All of it as Fountain. */
  readonly text: string;
}

async function write(format: Format, scenes: number, dialogue: Dialogue): Promise<Written> {
  const folder = scratch();
  const storage = await openSqlite(`${folder.dir}/calls.db`);
  try {
    const { provider, traffic } = counted(createOfflineWriter());
    const run = testRun(storage, provider, {
      models: () => ({ model: OFFLINE_WRITER, params: {} }),
      prompts: loadPrompts(packageRoot()),
      dialogue,
    });
    const { script, entries, outline } = await planStory(
      run,
      { logline: LOGLINE, format, scenes },
      { name: async (title) => ({ title, slug: 'script' }) },
    );
    const bible: Bible = { entries: entries.map(firstVersion) };
    const story = { script, bible, outline };
    const outcomes = await writeScenes(run, story, new Map());
    const drafts = new Map(outcomes.flatMap(({ draft }) => (draft ? [[draft.scene, draft]] : [])));
    const screenplay = assembleScript(story, drafts, { model: OFFLINE_WRITER, isLanguageModel: false });
    const pages = layoutScreenplay(screenplay).filter(({ number }) => number !== null).length;
    return { traffic, bible, outline, screenplay, pages, text: printFountain(screenplay) };
  } finally {
    await storage.close();
    folder.remove();
  }
}

/** A provider that adds up what goes through it. */
function counted(writer: Provider): { readonly provider: Provider; readonly traffic: Traffic } {
  const traffic = { calls: 0, inputTokens: 0, outputTokens: 0 };
  const answer: Provider['answer'] = async (request: ModelRequest, call) => {
    const completion = await writer.answer(request, call);
    traffic.calls += 1;
    traffic.inputTokens += estimateRequest(request);
    traffic.outputTokens += estimateTokens(completion.text);
    return completion;
  };
  return { provider: { ...writer, answer }, traffic };
}

function tell(name: string, { calls, inputTokens, outputTokens }: Traffic, pages: number): void {
  const per = (sum: number): string => (sum / pages).toFixed(sum / pages < 10 ? 2 : 0);
  figure(
    name,
    `${calls} calls for ${pages} pages: ${per(calls)} calls, ${per(inputTokens)} tokens in, ${per(outputTokens)} out a page`,
  );
}
