/**
 * Asking a model: one client, one retry loop, one shape of request and answer. Knows no screenplay.
 *
 * @module
 */
export {
  type LlmClient,
  type Message,
  type ModelAnswer,
  type ModelRequest,
  NO_USAGE,
  type Provider,
  type Usage,
} from './model.ts';
