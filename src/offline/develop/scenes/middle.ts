import { type Sketch, sketch } from './sketch.ts';

/** How people deal with each other while nothing is decided. */
export const MIDDLE: Readonly<Record<string, readonly Sketch[]>> = {
  bargain: [
    sketch(
      '{L} and {O} trade {prop} against an hour of silence, and both think they have won.',
      ['Buy time cheaply', '{O} can smell hurry', 'need > debt'],
      [
        '{L} puts {prop} {at} on the table and leaves a hand on it.',
        '{O} says “An hour.” {L} says “A day.” {O} looks at the clock.',
        '{L} lifts the hand. {O} puts {theprop} away and turns the clock to the wall.',
      ],
    ),
    sketch(
      '{O} will part with what {O} knows of {obj} only if {L} gives something up that cannot be replaced.',
      ['Get the answer and keep {prop}', '{O} wants nothing else', 'possession > an answer'],
      [
        '{O} names the price by looking at {prop}.',
        '{L} offers money, then work, then an apology {at}.',
        '{L} hands {theprop} over, and {O} says that {fact}.',
      ],
      'L',
    ),
  ],
  test: [
    sketch(
      '{O} leaves {L} alone {at} with {prop}, to see whether it will be there afterwards.',
      ['Pass without being seen to notice', '{O} is watching in the glass', 'suspicion > a grudging yes'],
      [
        '{O} remembers a call, puts {prop} in plain sight, and goes out of the room, nearly.',
        '{L} looks at it, looks at the door, and moves it two inches nearer to where {O} sat.',
        '{O} comes back, sees the two inches, and sits down closer.',
      ],
    ),
    sketch(
      '{L} sets {O} a question about {prop} to which only a liar would know the answer.',
      ['Find out whether {O} was there', '{O} is good at being asked', 'trust > measured trust'],
      [
        '{L} hands over {prop} and says “It was behind the green door.”',
        '{O} says “Blue. The door was blue.” {O} stops with one hand out.',
        '{L} takes {theprop} back and says “It was a long time ago.”',
      ],
    ),
  ],
  temptation: [
    sketch(
      '{O} shows {L} how easily all of this could stop, and means it well.',
      ['Say no and go', 'The offer is decent', 'resolve > wavering'],
      [
        '{O} lays {prop} {at} in front of {L}: a way out, paid for.',
        '{L} asks “What happens to the others?” {O} says “What others?”',
        '{L} picks {theprop} up to feel what it weighs, and does not put it down at once.',
      ],
    ),
    sketch(
      'Nobody would ever know: {O} turns away from {obj} and gives {L} as long as it takes.',
      ['Leave it as it is', 'An hour with nobody looking', 'honesty > an opening'],
      [
        '{O} says, with {prop} for an excuse, that there are things to see to outside.',
        '{L} asks “How long will you be?” {O} says “That depends on you.”',
        '{L} is in the same chair when {O} comes back, but {theprop} has moved.',
      ],
    ),
  ],
  alliance: [
    sketch(
      '{L} and {O} find out over {prop} that they are afraid of the same person.',
      ['Have company without asking for it', 'Each suspects the other of being sent', 'two alone > a pair'],
      [
        '{L} and {O} both reach for {prop} {at}, and both pretend to have wanted something else.',
        '{L} asks “You as well?” {O} nods, once.',
        '{L} pushes {theprop} to the middle. They speak lower from here on.',
      ],
    ),
    sketch(
      '{O} proves to be on {L}’s side by telling what it would be safer to keep.',
      ['Know whose side {O} is on', '{O} has good reasons to be on neither', 'caution > trust'],
      [
        '{L} asks {O} to turn out {Ohis} pockets: {prop}, some string, no explanation.',
        '{O} gives one without being asked again: {fact}.',
        '{L} puts {theprop} back in {O}’s pocket, which is an answer.',
      ],
      'L',
    ),
  ],
  rehearsal: [
    sketch(
      '{L} makes {O} play the other side, {at}, and {O} plays it much too well.',
      ['Be ready for tomorrow', '{O} will not go easy', 'confidence > nerves'],
      [
        '{L} gives {O} {prop} to stand for authority, and begins.',
        '{O} says “No. From the top, and look at me this time.”',
        '{L} answers in a voice neither has heard before, and {O} puts {theprop} down.',
      ],
    ),
    sketch(
      '{O} teaches {L} to lie about {prop}, and {L} learns fast enough to worry them both.',
      ['Say it without blinking', '{L} is honest by trade', 'clumsy > convincing'],
      [
        '{O} asks “Where did {theprop} come from?” {L} goes red.',
        '{O} asks again, and again, {at}, until it comes out flat.',
        '{L} asks “And where were you?” {O} says “Asleep.”',
      ],
    ),
  ],
  interrogation: [
    sketch(
      '{L} puts {O} through one evening hour by hour and finds the hour that is missing.',
      ['Have the whole evening accounted for', '{O} remembers in the wrong order', 'story > gap'],
      [
        '{L} sets {prop} down and asks “Where was this at nine?”',
        '{O} says “I know about eight, and I know about ten.”',
        '{L} waits. {O} fills the gap at last: {fact}.',
      ],
      'L',
    ),
    sketch(
      '{L} asks {O} only questions about {prop}, and every answer is about {obj}.',
      ['Get a yes', '{O} answers with questions', 'control > exposure'],
      [
        '{L} begins with {prop}, because it cannot hurt.',
        '{O} asks “Who told you to ask that?” {O} moves the lamp.',
        '{O} says yes to something {L} had not asked yet: {fact}.',
      ],
      'L',
    ),
  ],
  'cover-up': [
    sketch(
      '{L} and {O} get rid of {prop} minutes before it would be asked for.',
      ['Have it gone in time', '{O} wants to keep a piece', 'evidence > complicity'],
      [
        '{L} holds {prop} {at} and looks for anything that shuts.',
        '{O} says “Whoever helps with this is in it.” {L} says “Then help.”',
        'It is gone. {O} brushes {L}’s sleeve clean without being asked.',
      ],
    ),
    sketch(
      'Surprised with {prop}, {L} lets {O} believe a smaller crime.',
      ['Be caught for less', '{O} is almost too pleased', 'danger > a cheap lie'],
      [
        '{O} opens the door {at} while {L} still has {prop} under one arm.',
        '{L} says “I wanted to see myself with it, that’s all.”',
        '{O} forgives it so readily that {L} sees what {O} was afraid of hearing: {fact}.',
      ],
      'L',
    ),
  ],
  reunion: [
    sketch(
      '{L} runs into {O} {at}, and for a minute they talk as they did before any of this.',
      ['Have one minute of the old tone', 'What has happened since', 'coldness > a minute’s warmth'],
      [
        '{O} recognises {prop} before recognising who is carrying it.',
        '{L} says the old joke about it; {O} finishes it.',
        '{O} asks “Is it true, what they say?” The minute is over.',
      ],
    ),
    sketch(
      '{O}, whom {L} had stopped expecting, turns up with {prop} and an explanation too late to use.',
      ['Not ask why', '{O} wants to be asked', 'absence > an excuse'],
      [
        '{O} stands {at} holding {prop} like a ticket.',
        '{L} does not look up from the work and says “You know where the chairs are.”',
        '{O} gives the explanation to {L}’s back: {fact}.',
      ],
      'L',
    ),
  ],
  vigil: [
    sketch(
      '{L} and {O} sit up with {prop} between them, waiting for news that one of them already has.',
      ['Stay awake', '{O} needs to talk', 'waiting > knowing'],
      [
        '{L} turns down the lamp {at}; {O} moves {prop} to where both can reach it.',
        '{O} asks “What would you do with a year?” {L} says “Sleep.”',
        'Towards the end of it {O} says, to {theprop} rather than to {L}, that {fact}.',
      ],
      'L',
    ),
    sketch(
      'Through the small hours {L} keeps watch over {obj} and {O} keeps watch over {L}.',
      ['Last until it is light', 'Tiredness, and {O}’s kindness', 'guard > confidence'],
      [
        '{O} brings {L} {prop} and a blanket and does not go away again.',
        '{L} says “Count something, it keeps you up.” {O} says “That’s your ninth yawn.”',
        '{L} falls asleep in the middle of a word, and {O} does not touch {obj}.',
      ],
    ),
  ],
};
