import type { Story } from '../../agents/index.ts';
import { NO_MARKUP, PRODUCTION_LAYOUT, type ProductionDraft, productionDraft } from '../../markup/index.ts';
import type { LayoutOptions, Screenplay } from '../../screenplay/index.ts';

/** A script as it is in production; `undefined` when no draft of it is locked. */
export function inProduction(
  { markup = NO_MARKUP }: Pick<Story, 'markup'>,
  screenplay: Screenplay,
  date?: string,
): ProductionDraft | undefined {
  const last = markup.issues.at(-1);
  return last && productionDraft(last, screenplay, date === undefined ? {} : { date });
}

/** How the pages of a script in production are laid out. */
export function layoutOf({ markup = NO_MARKUP }: Pick<Story, 'markup'>): LayoutOptions {
  const profile = markup.issues.at(-1)?.profile;
  return { ...PRODUCTION_LAYOUT, ...(profile === undefined ? {} : { profile }) };
}
