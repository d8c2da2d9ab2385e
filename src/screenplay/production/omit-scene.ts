import type { Block, Screenplay } from '../tree.ts';

/**
 * Take a scene out of a script whose scenes are numbered: its heading stays, with its number, and a page shows
 * OMITTED; everything up to the next scene, act or section goes. A script without that scene is given back as it is.
 */
export function omitScene(script: Screenplay, id: string): Screenplay {
  const start = script.children.findIndex((block) => block.type === 'sceneHeading' && block.id === id);
  const heading = script.children[start];
  if (heading?.type !== 'sceneHeading') return script;
  const length = script.children.slice(start + 1).findIndex(endsScene);
  const end = length < 0 ? script.children.length : start + 1 + length;
  const children = [
    ...script.children.slice(0, start),
    { ...heading, omitted: true as const },
    ...script.children.slice(end),
  ];
  return { ...script, children };
}

function endsScene({ type }: Block): boolean {
  return type === 'sceneHeading' || type === 'actBreak' || type === 'section';
}
