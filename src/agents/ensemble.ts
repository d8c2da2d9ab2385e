import type { Reference } from '../core/index.ts';
import { askTogether, linesAsk, sceneReferences, type TogetherInput, togetherAsk } from '../generators/index.ts';
import { askTokens, type Run } from '../steps/index.ts';
import { linesInput } from './character.ts';
import type { Offer, Stage } from './stage.ts';
import { type View, viewOf } from './view.ts';

/**
 * Several characters of one scene, asked in one request, each for an offer of its own. For those only from whom the
 * story keeps nothing that the others know; see `groupViews`.
 */
export async function ensemble(
  run: Run,
  { characters, ...stage }: Stage & { readonly characters: readonly string[] },
): Promise<readonly Offer[]> {
  const { story, card, take } = stage;
  // The bible's order, whatever the card's: the same people make one schema, and prompts that begin alike.
  const places = new Map(story.bible.entries.map(({ id }, place) => [id, place]));
  const views = characters
    .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    .map((id) => viewOf(stage, id));
  const input = togetherInput(stage, views);
  const references = referencesOf(stage, views);
  const at = { scene: card.id, take };
  const { slot } = togetherAsk(at, input, references);
  let asked = false;
  const emit: Run['emit'] = (event) => {
    if (event.type === 'step-end' && event.slot === slot && event.source === 'asked') asked = true;
    run.emit(event);
  };
  const offers = await askTogether({ ...run, emit }, at, input, references);
  if (asked) saveMerged(run, stage, views);
  return offers;
}

/** What the one question reads: the card, and of each what it would read alone. */
export function togetherInput(stage: Stage, views: readonly View[]): TogetherInput {
  const parts = views.map((view) => {
    const { self, bible, knows } = linesInput(stage, view);
    const { learns, uses } = view.scene;
    return { self, bible, knows, learns, ...(uses === undefined ? {} : { uses }) };
  });
  const [first] = views;
  if (first === undefined) throw new TypeError('nobody to ask');
  const { learns: _learns, uses: _uses, ...scene } = first.scene;
  return { title: stage.story.script.title, scene, parts };
}

/** What any of them reads, each once. */
function referencesOf({ card }: Stage, views: readonly View[]): readonly Reference[] {
  const all = views.flatMap(({ context, scene }) => sceneReferences(context, card, scene));
  return [...new Map(all.map((reference) => [`${reference.source}\u0000${reference.field}`, reference])).values()];
}

/** Tell what the one request saved against a request for each. What the answers would have taken is not known. */
function saveMerged(run: Run, stage: Stage, views: readonly View[]): void {
  const { card, take } = stage;
  const at = { scene: card.id, take };
  const apart = views.map((view) => askTokens(run, linesAsk(at, linesInput(stage, view), [])));
  const merged = askTokens(run, togetherAsk(at, togetherInput(stage, views), []));
  run.save?.({
    run: run.id,
    script: run.script,
    scene: card.id,
    task: 'scene.lines',
    role: 'character',
    model: run.models('character').model,
    kind: 'merged',
    calls: views.length - 1,
    inputTokens: apart.reduce((sum, tokens) => sum + tokens, -merged),
    outputTokens: 0,
    cost: null,
  });
}
