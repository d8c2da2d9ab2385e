import type { Json } from '../../core/index.ts';

/** A request for something about batches. */
export interface BatchRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: Json | undefined;
  readonly raw: Buffer;
  readonly contentType: string;
  /** The server's own address: where results are. */
  readonly origin: string;
}

/** What is answered: JSON, or the text of a file. */
export interface BatchAnswer {
  readonly status: number;
  readonly body: Json;
  /** The body is a text with this content type. */
  readonly type?: string;
}
