import type { z } from 'zod';
import { type Json, type Reference, ScriptGenError } from '../core/index.ts';
import { answerSchema, estimateRequest, type Message, type ModelRequest, readAnswer } from '../llm/index.ts';
import { renderPrompt } from '../prompts/index.ts';
import { type AskFor, askAboutFaults, askAgain, goOn, type KeyedRow } from './ask-again.ts';
import type { Saving } from './call.ts';
import type { JournalRow } from './journal.ts';
import { canonicalRequest, type StepKey, stepKey } from './key.ts';
import { obtain } from './obtain.ts';
import { changesBetween, PlanMiss } from './plan.ts';
import type { Run, StepPlace } from './run.ts';

/** One typed question: where it stands in the build, what it reads, and the shape of its answer. */
export interface StepAsk<T> {
  /** The place in the build: `bible/premise`, `sc_1f…/direct`. Unique within a run. */
  readonly slot: string;
  /** The scene it belongs to, by id. */
  readonly scene?: string;
  /** Who asks, as shown to people; the prompt's role when absent. */
  readonly agent?: string;
  /** The prompt's name, which is also the task's. */
  readonly prompt: string;
  readonly variables: Readonly<Record<string, string>>;
  /** What the prompt was rendered from, as data: JSON, and nothing that the prompt does not show. */
  readonly input: object;
  readonly schema: z.ZodType<T>;
  /** What is wrong with an answer that fits the schema: it is asked about once more, and the better one taken. */
  faults?(answer: T): readonly string[];
  readonly references: readonly Reference[];
  /** Where this slot was never satisfied, those that begin so may have asked the same in other parts: what `why` compares with. */
  readonly family?: string;
  /** 0 for the first answer, 1, 2 … for a deliberate new sample. */
  readonly take?: number;
}

/** The source, among references, that says which sample was asked for; the first says nothing. */
export const TAKE = 'take';

/**
 * Ask a typed question, once.
 *
 * The answer comes from the journal when exactly this was asked before; else a model is asked, and its
 * raw answer is journalled before it is read. An answer that does not fit the schema is asked about once
 * more, with the faults named, as is one that fits and is not what was asked; and the rest of a list that was cut off is asked for; these questions have keys of
 * their own, so nothing is ever paid for twice.
 *
 * @throws ScriptGenError `model/unreadable` or `model/cut-off` when no readable answer came (the raw answers are
 * kept aside, and the next run asks anew), or what the model client threw.
 * @throws PlanMiss in plan mode, when the answer is not in the journal.
 */
export async function step<T>(run: Run, ask: StepAsk<T>): Promise<T> {
  const prompt = run.prompts.get(ask.prompt);
  if (!prompt) throw new ScriptGenError({ code: 'config/invalid', message: `there is no prompt named ${ask.prompt}` });
  const { system, user } = renderPrompt(prompt, ask.variables);
  const { model, params } = run.models(prompt.role);
  const messages: Message[] = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
  const place: StepPlace = {
    slot: ask.slot,
    task: ask.prompt,
    agent: ask.agent ?? prompt.role,
    ...(ask.scene === undefined ? {} : { scene: ask.scene }),
  };
  const references: readonly Reference[] = [
    ...ask.references,
    { source: `prompt:${prompt.name}`, field: 'text', label: `prompt ${prompt.name}`, version: prompt.version },
    { source: `model:${prompt.role}`, field: 'id', label: `model of the ${prompt.role}`, version: model },
    ...(ask.take === undefined || ask.take === 0
      ? []
      : [{ source: TAKE, field: 'number', label: 'take', version: String(ask.take) }]),
    ...(run.repair === undefined
      ? []
      : [{ source: 'model:repair', field: 'id', label: 'model of the repair', version: run.repair.model }]),
  ];
  const first: ModelRequest = {
    model,
    params,
    messages,
    schema: answerSchema(ask.schema),
    // Plain data, as `input` says: what is `undefined` in it is left out wherever it is written.
    task: { name: ask.prompt, input: ask.input as Json, ...(ask.take ? { take: ask.take } : {}) },
  };
  const asked: AskFor = (request) =>
    answerTo(run, { request, take: ask.take ?? 0, place, role: prompt.role, references, family: ask.family });

  const row = await asked(first);
  const read = readAnswer(row.answer.text, ask.schema, row.answer);
  if (read.ok) {
    const value = await mended(first, { ask, row, value: read.value, asked });
    return satisfied(run, { ask, key: row.key, references, value });
  }
  const second =
    row.answer.finishReason === 'length'
      ? await goOn(first, { row, ask: asked, schema: ask.schema })
      : await askAgain({ ...first, ...run.repair }, { row, ask: asked, schema: ask.schema, problem: read.problem });
  if (second.reading.ok) return satisfied(run, { ask, key: row.key, references, value: second.reading.value });
  const code = second.rows.at(-1)?.answer.finishReason === 'length' ? 'model/cut-off' : 'model/unreadable';
  throw await unreadable(run, place, second.rows, code, second.reading.problem);
}

