const groups = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((each) => each.trim()));

/** Words of speech that may stand for each other anywhere. */
export const SPEECH_SWAPS = groups(`
  nobody | no one
  everybody | everyone
  somebody | someone
  anybody | anyone
  maybe | perhaps
  until | till
  once more | again
  I think | I'd say
  I don't know | I couldn't say
  it isn't | it's not | it is not
  a man | some man
  a woman | some woman
  yesterday | the other day
  tomorrow | by tomorrow
  a week | seven days
  an hour | sixty minutes
  money | cash
  the truth | what happened
  the door | that door
  the street | the road
  your hands | those hands
  to keep | to hold on to
  to give | to hand over
  ask me | put it to me
  came back | turned up again
  went away | was gone
  looked at | stared at
  the first | that first
  the last | that last
  all of it | every bit of it
  some of it | part of it
  big | large
  right here | on this spot
  in the morning | first thing
  at night | after dark
  these days | nowadays
  every day | daily
  for years | for ages
  a long time | an age
  a few | some
  as well | too
  at once | straight away
`);

/** Contractions and what they stand for: a voice that has them may leave one out, and never the other way. */
export const IN_FULL: readonly (readonly [string, string])[] = [
  ["that's", 'that is'],
  ["it's", 'it is'],
  ["I'll", 'I will'],
  ["I've", 'I have'],
  ["I'm", 'I am'],
  ["you'll", 'you will'],
  ["we'll", 'we will'],
  ["there's", 'there is'],
  ["what's", 'what is'],
  ["you're", 'you are'],
  ["they're", 'they are'],
];

/** Words of action that may stand for each other anywhere. */
export const ACTION_SWAPS = groups(`
  looks at | studies | considers
  looks for | hunts for
  picks up | takes up | lifts
  puts down | sets down | lays down
  puts a | sets a | lays a
  puts the | sets the | lays the
  takes the | gets hold of the
  takes off | pulls off
  holds out | offers
  holds up | raises
  turns away | swings away
  turns over | flips
  stops | pauses
  starts to | begins to
  stands up | gets up
  sits down | takes a seat
  leans on | rests on
  closes | shuts
  pulls | draws
  pushes | shoves
  finds the | comes on the
  drops the | lets go of the
  counts the | goes over the
  reads the | goes through the
  moves | shifts
  a hand | one hand
  both hands | two hands
  the hand | that hand
  one finger | a finger
  the fingers | those fingers
  the door | that door
  the table | the tabletop
  the floor | the ground
  the wall | that wall
  the window | the pane
  the pen | that pen
  the chair | that chair
  the glass | that glass
  the light | that light
  the clock | that clock
  the lamp | that lamp
  the coat | that coat
  the cup | that cup
  small | tiny
  again | once more
  and waits | and stays
  and then | then
  at last | in the end
  almost | nearly
  a little | a touch
  beside | next to
  without a word | silently
  for a long time | for a while
  somewhere | some way off
  nobody | no one
  somebody | someone
  to the edge | to the rim
  a long way | some way
  on the other side | over there
  the other hand | that other hand
  each of them | every one
  one by one | in turn
`);
