import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadPrompts, ROLES, readPrompts } from './index.ts';

let folder: string;
let root: string;
let project: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prompts-'));
  root = join(folder, 'package');
  project = join(folder, 'project');
  const direct = { file: 'scene-direct.md', role: 'director', variables: ['title', 'bible'] };
  const lines = { file: 'scene-lines.md', role: 'character', variables: ['bible'] };
  const config = { version: 1, prompts: { 'scene.direct': direct, 'scene.lines': lines } };
  put('package/config/prompts.json', JSON.stringify(config));
  put('package/prompts/scene-direct.md', text('Direct {{title}}.', '{{bible}}'));
  put('package/prompts/scene-lines.md', text('Play.', '{{bible}}'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('without files of its own a project has the shipped prompts', () => {
  expect(loadPrompts(root, project)).toEqual(loadPrompts(root));
  expect(loadPrompts(root).get('scene.direct')).toMatchObject({
    name: 'scene.direct',
    role: 'director',
    system: 'Direct {{title}}.',
    user: '{{bible}}',
  });
});

test("a file of a shipped one's name takes its place, and nothing else changes", () => {
  put('project/prompts/scene-direct.md', text('Direct {{title}} fast.', '{{bible}}'));
  const prompts = readPrompts(root, project).prompts;
  expect(prompts.get('scene.direct')).toMatchObject({ system: 'Direct {{title}} fast.', source: 'project' });
  expect(prompts.get('scene.direct')?.version).not.toBe(loadPrompts(root).get('scene.direct')?.version);
  expect(prompts.get('scene.lines')).toEqual(readPrompts(root).prompts.get('scene.lines'));
});

test('prompts.json lays another file and another role over the shipped ones, by name', () => {
  put('project/prompts.json', config({ 'scene.lines': { file: 'mumble.md', role: 'planner' } }));
  put('project/prompts/mumble.md', text('Mumble.', '{{bible}}'));
  const prompts = readPrompts(root, project).prompts;
  expect(prompts.get('scene.lines')).toMatchObject({ system: 'Mumble.', role: 'planner', source: 'project' });
  expect(prompts.get('scene.direct')).toMatchObject({ role: 'director', source: 'shipped' });
  put('project/prompts.json', config({ 'scene.lines': { role: 'planner' } }));
  expect(loadPrompts(root, project).get('scene.lines')).toMatchObject({ system: 'Play.', role: 'planner' });
});

test('a project may have prompts of its own, in an area of its own, with a file', () => {
  put('project/prompts.json', config({ 'critic.props': { file: 'critic-props.md', role: 'dramaturge' } }));
  put('project/prompts/critic-props.md', text('Mind the props.', '{{draft}}'));
  const { prompts, faults, unused } = readPrompts(root, project);
  expect([faults, unused]).toEqual([[], []]);
  expect(prompts.get('critic.props')).toMatchObject({ role: 'dramaturge', source: 'project', user: '{{draft}}' });
  for (const wrong of [{ 'critic.props': { role: 'dramaturge' } }, { 'scene.props': { file: 'critic-props.md' } }]) {
    put('project/prompts.json', config(wrong));
    expect(readPrompts(root, project).faults).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/there is no prompt named/) }),
    ]);
  }
});

test('every role can be named', () => {
  for (const role of ROLES) {
    put('project/prompts.json', config({ 'scene.lines': { role } }));
    expect(loadPrompts(root, project).get('scene.lines')?.role).toBe(role);
  }
});

test('a text with the line ends and the mark of another system is the same text', () => {
  put('project/prompts/scene-lines.md', `\uFEFF${text('Play.', '{{bible}}').replaceAll('\n', '\r\n')}`);
  expect(loadPrompts(root, project).get('scene.lines')).toMatchObject({
    ...loadPrompts(root).get('scene.lines'),
    source: 'project',
  });
});

