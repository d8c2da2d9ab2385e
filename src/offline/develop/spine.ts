import { readPlanAsk } from './input.ts';
import { outlineStory, questionOf } from './outline-story.ts';
import { tell } from './story.ts';

/** Answer `outline.spine`: what the kind of story is about, as its bible tells it. */
export function answerSpine(input: unknown) {
  const ask = readPlanAsk(input);
  const story = outlineStory(ask);
  const { shape } = story;
  const [lead, other] = story.people;
  const own = ask.bible.find(({ kind, name }) => kind === 'character' && name === lead?.name)?.fields ?? {};
  const their = ask.bible.find(({ kind, name }) => kind === 'character' && name === other?.name)?.fields ?? {};
  const said = (field: unknown, otherwise: string): string =>
    typeof field === 'string' && field.trim() ? field : tell(story, otherwise);
  return {
    want: said(own['want'], shape.lead.want),
    need: said(own['need'], shape.lead.need),
    lie: tell(story, shape.theme.counter),
    antagonist: `${other?.name ?? 'Nobody'}: ${said(their['want'], shape.other.want)} ${tell(story, shape.theme.argument)}`,
    question: questionOf(ask, story),
  };
}
