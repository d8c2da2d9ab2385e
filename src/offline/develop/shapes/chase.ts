import { sketch } from '../scenes/sketch.ts';
import { anchor, type Shape } from './shape.ts';

/** Everybody wants one thing, and somebody is holding it. */
export const CHASE: Shape = {
  name: 'chase',
  cues: /\bstolen\b|\bsteals?\b|heist|buy it back|\bthie(?:f|ves)\b|\bchase|treasure|ransom|\bfortune\b|inherit|lottery|forg(?:er|ed)/,
  genre: 'crime',
  tone: 'dry, crowded, patient with fools',
  goal: 'give {obj} back to the one person it belongs to',
  secret: '{obj} was never {O}’s to lose',
  opposed: true,
  second: 'domain',
  question: 'Who will {L} let have {obj}, and at what price?',
  stakes: 'Everyone who has held {obj} has lost something; {L} has a name and very little else.',
  lead: {
    want: 'To be rid of {obj} at a fair price and with clean hands.',
    need: 'To want something without first asking what it is worth.',
    fear: 'That honesty was only ever a lack of offers.',
    contradiction: 'Knows what everything is worth and has never bought anything for {Lself}.',
    backstory: '{L} once let a thing go too cheaply to somebody in tears, and has been fair to the penny ever since.',
  },
  other: {
    want: 'To have {obj} back before anyone asks whose it was.',
    need: 'To be refused by someone who cannot be bought.',
    fear: 'That {obj} will be played, opened or read in public.',
    contradiction: 'Is scrupulously courteous to everyone {O} robs.',
    backstory: '{O} inherited a collection, a debt, and an explanation that does not bear looking into.',
  },
  bond: {
    name: 'The offer',
    question: 'What is the offer that {L} cannot refuse {O}?',
    payoff: '{O} offers the truth, and {L} takes it.',
  },
  theme: {
    name: 'Fair price',
    question: 'Is anyone honest, or only not yet asked at the right price?',
    argument: 'What cannot be sold twice is the only thing worth keeping.',
    counter: 'Honesty is a luxury, and the people who praise it have mostly eaten.',
  },
  anchors: {
    opening: anchor(
      'waiting',
      'home',
      sketch(
        '{L} keeps shop through an ordinary evening, until somebody leaves {obj} and does not wait for the money.',
        ['Close on time', 'A customer who does not count the notes', 'order > a stranger’s trouble'],
        [
          '{L} mends {prop} {at} while the light goes.',
          'A bell, wet shoes, a bundle on the counter; the hand that takes {token} is shaking.',
          '{L} unwraps {obj}, looks at the door, and turns the sign to CLOSED.',
        ],
      ),
    ),
    opportunity: anchor(
      'bargain',
      'home',
      sketch(
        '{O} offers {L} ten times what {obj} can be worth, and gives the wrong reason for it.',
        ['Hear an honest reason', '{O} has several others', 'trade > suspicion'],
        [
          '{O} admires everything {at} before coming, by accident, to {obj}.',
          '{L} names a price. {O} names ten times as much and lays it on {prop}.',
          '{L} pushes the money back with one finger: the ticket runs for the full term, and it is not {O}’s ticket.',
        ],
      ),
    ),
    change: anchor(
      'discovery',
      'home',
      sketch(
        '{K} looks at {obj} and tells {L} what it is, and whose it was.',
        ['Have it valued', '{K} can hardly bear to touch it', 'merchandise > a wrong'],
        [
          '{K} asks “May I wash my hands first?”',
          '{L} talks of price; {K} turns {obj} to the lamp and shows what has been scratched out.',
          '{K} says it quietly: {secret}.',
        ],
      ),
    ),
    committed: anchor(
      'refusal',
      'hall',
      sketch(
        'With buyers on every side {L} refuses all of them in public, and makes {obj} {Lhis} own affair.',
        ['Find one person who asks whose it is', 'Nobody asks', 'neutrality > a side'],
        [
          '{L} sits among the bidders {at} with {prop} on one knee.',
          '{O} leads the bidding without lifting anything but an eyebrow.',
          '{L} stands up and says “It is withdrawn, the owner has only to come and say its name.”',
        ],
      ),
    ),
    setback: anchor(
      'aftermath',
      'home',
      sketch(
        '{L} opens up to find the place wrecked, {obj} gone, and the till untouched.',
        ['Count what is missing', 'Only one thing is', 'honour > loss'],
        [
          '{L} steps {at} over glass and picks up {prop}.',
          'The money is in the drawer, all of it, in order.',
          '{L} takes down {token}, the copy, and reads the name on it as if for the first time.',
        ],
      ),
    ),
    climax: anchor(
      'reckoning',
      'hall',
      sketch(
        '{L} walks in on the sale with {token} and redeems {obj} for exactly what it cost.',
        ['Redeem it by the rules', '{O}, and everyone {O} has paid', 'price > right'],
        [
          '{O} has {obj} on velvet and the door watched.',
          '{L} comes down the aisle counting out the sum on {token}, coin by coin, aloud.',
          '{O} asks, amused, on whose behalf; {L} says it so that the last row can hear: {secret}.',
          'Nobody bids. The hammer comes down for the lowest price of the evening.',
        ],
      ),
    ),
    final: anchor(
      'return',
      'home',
      sketch(
        'The owner comes with half a ticket and no money, and {L} does the paperwork in full.',
        ['Do it properly', 'The owner has nothing to pay with', 'property > gift'],
        [
          '{K} brings the owner in by the sleeve, and stays {at} by the door.',
          '{L} fills in the form, every box, and for “sum received” asks to hear one tune, one page, one word of thanks.',
          '{L} listens with the shop door open, and for once does not look at the clock.',
        ],
      ),
    ),
  },
  facts: [
    'the one who left {obj} gave a dead person’s name',
    '{O} has already sold {obj} once',
    '{secret}',
    '{K} could have named the owner on the first day',
    'every buyer so far was sent by {O}',
  ],
};
