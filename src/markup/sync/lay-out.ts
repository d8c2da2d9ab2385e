import { carryIds, parseFountain, type Screenplay } from '../../screenplay/index.ts';

/**
 * Have a script print with the blank lines, line ends and marks of a file that a person laid out, as far as it says the
 * same. One that was read from Final Draft keeps that as its source.
 */
export function laidOut(script: Screenplay, file: string | undefined): Screenplay {
  if (file === undefined || script.source?.format === 'fdx') return script;
  const { screenplay: read } = parseFountain(file);
  const bare = script.children.map(({ id: _, position: __, ...block }) => block as (typeof script.children)[number]);
  const places = new Map(read.children.map(({ id, position }) => [id, position]));
  const carried = carryIds(read, { ...script, children: bare }).children;
  return {
    ...script,
    ...(read.source === undefined ? {} : { source: read.source }),
    children: script.children.map(({ position: _, ...block }, at) => {
      const position = places.get(carried[at]?.id);
      return (position === undefined ? block : { ...block, position }) as (typeof script.children)[number];
    }),
  };
}