/** The answer, or that to the question about its faults where it has fewer. */
async function mended<T>(
  first: ModelRequest,
  { ask, row, value, asked }: { ask: StepAsk<T>; row: KeyedRow; value: T; asked: AskFor },
): Promise<T> {
  const faults = ask.faults?.(value) ?? [];
  if (faults.length === 0) return value;
  const { reading } = await askAboutFaults(first, { row, ask: asked, schema: ask.schema, faults });
  const isBetter = reading.ok && (ask.faults?.(reading.value) ?? []).length < faults.length;
  return isBetter ? reading.value : value;
}

interface Asked {
  readonly request: ModelRequest;
  readonly take: number;
  readonly place: StepPlace;
  readonly role: string;
  readonly references: readonly Reference[];
  readonly family: string | undefined;
}

async function answerTo(run: Run, { request, take, place, role, references, family }: Asked): Promise<KeyedRow> {
  const canonical = canonicalRequest(request, take);
  const key = stepKey(canonical);
  // A slot that asked the same the last time is answered by a look; for any other, the claim looks and asks in one.
  const isLikely = run.mode === 'plan' || run.slots.get(place.slot)?.key === key;
  const known = isLikely ? (await run.journal.find([key])).get(key) : undefined;
  if (!known && run.mode === 'plan') {
    const before = run.slots.get(place.slot)?.references ?? readBefore(run, family, references);
    run.planned.push({
      ...place,
      reason: before ? changesBetween(before, references) : 'new',
      inputTokens: estimateRequest(request),
      request,
      key,
    });
    throw new PlanMiss(place.slot);
  }
  try {
    const { row, source } = known
      ? { row: known, source: 'journal' as const }
      : await obtain(run, {
          key,
          canonical,
          request,
          place: { ...place, run: run.id, script: run.script, role },
          onAsk: () => run.emit({ type: 'step-start', ...place }),
          hooks: {
            onDelta: (text) => run.emit({ type: 'step-delta', ...place, text }),
            onRetry: (retry) => run.emit({ type: 'step-retry', ...place, ...retry }),
            onFallback: (fallback) => run.emit({ type: 'step-fallback', ...place, ...fallback }),
          },
        });
    const { usage, cost } = row.answer;
    if (source !== 'asked') run.save?.(savingOf(run, row, { place, role, source }));
    run.emit({ type: 'step-end', ...place, source, usage, cost: source === 'asked' ? cost : 0 });
    return { ...row, key };
  } catch (error) {
    if (error instanceof ScriptGenError)
      run.emit({ type: 'step-error', ...place, code: error.code, message: error.message });
    throw error;
  }
}

/** What the slots of a family read of these references. That another prompt asks it now is no reason to ask. */
function readBefore(
  run: Run,
  family: string | undefined,
  references: readonly Reference[],
): readonly Reference[] | undefined {
  if (family === undefined) return undefined;
  const slots = [...run.slots.values()].filter(({ slot }) => slot.startsWith(family));
  const isRead = (old: Reference): boolean =>
    references.some(({ source, field }) => source === old.source && field === old.field);
  if (slots.length === 0) return undefined;
  const prompts = references.filter(({ source }) => source.startsWith('prompt:'));
  return [...prompts, ...slots.flatMap((slot) => slot.references).filter(isRead)];
}

function satisfied<T>(
  run: Run,
  { ask, key, references, value }: { ask: StepAsk<T>; key: StepKey; references: readonly Reference[]; value: T },
): T {
  run.satisfied.set(ask.slot, { slot: ask.slot, key, references });
  return value;
}

/** What an answer would have cost again. */
function savingOf(
  run: Run,
  { task, model, answer }: JournalRow,
  { place, role, source }: { readonly place: StepPlace; readonly role: string; readonly source: 'journal' | 'shared' },
): Saving {
  const { inputTokens, outputTokens } = answer.usage;
  const scene = place.scene === undefined ? {} : { scene: place.scene };
  const where = { run: run.id, script: run.script, ...scene, task, role, model };
  return { ...where, kind: source, calls: 1, inputTokens, outputTokens, cost: answer.cost };
}

async function unreadable(
  run: Run,
  place: StepPlace,
  rows: readonly JournalRow[],
  code: 'model/unreadable' | 'model/cut-off',
  problem: string,
): Promise<ScriptGenError> {
  for (const row of rows) await run.journal.setAside(row.key, `${code}: ${problem}`);
  const error = new ScriptGenError({
    code,
    message:
      code === 'model/cut-off'
        ? `${place.task}: the answer was cut off at the model's output limit`
        : `${place.task}: no answer that fits after asking twice: ${problem}`,
    hint:
      code === 'model/cut-off'
        ? "Raise the model's output limit in models.json, or ask for fewer scenes."
        : 'The answers are kept. Run the build again to ask anew, or name another model with --model.',
  });
  run.emit({ type: 'step-error', ...place, code, message: error.message });
  return error;
}
