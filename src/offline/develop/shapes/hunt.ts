import { sketch } from '../scenes/sketch.ts';
import { anchor, type Shape } from './shape.ts';

/** Somebody has done it, and somebody else must show who. */
export const HUNT: Shape = {
  name: 'hunt',
  cues: /\bprove|\bwho (?:edited|killed|did|murdered|stole|poisoned|took)|murder|missing|investigat|altered|evidence|convicted|innocent|detective|vanish|disappear/,
  genre: 'thriller',
  tone: 'taut, procedural, with a cold sense of humour',
  goal: 'prove who laid hands on {obj}',
  secret: '{O} was the one who laid hands on {obj}',
  opposed: true,
  second: 'domain',
  question: 'Can {L} prove it {before}, when the proof passes through {O}’s hands?',
  stakes: 'If {L} is wrong, an honest name is ruined; if {L} is slow, somebody pays for what {O} did.',
  lead: {
    want: 'To prove who laid hands on {obj} {before}.',
    need: 'To trust one other person with an unfinished thought.',
    fear: 'Of having made the first mistake {Lself}.',
    contradiction: 'Believes only what is written down, and has just found out that the writing lies.',
    backstory: '{L} was once praised by {O} in front of everyone for never asking a question, and has kept the note.',
  },
  other: {
    want: 'To see {obj} back where it was, with nobody’s fingerprints on it.',
    need: 'To be stopped by someone worth being stopped by.',
    fear: 'Of one honest question asked in public.',
    contradiction: 'Did one wrong thing for a decent reason and has been exemplary ever since.',
    backstory:
      '{O} signed something at the end of a very long day, years ago, and has checked the lock on it every morning since.',
  },
  bond: {
    name: 'The note of praise',
    question: 'What does {L} owe to the person who taught {Lhim} the work?',
    payoff: '{L} returns the note of praise, corrected.',
  },
  theme: {
    name: 'The record',
    question: 'Who owns what happened: those who were there, or those who wrote it down?',
    argument: 'A record is a promise, and somebody has to keep it.',
    counter: 'Everything that stands was put up by people who looked away once.',
  },
  anchors: {
    opening: anchor(
      'search',
      'home',
      sketch(
        'On an ordinary shift {L} finds something in {obj} that {L} knows to be false.',
        ['Finish the shift and go home', 'One detail that should not be there', 'routine > alarm'],
        [
          '{L} works {at} by one lamp, {prop} at {Lhis} elbow.',
          '{L} stops at {obj}, goes back, and covers the rest with a sheet of paper to see one detail alone.',
          '{L} takes out {token}, compares the two, and locks the door from the inside.',
        ],
      ),
    ),
    opportunity: anchor(
      'refusal',
      'hall',
      sketch(
        '{L} reports it to {O}, who thanks {L} warmly and asks for the only proof.',
        ['Have the mistake put right by the rules', '{O} is the rules', 'faith > suspicion'],
        [
          '{L} sets {prop} aside and shows {O} the place with one finger.',
          '{O} reads it for exactly as long as an innocent person would, and offers to keep {token} safe.',
          '{L} says “It’s at home.” {L} has {token} in {Lhis} bag.',
        ],
      ),
    ),
    change: anchor(
      'alliance',
      'home',
      sketch(
        '{K} shows {L} how it was done, and the search for a mistake becomes a search for a person.',
        ['Learn how anyone could have got in', '{K} has a job to lose', 'error > intent'],
        [
          '{K} waits until the corridor is empty and puts {prop} down in front of {L}.',
          '{L} asks “Who else has seen it?” {K} holds up one hand, fingers spread, then folds four of them.',
          '{K} says that it was no slip: {fact}.',
        ],
        'L',
      ),
    ),
    committed: anchor(
      'interrogation',
      'hall',
      sketch(
        '{O} questions {L} in front of {K} and shows that the trail leads to {L}’s own name.',
        ['Get out of the room without handing over {token}', '{O} has prepared better', 'hunter > hunted'],
        [
          '{O} has {L}’s own signature on the table before {L} sits down.',
          '{L} asks “Where is the page before it?” {O} says “There is no page before it, I’m sorry.”',
          '{K} looks at the floor.',
          '{L} leaves {Lhis} keys on the table and walks out with {token} under {Lhis} coat.',
        ],
      ),
    ),
    setback: anchor(
      'aftermath',
      'home',
      sketch(
        '{L} comes back to find the place emptied and {token} gone.',
        ['Save what can be saved', 'Whoever came first knew where to look', 'proof > nothing'],
        [
          '{L} finds the door on the latch and the lamp already warm.',
          'The shelf where {token} was hidden has been dusted.',
          '{L} sits down on the floor with {prop}, the one thing nobody thought worth taking.',
        ],
      ),
    ),
    climax: anchor(
      'reckoning',
      'hall',
      sketch(
        '{L} makes {O} read the true version aloud, in front of the people {O} wrote the false one for.',
        ['Have {O} say it for the record', '{O}, who has survived worse', 'the lie > the record'],
        [
          '{L} walks in late and says “Read it out, from the top, whoever knows it best.”',
          '{O} reads well, and reaches the changed place.',
          '{L} lays down {prop}, the one thing {O} left behind, and what it proves: {secret}.',
          '{O} goes back to the top of the page and, in the same voice, reads what was really there.',
        ],
      ),
    ),
    final: anchor(
      'departure',
      'home',
      sketch(
        '{L} puts the true version back where it belongs, and signs for it.',
        ['Close the file properly', 'An empty room that now knows {L}’s name', 'exposure > quiet'],
        [
          '{L} comes back {at} and puts {token} in its right place.',
          '{L} writes the time, the date, and {Lhis} whole name.',
          'The lamp goes off. The line below the signature is blank, for the next one.',
        ],
      ),
    ),
  },
  facts: [
    'the change was made after hours by someone with a key',
    '{O} signed for {obj} on a day {O} claims to have been away',
    '{K} saw the lamp on and never said so',
    '{secret}',
    '{O} was protecting somebody who never knew it',
  ],
};
