import { type ErrorCode, ScriptGenError } from '../../core/index.ts';
import type { RunEvent, RunReport, ScenePlace, Script, Structure } from '../../project.ts';
import type { CliProject } from '../io.ts';
import { fakeBible } from './bible.ts';
import { fakeLedger } from './ledger.ts';

/** A script for tests. */
export const LIGHT: Script = {
  id: 'scr_1',
  slug: 'the-light',
  title: 'THE LIGHT',
  logline: 'A keeper lets the lamp go out.',
  premise: 'Mercy costs a career.',
  format: 'short',
  scenes: 3,
};

/** Its scenes. */
export const PLACES: readonly ScenePlace[] = [
  { id: 'sc_1', number: 1, heading: 'INT. LAMP ROOM - NIGHT' },
  { id: 'sc_2', number: 2, heading: 'EXT. PIER - DAWN' },
  { id: 'sc_3', number: 3, heading: 'INT. CHAPEL - DAY' },
];

/** The events of a run in which the second scene fails. */
export const EVENTS: readonly RunEvent[] = [
  { type: 'run-start', run: 'run_1', model: 'acme/large', isLanguageModel: true },
  { type: 'stage-start', stage: 'scenes', scenes: PLACES },
  { type: 'step-start', slot: 'sc_1/lines', task: 'scene.lines', agent: 'MAYA', scene: 'sc_1' },
  {
    type: 'step-end',
    slot: 'sc_1/lines',
    task: 'scene.lines',
    agent: 'MAYA',
    scene: 'sc_1',
    source: 'asked',
    usage: { inputTokens: 1000, outputTokens: 234, cachedTokens: 0 },
    cost: 0.02,
  },
  { type: 'scene-end', id: 'sc_1', number: 1, heading: 'INT. LAMP ROOM - NIGHT', state: 'written' },
  { type: 'step-start', slot: 'sc_2/direct', task: 'scene.direct', agent: 'director', scene: 'sc_2' },
  {
    type: 'step-error',
    slot: 'sc_2/direct',
    task: 'scene.direct',
    agent: 'director',
    scene: 'sc_2',
    code: 'model/timeout',
    message: 'no answer\nin 60 s',
  },
  {
    type: 'scene-end',
    id: 'sc_2',
    number: 2,
    heading: 'EXT. PIER - DAWN',
    state: 'failed',
    error: { code: 'model/timeout', message: 'no answer in 60 s' },
  },
  {
    type: 'step-end',
    slot: 'sc_3/lines',
    task: 'scene.lines',
    agent: 'TOM',
    scene: 'sc_3',
    source: 'journal',
    usage: { inputTokens: 900, outputTokens: 100, cachedTokens: 0 },
    cost: 0,
  },
  { type: 'scene-end', id: 'sc_3', number: 3, heading: 'INT. CHAPEL - DAY', state: 'fresh' },
  { type: 'run-end', run: 'run_1', status: 'incomplete' },
];

/** A run of a language model in which everything went well. */
export const REPORT: RunReport = {
  run: 'run_1',
  script: LIGHT,
  status: 'done',
  scenes: PLACES.map((place, at) => ({ ...place, state: at === 2 ? 'fresh' : 'written' })),
  pages: 4,
  files: [
    { path: '/home/ann/the-light.pdf', state: 'written' },
    { path: '/home/ann/the-light.fdx', state: 'unchanged' },
    { path: '/home/ann/the-light.new.fountain', state: 'written', keptEdited: '/home/ann/the-light.fountain' },
  ],
  tally: { asked: 11, journal: 4, shared: 0, inputTokens: 12_345, outputTokens: 6789, cost: 0.4211 },
  model: 'acme/large',
  isLanguageModel: true,
  ms: 72_400,
};

/** The same, with the second scene failed. */
export const INCOMPLETE: RunReport = {
  ...REPORT,
  status: 'incomplete',
  scenes: REPORT.scenes.map((scene) =>
    scene.number === 2
      ? {
          ...scene,
          state: 'failed',
          error: { code: 'model/timeout', message: 'no answer in 60 s', hint: 'Try later.' },
        }
      : scene,
  ),
};

/** A structure of one beat. */
export const TURN: Structure = {
  id: 'turn',
  name: 'One turn',
  source: 'Nowhere.',
  beats: [{ id: 'turn', name: 'Turn', from: 0.5, to: 0.5, sd: 0.1, purpose: 'It turns.', mustChange: true }],
  acts: [],
  tension: [],
};

