/**
 * The MCP face of a project. Knows no step and no model.
 *
 * @module
 */
export { createMcpServer, serveMcp } from './server.ts';
