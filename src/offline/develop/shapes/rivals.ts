import { sketch } from '../scenes/sketch.ts';
import { anchor, type Shape } from './shape.ts';

/** Two who cannot stand each other need the same thing at the same time. */
export const RIVALS: Shape = {
  name: 'rivals',
  cues: /\brivals?\b|\benem(?:y|ies)\b|each other|forced to (?:share|work)|must (?:agree|share|work together|cooperate)|compet|feud|divorc/,
  genre: 'comedy',
  tone: 'brisk, deadpan, warmer than it admits',
  goal: 'share what neither will give up',
  secret: '{O} cannot manage another week alone',
  opposed: true,
  second: 'logline',
  question: 'Can {L} and {O} {goal} {before}?',
  stakes: 'Neither can do it alone, and neither will be seen to have asked.',
  lead: {
    want: 'To come out of this having given way on nothing.',
    need: 'To be known by someone who does not have to be polite.',
    fear: 'That {O} was right the first time.',
    contradiction: 'Keeps an exact account of every insult and cannot remember what started it.',
    backstory:
      '{L} and {O} learned the work side by side, from the same teacher, who told each of them privately that they were the better one.',
  },
  other: {
    want: 'To be asked for help by {L}, once, in words.',
    need: 'To stop winning.',
    fear: 'Of an ordinary defeat with nobody to blame for it.',
    contradiction: 'Copies {L} in everything and calls it a standard.',
    backstory:
      '{O} has sent {L} an anonymous card every year since the break. {L} has kept them all, under R for rubbish.',
  },
  bond: {
    name: 'The first quarrel',
    question: 'What was it that {L} and {O} fell out over?',
    payoff: 'They say it aloud together, and it is two different quarrels.',
  },
  theme: {
    name: 'The other half',
    question: 'Is an enemy who knows you worth more than a friend who does not?',
    argument: 'Whoever knows exactly how to hurt you also knows exactly how you do the work.',
    counter: 'Some lines are drawn for good reasons, and the people who drew them were there.',
  },
  anchors: {
    opening: anchor(
      'first meeting',
      'home',
      sketch(
        '{L} and {O} arrive at the same place, at the same minute, each with a right to it.',
        ['Have {O} leave first', '{O} wants the same, from the other side', 'order > double claim'],
        [
          '{L} comes in with {prop} and finds {O} already putting down another.',
          'Each produces a paper; the papers agree in everything but the name.',
          '{O} draws a line down the middle with one heel. It passes through {token}.',
        ],
      ),
    ),
    opportunity: anchor(
      'bargain',
      'home',
      sketch(
        'Told that neither can manage alone, {L} and {O} bargain over every inch, and agree on rules both mean to break.',
        ['Get the better half', '{O} can count too', 'war > truce'],
        [
          '{L} proposes halves, and defines half.',
          '{O} accepts on condition of holding {token}; {L} accepts on condition of holding what opens it.',
          'They shake hands for as long as it takes each to feel how cold the other’s is.',
        ],
      ),
    ),
    change: anchor(
      'cover-up',
      'hall',
      sketch(
        'A mistake that is half {L}’s and half {O}’s comes out in front of {K}, and the two lie for each other without having planned to.',
        ['Keep {K} from seeing what went wrong', 'The two of them have one story each', 'rivalry > complicity'],
        [
          '{K} asks “Which of you is responsible for {theprop}?”',
          '{L} says “I am” and {O} says “I am”, in the same breath, with the same face.',
          '{K} writes down both names, and lets the matter go. {O} will not look at {L}.',
        ],
      ),
    ),
    committed: anchor(
      'confession',
      'home',
      sketch(
        'Left alone with {obj} and no audience, {O} admits to {L} what {O} has told nobody.',
        ['Find out why {O} has stopped fighting', '{O}’s pride', 'contempt > knowledge'],
        [
          '{L} asks “What’s wrong with you? That was too easy.”',
          '{O} turns {prop} over and over and says it to the floor: {secret}.',
          '{L} rubs out the line between them with {Lhis} own shoe, as far as the middle.',
        ],
      ),
    ),
    setback: anchor(
      'accusation',
      'home',
      sketch(
        '{token} turns out to have been altered, and each believes the other did it.',
        ['Make {O} admit it', 'The marks are in both their hands', 'alliance > betrayal'],
        [
          '{L} compares {token} with {Lhis} own and finds three lines that no longer match.',
          '{O} says “An honest partner wouldn’t have kept a second copy.”',
          'Each takes back a half. {obj} cannot be used by either of them now.',
        ],
      ),
    ),
    climax: anchor(
      'standoff',
      'home',
      sketch(
        'With minutes left {L} and {O} lay their halves side by side, and see that each had falsified the part that would have helped the other.',
        ['Get it whole', 'Whoever shows the true half first has lost', 'two lies > one truth'],
        [
          'Both hold their half against the chest. The minutes are audible.',
          '{L} puts down the true half first and takes {Lhis} hand away.',
          '{O} says what neither has said since the beginning, which is “thank you”, and puts down the other.',
          'Side by side they show the way out, and it runs exactly along the line {O} drew.',
        ],
      ),
    ),
    final: anchor(
      'farewell',
      'hall',
      sketch(
        'It is done. {L} and {O} divide what is left, badly, on purpose, so that each will have to come back for something.',
        ['Leave without making a speech', '{O} has one prepared', 'enmity > an appointment'],
        [
          '{L} hands {O} {prop}, which is {O}’s, and keeps its other half, which is not.',
          '{O} observes that it is useless like that.',
          '{L} agrees, and names a day.',
        ],
      ),
    ),
  },
  facts: [
    '{O} was told of the double claim a week ago and came anyway',
    'the teacher they shared said the same thing to both of them',
    '{secret}',
    '{L} kept a second copy of {token}',
    'it was {K} who put both names on one paper',
  ],
};