/** A project of which every call is recorded and nothing is kept; `own` replaces what a test cares about. */
export function fakeProject(
  own: Partial<CliProject> = {},
): CliProject & { readonly calls: readonly (readonly unknown[])[] } {
  const calls: (readonly unknown[])[] = [];
  const note = (...call: readonly unknown[]): void => void calls.push(call);
  return {
    calls,
    model: { id: 'acme/large', isLanguageModel: true, source: 'flag' },
    notes: [],
    listScripts: async () => [LIGHT],
    getScript: async (script) => {
      note('getScript', script);
      return LIGHT;
    },
    getScreenplay: async (script) => {
      note('getScreenplay', script);
      return { type: 'screenplay', titlePage: null, children: [{ type: 'action', text: 'Rain.' }] };
    },
    write: async ({ onEvent: _, stop: _stop, kill: _kill, ...options }) => {
      note('write', options);
      return REPORT;
    },
    continue: async ({ onEvent: _, stop: _stop, kill: _kill, ...options } = {}) => {
      note('continue', options);
      return REPORT;
    },
    build: async ({ onEvent: _, stop: _stop, kill: _kill, ...options } = {}) => {
      note('build', options);
      return REPORT;
    },
    plan: async (script) => {
      note('plan', script);
      return {
        script: LIGHT,
        scenes: [
          {
            ...place(3),
            reason: [{ label: 'MAYA.voice', from: 'v3', to: 'v4' }],
            calls: { least: 3, most: 5 },
            tokens: 4200,
            steps: [],
            cost: 0.02,
          },
        ],
        fresh: 2,
        calls: { least: 3, most: 5 },
        tokens: 4200,
        cost: 0.02,
        model: 'acme/large',
      };
    },
    impact: () => Promise.reject(new Error('no test here asks for an impact')),
    render: async () => [],
    why: async (scene, script) => {
      note('why', scene, script);
      return {
        ...place(3),
        state: 'stale',
        changes: [{ label: 'MAYA.voice', from: 'v3', to: 'v4' }],
        reads: [
          { label: 'MAYA.voice', version: 'v3' },
          { label: 'card.goal', version: 'v1' },
          { label: 'MAYA.age', version: 'v1' },
          { label: 'prompt scene.direct', version: 'ab12' },
        ],
      };
    },
    status: async () => ({
      script: LIGHT,
      scenes: PLACES.map((scene) => ({ ...scene, state: 'fresh', synopsis: 'She waits.' })),
      lastRun: { status: 'done', started: '2026-11-22T18:00:00Z' },
      totals: { calls: 1200, inputTokens: 1_000_000, outputTokens: 5, cost: null },
    }),
    checkOutline: async (script, structure) => {
      note('checkOutline', script, structure);
      return { script: LIGHT, structure: TURN, pages: { expected: 4, budget: 5 }, beats: [], notes: [] };
    },
    outline: () => Promise.reject(new Error('no test here changes an outline')),
    blame: () => Promise.reject(new Error('no test here blames')),
    provenance: () => Promise.reject(new Error('no test here traces')),
    disclosure: () => Promise.reject(new Error('no test here discloses')),
    critique: () => Promise.reject(new Error('no test here has scenes read')),
    rewrite: () => Promise.reject(new Error('no test here rewrites')),
    sceneNotes: () => Promise.reject(new Error('no test here keeps notes')),
    branches: () => Promise.reject(new Error('no test here makes a branch')),
    lint: () => Promise.reject(new Error('no test here looks over a script')),
    suppress: () => Promise.reject(new Error('no test here suppresses')),
    bible: async () => fakeBible(note),
    review: () => Promise.reject(new Error('no test here reviews')),
    takes: () => Promise.reject(new Error('no test here has takes')),
    listChanges: () => Promise.reject(new Error('no test here lists changes')),
    undo: () => Promise.reject(new Error('no test here takes back')),
    sync: () => Promise.reject(new Error('no test here reads a file back')),
    watch: () => Promise.reject(new Error('no test here watches')),
    ...fakeLedger(note),
    cover: () => Promise.reject(new Error('no test here covers')),
    planCoverage: () => Promise.reject(new Error('no test here covers')),
    extractBible: () => Promise.reject(new Error('no test here extracts')),
    production: async () => {
      throw new Error('no test here asks for production drafts');
    },
    markup: () => Promise.reject(new Error('no test here locks')),
    createScript: async (asked) => {
      note('createScript', asked);
      return LIGHT;
    },
    close: async () => note('close'),
    ...own,
  };
}

/** A project whose every run fails with this code. */
export function failingProject(code: ErrorCode, hint?: string): CliProject {
  const fail = async (): Promise<never> => {
    throw new ScriptGenError({ code, message: 'it went wrong', hint });
  };
  return fakeProject({ write: fail, build: fail, plan: fail });
}

function place(number: number): ScenePlace {
  return PLACES[number - 1] ?? { id: 'sc_0', number, heading: 'INT. NOWHERE - DAY' };
}
