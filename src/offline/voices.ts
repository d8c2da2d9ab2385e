/** A way of speaking that can be played: the four texts of a character's voice document, one plain sentence each. */
export interface VoiceArchetype {
  readonly name: string;
  readonly vocabulary: string;
  readonly sentences: string;
  readonly avoids: string;
  readonly address: string;
}

const voice = (
  name: string,
  vocabulary: string,
  sentences: string,
  avoids: string,
  address: string,
): VoiceArchetype => ({
  name,
  vocabulary,
  sentences,
  avoids,
  address,
});

/** The voices the offline writer gives out. Its scenes know each by its wording and can tell any two apart. */
export const VOICES: readonly VoiceArchetype[] = [
  voice(
    'clipped and literal',
    'Short everyday words, numbers, names of things.',
    'Clipped: says the fact and stops.',
    'Will not discuss feelings and counts or measures something instead.',
    'Calls people nothing at all.',
  ),
  voice(
    'winding and self-correcting',
    'Soft words, second thoughts, the names of streets and weather.',
    'Winding: starts, corrects, starts again and arrives late.',
    'Will not say no and talks around it until someone else does.',
    'Uses first names, and often.',
  ),
  voice(
    'all questions',
    'Plain words with the stress on who, when and how.',
    'Asks questions and answers a question with another.',
    'Will not be asked about the past and asks first.',
    'Calls people nothing at all and looks at them instead.',
  ),
  voice(
    'formal and exact',
    'Full words from forms and reports, dates, exact amounts.',
    'Formal and complete, without contractions.',
    'Will not speak of family and changes to procedure.',
    'Uses title and surname, even with friends.',
  ),
  voice(
    'teasing',
    'Borrowed grandeur, food, card games.',
    'Teasing: turns what was said so that it points the other way.',
    'Will not be pitied and makes a joke of it first.',
    'Gives everyone a nickname.',
  ),
  voice(
    'weary and elliptical',
    'Small worn words, weather, sleep, old shoes.',
    'Weary: leaves the sentence before it is over.',
    'Will not finish the thought about how it went wrong.',
    'Uses first names, seldom.',
  ),
  voice(
    'brisk imperatives',
    'Verbs first, tools, the next thing to be done.',
    'Gives orders, one after the other.',
    'Will not wait and finds somebody a task instead.',
    'Uses surnames only.',
  ),
  voice(
    'stories and proverbs',
    'Sayings, animals, relatives nobody else has met.',
    'Answers with a proverb or an old story.',
    'Will not accuse anyone and tells of someone similar.',
    'Calls everyone friend.',
  ),
  voice(
    'apologetic hedger',
    'Maybe, a bit, sort of, if that is all right.',
    'Hedges and apologises before every claim.',
    'Will not ask for anything straight out.',
    'Uses first names, carefully.',
  ),
  voice(
    'deadpan',
    'Flat words, office words, understatement.',
    'Deadpan: says the worst thing in the calmest sentence.',
    'Will not show surprise and remarks on the furniture.',
    'Calls people nothing at all.',
  ),
  voice(
    'warm over-explainer',
    'Household words, reasons, other people by name.',
    'Warm and long: gives the reason, then the reason for the reason.',
    'Will not leave a silence alone.',
    'Calls people love or dear.',
  ),
  voice(
    'rough and profane',
    'Swears mildly, workshop words, body parts.',
    'Blunt: swears first and explains after.',
    'Will not be thanked.',
    'Uses surnames or worse.',
  ),
];
