import { expect, test } from 'vitest';
import * as api from '../src/index.ts';
import * as llm from '../src/llm/index.ts';
import * as screenplay from '../src/screenplay/index.ts';
import * as pdf from '../src/screenplay/pdf/index.ts';
import * as server from '../src/server/index.ts';
import * as postgres from '../src/storage/postgres/index.ts';
import * as testing from '../src/testing/index.ts';

/** What the package promises. A name that comes or goes here is a change that the changelog tells. */
test.each([
  ['scriptgen', api],
  ['scriptgen/screenplay', screenplay],
  ['scriptgen/screenplay/pdf', pdf],
  ['scriptgen/llm', llm],
  ['scriptgen/server', server],
  ['scriptgen/postgres', postgres],
  ['scriptgen/testing', testing],
])('%s exports these names', (subpath, module) => {
  expect(Object.keys(module).toSorted((a, b) => (a < b ? -1 : 1))).toMatchSnapshot(subpath);
});