test.each([
  ['an unknown variable', text('Direct {{title}}.', '\n{{bible}}\n{{bibel}}'), 9, /\{\{bibel\}\}/, /mean bible/],
  ['a variable that is missed and misspelt', text('{{tilte}}', '{{bible}}'), 3, /\{\{tilte\}\}/, /mean title/],
  ['a variable with spaces', text('{{ title }}', '{{bible}}'), 3, /spaces/, /Write \{\{title\}\}/],
  ['half a variable', text('{{title}} {{', '{{bible}}'), 3, /stands alone/, /\{\{name\}\}/],
  ['a variable that is not used', text('Direct.', '{{bible}}'), undefined, /\{\{title\}\}/, /Put \{\{title\}\}/],
  ['no user part', '# System\nDirect {{title}} {{bible}}.\n', undefined, /# User/, /both headings/],
  ['no system part', '# User\n{{title}} {{bible}}\n', undefined, /# System/, /both headings/],
  ['the parts the wrong way round', '# User\n{{title}}\n# System\n{{bible}}\n', undefined, /# System/, /order/],
])('%s is an error that names the file and what to do', (_, wrong, line, message, hint) => {
  put('project/prompts/scene-direct.md', wrong);
  const { faults } = readPrompts(root, project);
  expect(faults[0]).toMatchObject({
    file: 'prompts/scene-direct.md',
    message: expect.stringMatching(message),
    hint: expect.stringMatching(hint),
  });
  expect(faults).toHaveLength(1);
  expect(faults[0]?.line).toBe(line);
  const place = line === undefined ? 'prompts/scene-direct.md: ' : `prompts/scene-direct.md:${line}: `;
  expect(() => loadPrompts(root, project)).toThrow(
    expect.objectContaining({ code: 'config/invalid', message: expect.stringContaining(place) }),
  );
});

test.each([
  ['a prompt that does not exist', config({ 'scene.drect': {} }), 4, /scene\.drect/, /mean scene\.direct/],
  ['a role that does not exist', config({ 'scene.direct': { role: 'directer' } }), 5, /directer/, /mean director/],
  ['a setting that does not exist', config({ 'scene.direct': { fiel: 'x.md' } }), 4, /"fiel"/, /mean file/],
  ['a file outside of prompts', config({ 'scene.direct': { file: '../x.md' } }), 5, /file/, /schema/],
  ['a variable that is not given', config({ 'scene.direct': { variables: ['titel'] } }), undefined, /titel/, /title/],
  ['half a file', '{\n  "version": 1,\n  "prompts": {', 3, /no JSON/, /comma/],
])('in prompts.json, %s is an error that names the line and the nearest', (_, json, line, message, hint) => {
  put('project/prompts.json', json);
  const [fault] = readPrompts(root, project).faults;
  expect(fault).toMatchObject({
    file: 'prompts.json',
    message: expect.stringMatching(message),
    hint: expect.stringMatching(hint),
  });
  expect(fault?.line).toBe(line);
});

test('a file that is named and not there is an error, also where a shipped one is called so', () => {
  put('project/prompts.json', config({ 'scene.lines': { file: 'scene-direct.md' } }));
  expect(() => loadPrompts(root, project)).toThrow(/prompts\/scene-direct\.md: the file of the prompt scene\.lines/);
});

test('all faults are found at once, and the error counts them', () => {
  put('project/prompts/scene-direct.md', text('{{x}}', '{{y}}'));
  put('project/prompts/scene-lines.md', 'nothing');
  expect(readPrompts(root, project).faults).toHaveLength(5);
  expect(() => loadPrompts(root, project)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('4 more') }),
  );
});

test('a Markdown file that no prompt reads is told, with the nearest name, and stops nothing', () => {
  put('project/prompts/scene-drect.md', 'x');
  put('project/prompts/notes.txt', 'x');
  const { faults, unused } = readPrompts(root, project);
  expect(faults).toEqual([]);
  expect(unused).toEqual([
    expect.objectContaining({ file: 'prompts/scene-drect.md', hint: 'Did you mean scene-direct.md?' }),
  ]);
});

function text(system: string, user: string): string {
  return `# System\n\n${system}\n\n# User\n\n${user}\n`;
}

function config(prompts: object): string {
  return JSON.stringify({ version: 1, prompts }, null, 2);
}

function put(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
