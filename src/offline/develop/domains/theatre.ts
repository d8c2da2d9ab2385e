import { type Domain, place } from './domain.ts';

/** Stages, sets and screens. */
export const THEATRE: Domain = {
  name: 'theatre',
  cues: ['actor', 'actress', 'theatre', 'theater', 'director', 'stage', 'playwright', 'film', 'movie', 'dancer', 'ballet', 'comedian', 'clown', 'magician', 'puppeteer', 'circus', 'ventriloquist', 'screenwriter', 'rehearsal', 'audition', 'understudy', 'prompter', 'magic', 'projectionist'],
  places: [
    place('STAGE', true, 'Bare boards, a ghost light, chalk marks for furniture that is not here.', ['The house, empty, which is never quite quiet.', 'No last lines before opening night.']),
    place('DRESSING ROOM', true, 'Bulbs, telegrams, two wigs watching.', ['The play through a speaker, missing its laughs.', 'Knock for the half, or not at all.']),
    place('WINGS', true, 'Ropes, a prompt desk, a chair worn by waiting.', ['Breathing, and the audience’s coats.', 'Whisper or mime.']),
    place('STAGE DOOR', false, 'A lamp in a cage, a step, a man with a list.', ['Rain and autograph hunters’ small talk.', 'The list decides.']),
    place('COSTUME STORE', true, 'Six centuries on two rails, shoes in pairs and not.', ['Hangers travelling by themselves.', 'What goes out comes back washed.']),
  ],
  props: ['a prompt book', 'a wooden sword', 'a wilted bouquet', 'a stick of greasepaint', 'a telegram from opening night', 'a torn contract', 'a rubber dagger', 'a wig on a block', 'a cue sheet', 'a pair of split shoes', 'a stage pistol', 'a complimentary ticket', 'a hand-painted moon', 'a flask marked TEA'],
  token: 'the annotated prompt book',
  object: 'the last act',
  words: 'cue, house, wings, prompt, dark, notes.',
  people: [
    { is: 'a star with the ending in the contract', wants: 'take the bow alone' },
    { is: 'a prompter who knows everybody’s lines', wants: 'hear it done once without a whisper' },
    { is: 'a producer with two sets of books', wants: 'open on Friday or burn on Thursday' },
  ],
  titles: ['The Ghost Light', 'Prompt Side', 'House Empty', 'The Half'],
  before: 'before the curtain',
};
