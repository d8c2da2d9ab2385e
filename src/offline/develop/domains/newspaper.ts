import { type Domain, place } from './domain.ts';

/** Papers, radio, and what is fit to print. */
export const NEWSPAPER: Domain = {
  name: 'newspaper',
  cues: ['journalist', 'reporter', 'newspaper', 'editor', 'photographer', 'radio', 'writer', 'novelist', 'author', 'poet', 'translator', 'obituary', 'podcast', 'blogger', 'ghostwriter', 'television', 'news', 'biographer', 'publisher', 'novel', 'book', 'interpreter'],
  places: [
    place('NEWSROOM', true, 'Desks under paper, a clock for every city that matters, one that has stopped.', ['A ticker, then the lack of it.', 'Names are spelled back.']),
    place('PRINT HALL', true, 'A press the length of a street, ink in the rails, a red button under glass.', ['A hum that comes up through the shoes.', 'Only one person may stop it.']),
    place('ARCHIVE BASEMENT', true, 'Bound years on iron shelves, a ladder, a damp patch shaped like a country.', ['Pages settling.', 'Pencil only.']),
    place('EDITOR’S OFFICE', true, 'Glass walls, closed blinds, a sofa people are fired on.', ['A muffled telephone.', 'The blinds go down for bad news.']),
    place('CORNER BAR', true, 'Brass, smoke-brown paper, a booth with a torn seat.', ['Ice, and a match on with the sound off.', 'Nothing is off the record after the second.']),
  ],
  props: ['a galley proof', 'a tape recorder', 'a notebook in shorthand', 'a contact sheet', 'a bound volume', 'a press card ten years old', 'a typewriter ribbon', 'a cheque made out to cash', 'a blue pencil', 'a roll of undeveloped film', 'a marked-up manuscript', 'a business card with a number on the back', 'a spike of dead stories', 'a late edition'],
  token: 'the unprinted proof',
  object: 'the front page',
  words: 'lede, proof, spike, source, copy, deadline.',
  people: [
    { is: 'a publisher with friends on every page', wants: 'lose one story quietly' },
    { is: 'a proof-reader who still looks things up', wants: 'see one fact survive to the morning' },
    { is: 'a lawyer on retainer', wants: 'put the word “alleged” in front of everything' },
  ],
  titles: ['Late Edition', 'Spiked', 'Names Spelled Back', 'Stop Press'],
  before: 'before the presses start',
};
