import type { Random } from '../random.ts';
import { type Gender, genderOfWord } from './reading/people.ts';

const FEMALE =
  'Ada Agnes Alma Anouk Beatriz Bronagh Brita Carmen Cora Clemence Dagny Delia Dina Edith Elif Esme Fadila Fern Flora Greta Gwen Gita Hanne Hedda Hala Ines Irma Isolde Jana Judit June Katya Kerstin Keziah Lena Ludmila Leila Maren Mirela Mabel Nadia Nell Noor Odile Olga Oona Petra Pilar Pearl Renata Rosa Ruth Saskia Sabine Sunniva Tamar Tilda Theresa Ulla Una Vera Viola Wanda Winifred Yara Yvonne Zofia Zelda'.split(
    ' ',
  );
const MALE =
  'Amos Anton Arvid Basil Bruno Benedek Caspar Cyril Conrad Dario Dmitri Duncan Edgar Emil Enzo Felix Finn Farid Gideon Goran Gil Hector Hamid Harald Ivo Ignatius Isak Jonas Jakub Jerome Karel Kofi Kurt Lars Lionel Luca Matthias Mikel Magnus Nico Noah Nestor Oskar Orhan Otis Pavel Piet Percy Rafael Roman Rufus Samir Stellan Silas Tobias Tomas Teodor Ulrich Umberto Viktor Vaclav Walter Wim Yusuf Yannis Zeno Zoltan'.split(
    ' ',
  );
const LAST =
  'Abara Aldous Brandt Bellweather Castellan Coyle Demir Dragan Ekwueme Eastlake Farkas Fenn Galanis Grieve Halloran Hsu Ibarra Ives Jansen Joubert Kessler Kowal Lindqvist Lomax Marchetti Mbeki Nakamura Noakes Okafor Orlova Penrose Petrov Quill Quiroga Rasmussen Rooke Sandoval Sorley Tanaka Thorne Ulman Urbina Vance Voss Wexler Winters Yilmaz Yorke Zeller Zubair'.split(
    ' ',
  );

/** A person's name as a cue gives it, and in full. */
export interface Name {
  readonly cue: string;
  readonly full: string;
}

/** Draw a name whose cue starts with a letter none of `taken` starts with. Officials go by their last name. */
export function drawName(
  random: Random,
  ask: { gender: Gender; taken: readonly string[]; official: boolean; surnames: readonly string[] },
): Name {
  const letters = new Set(ask.taken.map((name) => name[0]?.toUpperCase()));
  const free = (names: readonly string[]): readonly string[] => {
    const open = names.filter((name) => !letters.has(name[0]));
    return open.length > 0 ? open : names.filter((name) => !ask.taken.includes(name));
  };
  const lasts = new Set(ask.surnames);
  const given = ask.gender === 'female' ? FEMALE : ask.gender === 'male' ? MALE : random.int(2) === 0 ? FEMALE : MALE;
  if (ask.official) {
    const last = random.pick(free(LAST.filter((name) => !lasts.has(name))));
    return { cue: last, full: `${random.pick(given)} ${last}` };
  }
  const first = random.pick(free(given));
  return {
    cue: first,
    full: `${first} ${random.pick(LAST.filter((name) => name[0] !== first[0] && !lasts.has(name)))}`,
  };
}

/** What a name, or failing it a text about the person, says about their pronouns. */
export function genderOf(name: string, text: string): Gender {
  const first = name.split(/\s+/)[0] ?? '';
  const titled = first.charAt(0).toUpperCase() + first.slice(1).toLowerCase();
  if (FEMALE.includes(titled)) return 'female';
  if (MALE.includes(titled)) return 'male';
  const she = (text.match(/\b(she|her|hers|herself)\b/gi) ?? []).length;
  const he = (text.match(/\b(he|his|him|himself)\b/gi) ?? []).length;
  if (she !== he) return she > he ? 'female' : 'male';
  return genderOfWord(first);
}
