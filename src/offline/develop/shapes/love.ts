import { sketch } from '../scenes/sketch.ts';
import { anchor, type Shape } from './shape.ts';

/** Somebody loves a person it would be simpler not to love. */
export const LOVE: Shape = {
  name: 'love',
  cues: /falls? (?:in love|for)|\bin love\b|\bloves\b|\bmarr(?:y|ies|iage)\b|wedding|\bbride\b|romance|\baffair\b|matchmaker/,
  genre: 'romance',
  tone: 'tender, precise, a little dangerous',
  goal: 'love {O} without becoming part of the lie',
  secret: '{O} lied about {token}',
  opposed: false,
  second: 'logline',
  question: 'Can {L} love {O} knowing what {L} knows?',
  stakes: 'Whatever {L} says, {L} will have lost either {O} or the right to be believed.',
  lead: {
    want: 'To be near {O} for as long as the work lasts.',
    need: 'To speak in {Lhis} own words for once.',
    fear: 'Of being asked, under {Lhis} own name, what {L} knows.',
    contradiction: 'Is paid to be nobody in the room and is the only person {O} looks at.',
    backstory:
      '{L} learned early to carry other people’s words without spilling any, and has never been asked what they weigh.',
  },
  other: {
    want: 'To win, so that it will be over and can be called true.',
    need: 'To lose the thing the lie was told for.',
    fear: 'Of being loved for the version he or she swore to.',
    contradiction: 'Told one lie, for the dead, and is otherwise painfully honest.',
    backstory: '{O} made a promise at a bedside and has been keeping it ever since, by means of a lie.',
  },
  bond: {
    name: 'What is left out',
    question: 'What do {L} and {O} say to each other when nothing has to be passed on?',
    payoff: '{O} says the true thing, to {L}, with nobody to carry it.',
  },
  theme: {
    name: 'Faithful',
    question: 'Does loving somebody mean keeping their secret or refusing to?',
    argument: 'To be faithful to a person one may have to be unfaithful to their story.',
    counter: 'The dead cannot speak for themselves; a lie may be the last kindness in the house.',
  },
  anchors: {
    opening: anchor(
      'first meeting',
      'home',
      sketch(
        '{L} meets {O} across a table, where {L} is part of the furniture.',
        ['Do the job and stay invisible', '{O} looks at {L} instead of at the one speaking', 'distance > notice'],
        [
          '{L} takes the worst chair {at} and moves {prop} out of the line of sight.',
          '{O} is asked a question and answers it to {L}.',
          '{L} corrects one word of it on {O}’s behalf, which is not the job, and {O} smiles.',
        ],
      ),
    ),
    opportunity: anchor(
      'reunion',
      'hall',
      sketch(
        '{O} is waiting for {L} afterwards, with a question that is not about the case.',
        ['Refuse politely', '{L} does not want to', 'duty > a walk'],
        [
          '{O} has stayed behind {at} and holds out {prop}, left under a chair.',
          '{L} says “We may not talk outside.” {O} asks “May we walk?”',
          'They walk. Neither says anything, and both slow down at the corner.',
        ],
      ),
    ),
    change: anchor(
      'search',
      'home',
      sketch(
        'In {token} {L} finds what nobody else could notice: {secret}.',
        ['Check one detail and go home', 'It is the wrong detail', 'trust > knowledge'],
        [
          '{L} goes through {token} once more, hands moving a little, as if saying it to somebody.',
          'At one place the hands stop. {L} goes back and does the sentence as {O} did it.',
          '{L} understands: {secret}. There is a message from {O} on the table, asking about supper.',
        ],
      ),
    ),
    committed: anchor(
      'temptation',
      'home',
      sketch(
        '{L} could ask {O} for the truth, and asks {Ohim} to stay the night instead.',
        ['Ask the question', 'The answer', 'conscience > complicity'],
        [
          '{O} lays a table for two out of what there is: {prop}, a candle, one good glass.',
          '{L} begins, “When they asked you”, and {O} waits, and would have answered.',
          '{L} puts out the light.',
        ],
      ),
    ),
    setback: anchor(
      'accusation',
      'hall',
      sketch(
        '{K} has seen them together, and {L} is asked about it under {Lhis} own name.',
        ['Say nothing that is false', '{K} asks only what can be proved', 'hidden > named'],
        [
          '{K} sets {token} before {L} and asks “Who had this last?”',
          '{L} says “Ask me that again, more slowly.”',
          '{O}, at the back, stands up and walks out before the answer.',
        ],
      ),
    ),
    climax: anchor(
      'confession',
      'hall',
      sketch(
        '{L} tells {O} that the truth will be said aloud today, by one of them, and lets {O} be the one.',
        ['Give {O} the chance to say it first', 'All that {O} promised to the dead', 'the lie > a choice'],
        [
          '{L} stops {O} at the last door and says, with no one between them, what {L} knows: {secret}.',
          '{O} asks “How long have you known?” {L} says “Since the night of the candle.”',
          '{L} steps aside from the door.',
          '{O} goes in, raises the right hand, and says “I want to correct something.”',
        ],
      ),
    ),
    final: anchor(
      'farewell',
      'home',
      sketch(
        'It has cost {O} the victory and {L} the work; they meet once more with nothing left to hide behind.',
        ['Say goodbye properly', '{O} has not come to say goodbye', 'loss > a first sentence'],
        [
          '{O} stands {at} with {prop} and nothing left to win.',
          '{L} says “We haven’t been introduced.”',
          '{O} repeats it, wrong, and {L} takes {O}’s hands and shows {Ohim} how it goes.',
        ],
      ),
    ),
  },
  facts: [
    '{O} has not spoken freely to anyone since the funeral',
    '{secret}',
    'the promise {O} keeps was made at a bedside',
    '{K} has seen {L} and {O} together',
    '{L} could be made to testify',
  ],
};
