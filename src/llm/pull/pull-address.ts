import { basename } from 'node:path';
import { ScriptGenError } from '../../core/index.ts';
import { isLoopback } from '../config/endpoint.ts';

/** What a pulled model may be called: no folder, nothing hidden. */
const FILE_NAME = /^[\w+-][\w.+-]{0,199}$/;

/**
 * Read the address of a model.
 *
 * @throws ScriptGenError `input/invalid` for one that is no `https:` (`http:` only on this machine) or holds a password.
 */
export function readAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !isAllowed(url)) {
    throw invalid('A model is pulled from an https address.', 'For example: https://huggingface.co/…/model.gguf');
  }
  if (url.username !== '' || url.password !== '') {
    throw invalid('The address holds a name or a password.', 'Download the file yourself, and name it in models.json.');
  }
  return url;
}

/** Whether something may be fetched from there: encrypted, or from this machine. */
export function isAllowed(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.href));
}

/** An address for messages: without what may be a secret. */
export function printAddress({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

/**
 * What the file is called: as asked, or as the address ends; `.gguf` is added where it is missing.
 *
 * @throws ScriptGenError `input/invalid` for what is no plain file name.
 */
export function fileName(url: URL, asked: string | undefined): string {
  const name = asked ?? decoded(basename(url.pathname));
  if (!FILE_NAME.test(name)) {
    throw invalid(
      'A name is letters, digits, dots, dashes and underscores.',
      'Give the file one: --name my-model.gguf',
    );
  }
  return name.toLowerCase().endsWith('.gguf') ? name : `${name}.gguf`;
}

/**
 * Read a SHA-256 as 64 hexadecimal digits.
 *
 * @throws ScriptGenError `input/invalid` that says where to get it.
 */
export function readSha256(text: string | undefined): string {
  const sha256 = text?.trim().toLowerCase();
  if (sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256)) return sha256;
  throw invalid(
    sha256 === undefined ? 'The SHA-256 of the file is missing.' : 'A SHA-256 is 64 digits, 0-9 and a-f.',
    "Give it with --sha256. It stands on the file's page (Hugging Face: open the file, SHA256), or sha256sum tells it.",
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function invalid(message: string, hint: string): ScriptGenError {
  return new ScriptGenError({ code: 'input/invalid', message, hint });
}
