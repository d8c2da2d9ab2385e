import type { RewriteReport, RewriteScene } from '../../project.ts';
import { counted, formatMoney } from '../format.ts';
import { sceneNumber } from '../scene-number.ts';
import { oneLine } from '../text.ts';

/** Why a rewriting ended, in words. */
const STOPPED = {
  clean: 'nothing grave is left',
  'nothing-accepted': 'no more was taken',
  rounds: 'after the last round',
  budget: 'the money is spent',
  cycle: 'it came back to what it was',
  worse: 'the whole was worse than it was',
} as const satisfies Readonly<Record<NonNullable<RewriteScene['stopped']>, string>>;

/** What became of scenes: a line for each that was looked at, and below it every patch with its reason. */
export function rewriteLines({ scenes, notes }: RewriteReport): readonly string[] {
  return [
    ...notes.map(({ message, fix }) => `note: ${oneLine(message)}${fix === undefined ? '' : ` ${oneLine(fix)}`}`),
    ...scenes.flatMap(sceneLines),
  ];
}

function sceneLines(scene: RewriteScene): readonly string[] {
  const { heading, state, decisions, proposal, why, error } = scene;
  const told = why ?? error?.message ?? counts(scene);
  const id = proposal === undefined ? '' : ` [${proposal}]`;
  return [
    `sc ${sceneNumber(scene)}  ${oneLine(heading)}  ${state}: ${oneLine(told)}${id}`,
    ...decisions.flatMap(({ accepted, rule, quote, why: reason, before, after }) => [
      `  ${accepted ? '+' : '-'} ${rule}${quote === '' ? '' : ` “${oneLine(quote)}”`}: ${oneLine(reason)}`,
      ...(accepted ? [`      ${said(before)} → ${said(after)}`] : []),
    ]),
  ];
}

function counts({ rounds, stopped, found, settled, left, spent }: RewriteScene): string {
  const end = stopped === undefined ? '' : `, ${STOPPED[stopped]}`;
  const notes = `${counted(found, 'note')}, ${settled.length} settled, ${left} left`;
  return `${counted(rounds, 'round')}${end}; ${notes}; ${counted(spent.asked, 'call')}, ${formatMoney(spent.cost)}`;
}

function said(elements: RewriteScene['decisions'][number]['before']): string {
  return elements.length === 0 ? 'nothing' : elements.map(({ text }) => `“${oneLine(text)}”`).join(' ');
}
