import type { DocumentOf, NewEntry } from '../bibles/index.ts';
import type { Extracted, ExtractedCharacter, ExtractedSetting, Quote } from './extracted.ts';

/**
 * Drafts of bible entries: of everybody who is no extra, and of every setting. What a script does not say is empty, and
 * a part in the story is `other`. The writers' notes say which words were taken from which line.
 */
export function draftEntries({
  characters,
  settings,
}: Pick<Extracted, 'characters' | 'settings'>): readonly NewEntry[] {
  return [...characters.filter(({ extra }) => extra === null).map(characterDraft), ...settings.map(settingDraft)];
}

function characterDraft({ id, name, aliases, age, look, introduction, firstLine }: ExtractedCharacter): NewEntry {
  const document: DocumentOf<'character'> = {
    role: 'other',
    age: age?.text ?? '',
    pronouns: '',
    look: look?.text ?? '',
    want: '',
    need: '',
    fear: '',
    contradiction: '',
    secret: '',
    arc: '',
    voice: { vocabulary: '', sentences: '', avoids: '', address: '', partners: [] },
    relations: [],
    backstory: '',
    notes: notes([
      ['Introduced', introduction],
      ['Age', age],
      ['Look', look],
      ['First line', firstLine],
    ]),
  };
  return { id, kind: 'character', name, aliases, document, state: 'draft' };
}

function settingDraft({ id, name, spellings, inside, interior, times, description }: ExtractedSetting): NewEntry {
  const seen = times.length === 0 ? '' : `\nTimes in headings: ${times.join(', ')}`;
  const document: DocumentOf<'setting'> = {
    interior,
    inside: inside ?? '',
    look: description?.text ?? '',
    sound: '',
    rules: '',
    time: '',
    notes: `${notes([['Seen', description]])}${seen}`.trim(),
  };
  return { id, kind: 'setting', name, aliases: spellings, document, state: 'draft' };
}

/** One line for each quote, with the line of the script on which it stands. */
function notes(quotes: readonly (readonly [string, Quote | null])[]): string {
  return quotes
    .flatMap(([what, quote]) => (quote === null ? [] : [`${what}${place(quote)}: “${quote.text}”`]))
    .join('\n');
}

function place({ line }: Quote): string {
  return line === null ? '' : ` (line ${line})`;
}
