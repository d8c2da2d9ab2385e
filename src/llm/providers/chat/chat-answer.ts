import type { Gathered, GatherOptions } from '../gather.ts';
import type { HttpAnswer } from '../http-response.ts';
import { createChatReader } from './chat-stream.ts';
import { readWhole } from './chat-whole.ts';

/**
 * Read the answer in a response that is no fault: an event stream, also one that is not labelled as such, or a whole
 * completion, which some servers send although a stream was asked for. Never throws.
 */
export async function readChat({ headers, read }: HttpAnswer, how: GatherOptions): Promise<Gathered> {
  const stream = createChatReader(how);
  const decoder = new TextDecoder();
  const { 'content-type': type = '' } = headers;
  let isStream = type.includes('event-stream') ? true : undefined;
  let body = '';
  const take = (text: string): boolean => {
    if (isStream === true) return stream.take(text);
    body += text;
    isStream ??= beginsEvents(body);
    return isStream === true && stream.take(body);
  };
  try {
    let isEnough = false;
    await read((piece) => {
      isEnough = take(decoder.decode(piece, { stream: true }));
      return isEnough;
    });
    if (!isEnough) take(decoder.decode());
  } catch (error) {
    return { ...(isStream ? stream.end() : { text: '', usage: undefined }), failure: { error } };
  }
  if (isStream) return stream.end();
  const whole = readWhole(body);
  if (whole.text !== '') how.onDelta?.(whole.text);
  return whole;
}

/** What a line of an event stream begins with. */
const FIELDS = ['data:', 'event:', 'id:', 'retry:', ':'];

/** Whether an event stream begins like this; `undefined` while it is too short to tell. */
function beginsEvents(body: string): boolean | undefined {
  const start = body.trimStart();
  if (FIELDS.some((field) => start.startsWith(field))) return true;
  return FIELDS.some((field) => field.startsWith(start)) ? undefined : false;
}
