import type { SceneCard } from '../../bibles/index.ts';
import { numberScenes, type Screenplay, scenesOf } from '../../screenplay/index.ts';
import type { IssueDocument } from './issue.ts';
import { withOmitted } from './with-omitted.ts';

/** The numbers that the scenes of a script in production go by, by card: `4`, `10A`. Those that are omitted have no card. */
export function sceneLabels(
  { screenplay }: Pick<IssueDocument, 'screenplay'>,
  cards: readonly Pick<SceneCard, 'id'>[],
): Readonly<Record<string, string>> {
  const issued = new Map(scenesOf(screenplay).map(({ heading }) => [heading?.id, heading?.number]));
  const headings: Screenplay = {
    type: 'screenplay',
    titlePage: null,
    children: cards.map(({ id }) => {
      const number = issued.get(id);
      return { type: 'sceneHeading', id, text: '', ...(number === undefined ? {} : { number }) };
    }),
  };
  const numbered = numberScenes(withOmitted(screenplay, headings), { locked: true });
  return Object.fromEntries(
    numbered.children.flatMap((block) =>
      block.type === 'sceneHeading' && block.omitted !== true ? [[block.id ?? '', block.number ?? '']] : [],
    ),
  );
}
