import { anthropic } from './anthropic.ts';
import { mistralChat, openaiChat } from './chat.ts';
import { google } from './google.ts';
import { ollama } from './ollama.ts';
import { openaiResponses } from './responses.ts';
import type { Wire, WireFormat } from './wire.ts';

/** How each format is read and written. */
export const WIRES: Readonly<Record<WireFormat, Wire>> = {
  'openai-chat': openaiChat,
  'openai-responses': openaiResponses,
  anthropic,
  google,
  mistral: mistralChat,
  ollama,
};
