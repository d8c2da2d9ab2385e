import { type Sketch, sketch } from './sketch.ts';

/** How things come to a head and end. */
export const LATE: Readonly<Record<string, readonly Sketch[]>> = {
  accusation: [
    sketch(
      '{L} accuses {O} over {prop}, gets one thing wrong, and loses by it.',
      ['Hear {O} admit it', 'One wrong detail', 'righteous > doubtful'],
      [
        '{L} throws {prop} down {at} and says that {O} knows what it is.',
        '{O} knows, and says whose it is, and it is not {O}’s.',
        '{L} has said it in front of people, and cannot find a way of bending down for {theprop}.',
      ],
    ),
    sketch(
      '{O} is told to {Ohis} face what everyone has said behind {Ohis} back, and {L} is the one who says it.',
      ['Have it out in the open', '{O} is hurt before being guilty', 'murmurs > a charge'],
      [
        '{L} says “Put that down, and listen.”',
        '{L} says it in one breath: {fact}.',
        '{O} asks “Who else believes that?” {L} looks round at every wall.',
      ],
      'O',
    ),
  ],
  plea: [
    sketch(
      '{L} begs {O} for one more day, using the only argument that {O} cannot bear.',
      ['One more day', '{O} has given too many', 'dignity > need'],
      [
        '{L} comes in with {prop} and none of the reasons prepared.',
        '{O} says “You’ve had your answer.”',
        '{L} tells {O} what it was hoped {O} need never know: {fact}.',
      ],
      'O',
    ),
    sketch(
      '{O} will not open until {L} has said please, and {L} has never yet said it.',
      ['Be let in', 'Pride, of which {L} has enough for two', 'stiffness > asking'],
      [
        '{L} knocks with {prop} and states the case {at}, numbered.',
        'From behind the door {O} asks “Is that all?”',
        '{L} leans {Lhis} forehead on the wood and says “Please.”',
      ],
    ),
  ],
  betrayal: [
    sketch(
      '{L} learns from {O}’s own mouth, {at}, that {O} has sold {Lhim} for {prop}.',
      ['Be told that it is not true', '{O} has stopped lying', 'trust > price'],
      [
        '{L} asks “Where did you get {theprop}?”',
        '{O} starts on a lie, tires of it, and tells {L}: {fact}.',
        '{L} asks “Was it a good price, at least?”',
      ],
      'L',
    ),
    sketch(
      '{L} gives {O} up to save {obj}, and {O} is standing close enough to hear it.',
      ['Save what can be saved', '{O} would have done the same', 'loyalty > survival'],
      [
        '{L} looks at {prop}, the reward, for as long as it can be looked at.',
        '{L} gives it quickly, like pulling off a plaster.',
        '{O} steps out from behind the half-open door {at} and holds out both wrists.',
      ],
    ),
  ],
  standoff: [
    sketch(
      '{L} and {O} each hold something the other needs, and neither will be the first to set it down.',
      ['Make {O} let go first', '{O} has nothing to lose', 'balance > a move'],
      [
        '{L} has {prop}; {O} has the door {at}.',
        '{O} says “On three, then.” Both mouths count. Nobody moves.',
        '{L} holds {theprop} out over the drop, and {O}’s eyes follow it. That is enough to go by.',
      ],
    ),
    sketch(
      '{O} bars {L}’s way to {obj}, and finds that {L} has come to stay rather than to pass.',
      ['Wear {O} out', '{O} has all night', 'force > patience'],
      [
        '{O} plants {prop} across the way {at}.',
        '{L} sits down on the ground and takes off a shoe.',
        'Long after, {O} sits down too, with {theprop} across both their knees.',
      ],
    ),
  ],
  confession: [
    sketch(
      '{L} tells {O} the thing itself, and it turns out that {O} had been carrying the other half.',
      ['Say it and be done', '{O} keeps being kind', 'burden > shared burden'],
      [
        '{L} asks {O} to look at {prop} and not at {L} while this is said.',
        '{L} says it to the end: {fact}.',
        '{O} is silent {at} for as long as it takes, then tells the part that {L} could not have known.',
      ],
      'O',
    ),
    sketch(
      '{O} confesses over {prop} to something so small that {L} sees the large thing behind it.',
      ['Let {O} off', '{O} wants to be punished', 'trifle > the real thing'],
      [
        '{O} brings {prop} to {L} {at} and owns up to a scratch on it.',
        '{L} says “It’s a scratch, it doesn’t matter.” {O} weeps as if it did.',
        '{L} waits, and the rest comes out: {fact}.',
      ],
      'L',
    ),
  ],
  decision: [
    sketch(
      '{L} asks {O} for advice, hears it out, and does the opposite before {O} has finished.',
      ['Be told what to do', 'It is good advice', 'wavering > decided'],
      [
        '{L} lays {prop} and {token} side by side {at}: one or the other.',
        '{O} makes the case for {theprop}, and makes it well.',
        '{L} is already holding {token}.',
      ],
    ),
    sketch(
      '{O} leaves the choice to {L}, on purpose, and stays to watch it made.',
      ['Have somebody else decide', '{O} has decided enough in this life', 'two ways > one'],
      [
        '{O} puts {prop} into {L}’s hand and closes the fingers over it.',
        '{L} lists everything that could go wrong {at}; {O} agrees with each.',
        '{L} gives {theprop} back, and goes to {obj}.',
      ],
    ),
  ],
  reckoning: [
    sketch(
      '{L} adds up {at}, aloud, what all this has cost, and {O} disputes only one item.',
      ['Have {O} hear the sum', '{O} kept accounts too', 'grievance > a figure'],
      [
        '{L} uses {prop} to stand for the first loss, and goes on from there.',
        '{O} says “Not the last one, the last one wasn’t me.”',
        '{L} takes it off the list. It was the only one that mattered.',
      ],
    ),
    sketch(
      '{O} comes to settle up with {prop}, and {L} makes {Ohim} say first what for.',
      ['Hear it named', '{O} would rather pay than speak', 'debt > a name for it'],
      [
        '{O} sets down {prop} {at} and turns to go.',
        '{L} asks “What’s that in payment of?”',
        '{O} says it in the doorway: {fact}. {L} leaves {theprop} where it is.',
      ],
      'L',
    ),
  ],
  farewell: [
    sketch(
      '{L} and {O} say goodbye {at} by talking the whole time about {prop}.',
      ['Go without a scene', '{O} has prepared for one', 'together > apart'],
      [
        '{O} asks “Will you be needing {theprop}?”',
        '{L} explains at length how it should be looked after.',
        '{O} repeats the instructions without a mistake, and {L} goes before the last of them.',
      ],
    ),
    sketch(
      '{L} has come to say goodbye to {O} and stays to mend {prop}.',
      ['Say it and leave', 'It is broken, and {L} is {L}', 'leaving > one last hour'],
      [
        '{L} stands {at}, coat on, and begins the sentence.',
        '{O} holds up {prop} and says “It’s in a state, I’m sorry.”',
        '{L} takes off the coat. By the time {theprop} works again, {O} has said the sentence for {Lhim}.',
      ],
    ),
  ],
  return: [
    sketch(
      '{L} brings {prop} back, and {O} has kept its place empty.',
      ['Give it back and be forgiven', '{O} will not make it easy', 'guilt > welcome'],
      [
        '{L} stops {at} in front of a shelf with one gap.',
        '{O} says “You used to keep it cleaner.”',
        '{L} puts {theprop} in the gap. {O} moves it a finger’s breadth to the left.',
      ],
    ),
    sketch(
      '{L} comes back {at} as somebody else, and only {O} is not surprised.',
      ['Pick up where things stopped', 'Things did not stop', 'gone > here'],
      [
        '{O} hands {L} {prop} as if {L} had gone out for it five minutes ago.',
        '{L} asks what has changed. {O} names three things, none of them the real one.',
        '{L} sees the real one, and hangs up the coat.',
      ],
    ),
  ],
};
