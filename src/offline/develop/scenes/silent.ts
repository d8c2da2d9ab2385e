import { type Sketch, sketch } from './sketch.ts';

/** Scenes without a word. Their lead is alone, or as good as. */
export const SILENT: Readonly<Record<string, readonly Sketch[]>> = {
  preparation: [
    sketch(
      '{L} lays out what will be needed, and puts one thing back.',
      ['Be ready', 'Second thoughts', 'idle > ready'],
      [
        '{L} sets {prop} in line with the rest {at}, and squares it with a thumb.',
        '{L} takes {theprop} out of the line again and leaves the gap.',
      ],
    ),
    sketch(
      '{L} dresses for what is coming, with {prop} in the pocket that shows least.',
      ['Look like an ordinary day', 'The mirror', 'nerves > a face'],
      [
        '{L} tries three faces in a dark pane {at}.',
        '{L} pockets {prop}, pats it flat, and leaves with the second face.',
      ],
    ),
    sketch(
      '{L} tries the whole thing once with nobody there, {prop} standing in for what matters.',
      ['Find out where it goes wrong', 'It goes wrong at once', 'plan > first doubt'],
      [
        '{L} paces out the distance {at}, lips counting.',
        '{L} picks up {prop}, walks it back, drops it, and starts again with a softer step.',
      ],
    ),
  ],
  waiting: [
    sketch(
      '{L} waits {at} for someone who has said five minutes, and mends {prop} meanwhile.',
      ['Not look at the clock', 'The clock', 'patience > its end'],
      [
        '{L} takes {prop} apart and lays the pieces out by size.',
        'The last piece goes back. Nobody has come. {L} begins to take {theprop} apart again.',
      ],
    ),
    sketch(
      '{L} sits within reach of {prop} and does not reach for it.',
      ['Leave it alone', 'It is right there', 'restraint > a hand moving'],
      [
        '{L} sits on both hands {at} while a patch of light crosses the floor.',
        'The light gets to {prop}. {L} moves it into the shade.',
      ],
    ),
    sketch(
      '{L} watches {O} at work through glass and does not knock.',
      ['Choose the moment', 'Every moment is wrong', 'approach > retreat'],
      [
        '{L} stands outside {place} with {prop} held up to knock with.',
        '{O} looks up at nothing, and down again. {L} leaves {theprop} on the sill.',
      ],
    ),
    sketch(
      '{L} counts the hours {at} by what is left of {prop}.',
      ['Hold out', 'There is less of it than there was', 'calm > worry'],
      [
        '{L} makes a mark beside {prop}, and later another.',
        'The marks reach the edge, and {L} goes on making them on {Lhis} own sleeve.',
      ],
    ),
  ],
  search: [
    sketch(
      '{L} goes through {place} for {token} and finds {prop}, which should not be there.',
      ['Find {token}', 'Someone has tidied', 'order > a stranger’s hand'],
      [
        '{L} opens every drawer {at} and closes each as it was.',
        'Behind the last one is {prop}. {L} holds it by the edges, and then runs.',
      ],
    ),
    sketch(
      '{L} searches {O}’s things {at}, and stops at something private.',
      ['Find proof and nothing else', 'Shame', 'suspicion > shame'],
      [
        '{L} lifts {prop} out from among {O}’s folded clothes.',
        'Under it is a picture of {L}. {L} puts everything back in order, slowly.',
      ],
    ),
    sketch(
      '{L} follows a trail of small wrong things as far as {prop}.',
      ['Get to the end of it', 'The light is going', 'trace > find'],
      [
        '{L} moves {at} with a lamp held low, stopping, turning.',
        'The trail ends at {prop}. {L} looks from it to the window, which is open.',
      ],
    ),
    sketch(
      'Once again {L} looks where {L} has looked before, and this time moves {prop}.',
      ['Be sure', 'Having been sure before', 'resigned > awake'],
      [
        '{L} stands {at}, eyes shut, turning on the spot as if remembering.',
        '{L} moves {prop} a hand’s width. There is a clean square beneath, and in it a scrap of {token}.',
      ],
    ),
  ],
  pursuit: [
    sketch(
      '{L} goes after {O} without quite deciding to, and loses {prop} on the way.',
      ['Keep {O} in sight', '{O} walks like someone followed', 'distance > almost'],
      [
        '{O} crosses the end of {place}; {L} is moving before the door has shut.',
        '{prop} falls. {L} looks back at it for one step, and when {L} looks up there is nobody ahead.',
      ],
    ),
    sketch(
      'Someone is behind {L}, and {L} leads them the long way round.',
      ['Not lead them home', 'They know the short way', 'unease > flight'],
      [
        '{L} stops {at} to look at {prop}, and a step stops too.',
        '{L} sets {theprop} down like bait, goes round twice, and sees who picks it up: {O}.',
      ],
    ),
    sketch(
      '{L} runs the length of {place} to catch what {O} has set going.',
      ['Get there first', 'A head start', 'late > too late'],
      ['{L} throws {prop} aside and runs.', 'A door swings to {at}. {L} gets two fingers into the gap.'],
    ),
    sketch(
      '{L} and {O} race for the same thing by two different ways and arrive together.',
      ['Be first', 'Two stairs, one landing', 'race > collision'],
      [
        '{L} takes the near way through {place}, {O} the far one; each can hear the other.',
        'Both hands close on {prop}.',
      ],
    ),
  ],
  aftermath: [
    sketch(
      '{L} sweeps up what is left {at}, and keeps {prop}.',
      ['Have it clean before anyone comes', 'How much of it there is', 'wreck > one thing saved'],
      [
        '{L} sweeps everything into one heap, by size.',
        '{L} takes {prop} back out of the heap and wipes it on a sleeve.',
      ],
    ),
    sketch(
      '{L} sits where it happened, with {prop}, until the lamp goes by itself.',
      ['Stay until it is real', 'It will not be', 'noise > stillness'],
      [
        '{L} puts the chairs {at} back on their feet and sits on none of them.',
        'The lamp goes. In the dark, {prop} is set down on wood.',
      ],
    ),
    sketch(
      '{L} washes {Lhis} hands for far too long, with {prop} on the edge of the basin.',
      ['Get clean', 'It is not that kind of dirt', 'done > felt'],
      [
        '{L} runs the water {at} until it is hot, and holds both hands in it.',
        '{prop} slides in. {L} looks at it under the water and leaves it there.',
      ],
    ),
    sketch(
      'Passing {place}, {L} sees {O} alone with the damage, and goes on.',
      ['Not be seen', '{O}’s bent back', 'anger > pity'],
      [
        '{O} is on {Ohis} knees {at}, fitting two pieces of {prop} together.',
        '{L} lifts a hand to the glass, and then uses it to turn up a collar.',
      ],
    ),
  ],
  departure: [
    sketch(
      '{L} packs very little, and {prop} last.',
      ['Be gone before it is light', 'One thing too many', 'home > a bag'],
      [
        '{L} closes a bag {at} and opens it once more for {prop}.',
        'The key goes on its hook. The door is pulled to, and tried.',
      ],
    ),
    sketch(
      '{L} leaves {prop} for {O} where it will be found too late to argue.',
      ['Leave no note', '{L} keeps writing one', 'words > a thing'],
      [
        '{L} tears up a page {at}, then a shorter one.',
        '{L} sets {prop} on the blank third, square to the edge, and goes.',
      ],
    ),
    sketch(
      '{L} walks out through {place}, touching things that stay behind.',
      ['Not look back', 'Everything in it', 'belonging > leaving'],
      [
        '{L} touches the frame, the lamp, {prop}, in the order of every other day {at}.',
        'Outside {L} looks back after all. Someone has moved the lamp to the window.',
      ],
    ),
    sketch(
      '{L} sees {O} off from a distance, holding {prop} up where it may or may not be seen.',
      ['Be seen, a little', 'The distance', 'near > gone'],
      [
        '{O} goes, bag in hand, without turning, from {place}.',
        '{L} holds {prop} over {Lhis} head until both arms shake.',
      ],
    ),
  ],
};
