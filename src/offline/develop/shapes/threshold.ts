import { sketch } from '../scenes/sketch.ts';
import { anchor, type Shape } from './shape.ts';

/** A door, and what is on the other side of it. */
export const THRESHOLD: Shape = {
  name: 'threshold',
  cues: /\bdoors?\b|\blocked\b|\btrapped\b|\bopen(?:s|ed)?\b|escape|haunted|\bghost|\bbunker|quarantine|sealed/,
  genre: 'mystery',
  tone: 'close, watchful, uneasy',
  goal: 'open what has been kept shut',
  secret: 'the bolts were put on by somebody who stayed inside',
  opposed: true,
  second: 'logline',
  question: 'Will {L} {goal}, and what will come through?',
  stakes: 'It can be opened once. Whoever opens it will have done so for everyone.',
  lead: {
    want: 'To know what is on the other side before anyone asks {Lhim} to decide.',
    need: 'To decide something that cannot be repaired afterwards.',
    fear: 'Of being the one who let it in, or the one who kept them from it.',
    contradiction: 'Can open anything, and has lived behind one locked door for years.',
    backstory:
      'As a child {L} was locked in for one night by accident. {L} was calm. What stayed was the sound of people outside, deciding.',
  },
  other: {
    want: 'To have {L} do it, or not do it, without being seen to ask.',
    need: 'To say aloud who closed it.',
    fear: 'Of being thanked.',
    contradiction: 'Guards a way out that {O} has never once used.',
    backstory: '{O} was handed the duty by somebody who wept with relief, and only understood the weeping later.',
  },
  bond: {
    name: 'Inside and outside',
    question: 'Which of the two is on the right side of the door, {L} or {O}?',
    payoff: '{L} and {O} stand on the sill, and neither can say which side it is.',
  },
  theme: {
    name: 'What a door is for',
    question: 'Is a door kept shut a protection or a sentence?',
    argument: 'People can live with almost any weather if they are allowed to see it.',
    counter: 'Whoever closed it knew something, and nobody has shown that it has stopped being true.',
  },
  anchors: {
    opening: anchor(
      'preparation',
      'home',
      sketch(
        '{L} does a routine job and finds that something is bolted from the wrong side.',
        ['Do the job and sign for it', 'One bolt that makes no sense', 'routine > unease'],
        [
          '{L} sets out the tools {at} in their usual order, {prop} last.',
          '{L} runs a thumb along the edge and stops: the screws have been turned from out here.',
          '{L} writes the job down in {token}, and leaves the box for “cause” empty.',
        ],
      ),
    ),
    opportunity: anchor(
      'request',
      'home',
      sketch(
        '{O} asks {L} to go no further, and in asking tells {L} that there is further to go.',
        ['Have a straight answer about {obj}', '{O} answers the question before it', 'unease > purpose'],
        [
          '{L} asks “Who was it that closed {obj}?”',
          '{O} asks “What have you written down so far?”',
          '{L} holds out {token}. {O} says “Leave that box empty, please.”',
        ],
      ),
    ),
    change: anchor(
      'discovery',
      'hall',
      sketch(
        '{L} gets as far as the last lock and learns that {secret}.',
        ['See for {Lself}', '{K}, who would rather not know', 'a fault > a lie'],
        [
          '{K} holds the lamp and asks “What is there to hear?” {L} lays a palm on it: it is warmer than it should be.',
          '{L} works {prop} into the seam until there is a line of light as thin as a hair.',
          '{L} looks with one eye for a long time. Then {L} understands: {secret}.',
        ],
      ),
    ),
    committed: anchor(
      'standoff',
      'hall',
      sketch(
        '{O} finds {L} at the last lock with a hand on it, and gives up the key rather than the reason.',
        ['Make {O} say why', '{O} would rather be hated', 'obedience > ownership'],
        [
          '{O} says {L}’s name from the far end, and comes no nearer.',
          '{L} does not let go, and says “Tell me the reason, one time.”',
          '{O} puts the last key down between them and pushes it across with one foot. From now on it is {L}’s to hold.',
        ],
      ),
    ),
    setback: anchor(
      'betrayal',
      'home',
      sketch(
        '{K}, told in confidence, has told the others; what {L} knows is now a shout outside.',
        ['Keep it quiet until it is understood', 'Nobody who is afraid wants to understand', 'secret > panic'],
        [
          '{L} hears feet, a great many of them, where there have only ever been two.',
          '{K} says “People had a right.” {L} asks “How many of them can turn a key?”',
          '{O} bars the way with {prop}. Something is thrown, and the light goes.',
        ],
      ),
    ),
    climax: anchor(
      'decision',
      'hall',
      sketch(
        '{L} stands at the door with {O} beside {Lhim}, and decides with everyone listening.',
        ['Choose before somebody chooses by force', 'Everyone is right', 'fear > a hand on the lock'],
        [
          '{L} asks for silence and reads out what {token} says, including the empty box.',
          '{O} tells them who closed it, and why, and that the reason was true that day.',
          '{L} fills in the box with one word and turns the key. It is not even stiff.',
          'The door opens by the width of a hand. The draught comes from inside.',
        ],
      ),
    ),
    final: anchor(
      'return',
      'home',
      sketch(
        'With the way open, {L} goes back to the old post, and {O} does not know where to stand.',
        ['Find out what a keeper does with an open door', 'Habit', 'confinement > weather'],
        [
          '{L} comes back {at} and hangs the key on a nail where a child could reach it.',
          '{O} goes to close the door out of habit, and keeps the hand where it is.',
          '{L} wedges it open with {prop}.',
        ],
      ),
    ),
  },
  facts: [
    'the bolts can only be reached from outside',
    '{secret}',
    '{O} was given the key by the last person who tried',
    'somebody has been answering the knocking',
    '{O} has never been through it',
  ],
};
