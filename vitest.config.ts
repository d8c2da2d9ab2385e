import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const src = resolve(import.meta.dirname, 'src');

export default defineConfig({
  resolve: {
    // The examples import the package by its name, as its users do.
    alias: [
      { find: /^scriptgen$/, replacement: `${src}/index.ts` },
      { find: /^scriptgen\/(.*)$/, replacement: `${src}/$1/index.ts` },
    ],
  },
  test: {
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/setup.ts'],
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    // Many tests wait for processes of their own: one more worker than vitest takes by itself uses the machine.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
