import type { Amount, Shares } from '../../markup/index.ts';
import type { Disclosure } from './disclosure.ts';

/** A disclosure as a page of Markdown that can be filed. */
export function printDisclosure({ script, total, scenes, models, people, method }: Disclosure): string {
  const rows = scenes.map(({ number, heading, shares }) => `| ${number} | ${cell(heading)} | ${cells(shares)} |`);
  const lines = [
    `# How “${script.title}” was written`,
    '',
    `Of ${counted(total.all)}: ${sentence(total)}.`,
    ...(total.imported.elements === 0
      ? []
      : ['', `Of the human part, ${counted(total.imported)} were read from a screenplay written elsewhere.`]),
    ...(total.taken.elements === 0
      ? []
      : ['', `Of the machine part, a person accepted ${counted(total.taken)} as they were.`]),
    ...(total.edited.elements === 0
      ? []
      : [
          '',
          `Of the words of edited passages, ${total.editedWords.kept} are still the machine's and ${total.editedWords.own} the person's.`,
        ]),
    '',
    '## Machines',
    '',
    ...(models.length === 0
      ? ['None gave this script words.']
      : models.map(
          ({ model, isLanguageModel, elements }) =>
            `- ${model}${isLanguageModel ? '' : ' (no language model: it puts together tables)'}: ${elements} passages`,
        )),
    '',
    '## People',
    '',
    ...(people.length === 0
      ? ['Nobody changed a passage here.']
      : people.map(({ name, elements }) => `- ${name}: ${elements} passages typed, changed or accepted`)),
    '',
    '## Scenes',
    '',
    '| scene | heading | human | machine | edited | words |',
    '| ---: | --- | ---: | ---: | ---: | ---: |',
    ...rows,
    `| all | | ${cells(total)} |`,
    '',
    'Human, machine and edited are words.',
    '',
    '## Method',
    '',
    ...method.map((one) => `- ${one}`),
    '',
    'This page states what the record of the project shows. It is no statement about authorship, credit or copyright in law.',
  ];
  return `${lines.join('\n')}\n`;
}

function sentence({ human, machine, edited, all }: Shares): string {
  const share = ({ words }: Amount): string => `${all.words === 0 ? 0 : ((words * 100) / all.words).toFixed(1)} %`;
  return [
    `${counted(human)} (${share(human)}) are human`,
    `${counted(machine)} (${share(machine)}) machine`,
    `${counted(edited)} (${share(edited)}) machine, edited by a human`,
  ].join(', ');
}

function counted({ elements, words }: Amount): string {
  return `${words} words in ${elements} passages`;
}

function cells({ human, machine, edited, all }: Shares): string {
  return [human, machine, edited, all].map(({ words }) => words).join(' | ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
