import type { Call, CallLog } from '../../project.ts';
import { formatCount, formatDuration, formatMoney, table } from '../format.ts';
import { cut, oneLine, safeLines } from '../text.ts';

/** As much of an id as tells calls apart; `logs show` takes it. */
const SHORT = 14;

/** Calls, a line each, without a word of what was asked or came. */
export function callLines(calls: readonly Call[], width: number): readonly string[] {
  if (calls.length === 0) return ['No call is like that.'];
  const rows = calls.map(({ id, time, task, agent, model, servedBy, usage, cost, ms, outcome }) => [
    id.slice(0, SHORT),
    timeText(time),
    task,
    oneLine(agent),
    servedBy === model ? model : `${model} -> ${servedBy}`,
    formatCount(usage.inputTokens),
    formatCount(usage.outputTokens),
    formatMoney(cost),
    formatDuration(ms),
    outcome === 'answered' ? '' : outcome,
  ]);
  const head = ['id', 'time (UTC)', 'task', 'agent', 'model', 'in', 'out', 'cost', 'took', ''];
  return table([head, ...rows], [5, 6, 7, 8]).map((line) => cut(line, width));
}

/** What of a call is shown. */
export type Part = 'all' | 'request' | 'answer';

/** A call with what was asked and what came, to be read by people. */
export function callLogLines(log: CallLog, part: Part): readonly string[] {
  return [
    ...(part === 'all' ? [...table(factsOf(log.call)), ''] : []),
    ...(part === 'answer' ? [] : requestLines(log)),
    ...(part === 'request' ? [] : answerLines(log)),
  ];
}

function factsOf(call: Call): readonly (readonly string[])[] {
  const { id, time, outcome, message, task, role, agent, scene, slot, run, script, lane, attempts } = call;
  const { inputTokens, outputTokens, cachedTokens, cacheWriteTokens, cacheWriteHourTokens, reasoningTokens } =
    call.usage;
  const written = (cacheWriteTokens ?? 0) + (cacheWriteHourTokens ?? 0);
  const input = `${formatCount(inputTokens)} in (${formatCount(cachedTokens)} cached, ${formatCount(written)} written to cache)`;
  const output = `${formatCount(outputTokens)} out (${formatCount(reasoningTokens ?? 0)} thinking)`;
  const waits = [
    formatDuration(call.ms),
    ...(call.firstTokenMs === undefined ? [] : [`first token after ${formatDuration(call.firstTokenMs)}`]),
    ...(call.waitedMs === undefined ? [] : [`${formatDuration(call.waitedMs)} waiting`]),
    `${formatCount(attempts)} attempt${attempts === 1 ? '' : 's'}`,
  ];
  const rows: readonly (readonly [string, string])[] = [
    ['call', id],
    ['time', timeText(time)],
    ['outcome', message === undefined ? outcome : `${outcome}: ${message}`],
    ['task', `${task}, asked by ${agent || 'nobody known'}${role === '' || role === agent ? '' : ` (${role})`}`],
    ['place', [script, scene ?? '', slot].filter((name) => name !== '').join(' ') || 'not known'],
    ['run', run || 'not known'],
    ['model', call.servedBy === call.model ? call.model : `${call.model}, answered by ${call.servedBy}`],
    ['lane', lane],
    ['tokens', `${input}, ${output}`],
    [
      'cost',
      `${formatMoney(call.cost)}${call.price === undefined ? '' : `, priced by ${call.price.source} of ${call.price.dated}`}`,
    ],
    ['took', waits.join(', ')],
  ];
  return rows.map(([name, value]) => [name, oneLine(value)]);
}

/** The messages of a question, each under its role. */
export function requestLines({ request }: CallLog): readonly string[] {
  const messages = messagesOf(request);
  if (messages.length === 0) return ['--- request', 'not kept any more'];
  return messages.flatMap(({ role, content }) => [`--- ${oneLine(role)}`, ...safeLines(content).split('\n')]);
}

/** The answer; JSON is laid out. */
export function answerLines({ text, call }: CallLog): readonly string[] {
  const head = call.outcome === 'answered' ? '--- answer' : '--- what had come of an answer';
  if (text === '') return [head, 'nothing is kept'];
  return [head, ...safeLines(laidOut(text)).split('\n')];
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function messagesOf(request: CallLog['request']): readonly { readonly role: string; readonly content: string }[] {
  if (typeof request !== 'object' || request === null || !('messages' in request)) return [];
  const { messages } = request;
  if (!Array.isArray(messages)) return [];
  return messages.flatMap((message: unknown) =>
    typeof message === 'object' && message !== null && 'role' in message && 'content' in message
      ? [{ role: String(message.role), content: String(message.content) }]
      : [],
  );
}

function timeText(time: string): string {
  return time.slice(0, 19).replace('T', ' ');
}
