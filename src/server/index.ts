/**
 * The HTTP face of a project. Knows no step and no model.
 *
 * @module
 */
export { createApp } from './app.ts';
export { type Served, serveProject } from './serve.ts';
