import { type Sketch, sketch } from './sketch.ts';

/** How stories begin to move: people meet, want something and are told no. */
export const EARLY: Readonly<Record<string, readonly Sketch[]>> = {
  'first meeting': [
    sketch(
      '{L} and {O} meet over {prop} and each mistakes the other for somebody easier.',
      ['Be taken for someone who belongs here', '{O} has seen {L}’s sort before', 'strangers > parties'],
      [
        '{L} comes in with {prop} and asks “Who’s in charge here?”',
        '{O} lets {L} go on asking a little too long before admitting who that is.',
        '{L} puts {theprop} down between them, and it stays there when {L} goes.',
      ],
    ),
    sketch(
      '{O} catches {L} looking for {token} and pretends to believe the excuse.',
      ['Leave without giving a name', '{O} stands between {L} and the way out', 'unseen > remembered'],
      [
        '{L} has one hand on {prop} when {O} speaks from behind.',
        '{O} asks “And the name? The real one, if it’s no trouble.”',
        '{O} holds the way open for {L} and says “See you on Monday.”',
      ],
    ),
  ],
  errand: [
    sketch(
      '{L} is sent to {O} with {prop} and comes back with a question instead.',
      ['Deliver it and go', '{O} will not sign for it', 'duty > curiosity'],
      [
        '{L} holds out {prop} and says “I need a signature.”',
        '{O} turns {theprop} over and asks “Who is it really from?”',
        '{L} looks at the label for the first time: it is in a hand {L} knows.',
      ],
    ),
    sketch(
      '{L} does {O} a small favour that turns out to have been about {obj} all along.',
      ['Get the favour over with', '{O} keeps adding to it', 'kindness > suspicion'],
      [
        '{O} asks {L} to hold {prop} for a moment and walks to the far side of the room.',
        '{L} sees what was under it, which is a note about {obj}.',
        '{L} gives {theprop} back and says nothing. {O} thanks {L} for exactly that.',
      ],
    ),
  ],
  request: [
    sketch(
      '{L} asks {O} for one day’s use of {prop}, and has to say what for.',
      ['Borrow it without explaining', '{O} likes explanations', 'pride > need'],
      [
        '{L} praises everything {at} except {prop}.',
        '{O} asks “How long would you need it, supposing it were for rent?”',
        '{L} says it plainly, and {O} hands it over and asks for nothing, which is worse.',
      ],
    ),
    sketch(
      '{L} asks {O} to look the other way for an hour, and {O} asks for the reason in writing.',
      ['Get one unwatched hour {before}', '{O} answers for this place', 'rule > exception'],
      [
        '{L} waits until {O} has both hands full of {prop}.',
        '{L} says “One hour, alone.” {O} asks “Which hour?”',
        '{O} turns the chair to the wall, sits down, and starts counting.',
      ],
    ),
  ],
  refusal: [
    sketch(
      '{L} offers {O} {prop} to settle the matter, and {O} will not even touch it.',
      ['Be let off', '{O} is not for sale today', 'hope > a closed door'],
      [
        '{L} lays {prop} {at} where {O} must see it.',
        '{O} goes on working around it as if it were a stain.',
        '{O} says “Some things aren’t owed in that coin.” {O} opens the door for {L}.',
      ],
    ),
    sketch(
      'Asked outright about {obj}, {L} refuses {O}, and is surprised to have meant it.',
      ['End the conversation kindly', '{O} asks a third time', 'politeness > a no'],
      [
        '{O} asks {L} about {obj}, with {prop} in one hand as if it were nothing.',
        '{L} talks about the weather, then about {theprop}.',
        '{O} asks again. {L} says no, sits down, and says it once more to hear how it sounds.',
      ],
    ),
  ],
  warning: [
    sketch(
      '{O} warns {L} off, and in doing so lets slip that {fact}.',
      ['Find out how much {O} knows', '{O} means it kindly', 'confidence > caution'],
      [
        '{O} walks {L} to the edge of the light and hands over {prop}.',
        '{L} asks “Is that advice, or a threat?”',
        '{O} says it once: {fact}. {L} keeps hold of {theprop}.',
      ],
      'L',
    ),
    sketch(
      '{L} goes out of the way to warn {O}, who has been expecting somebody worse.',
      ['Make {O} leave while it is possible', '{O} is tired of leaving', 'alarm > stubbornness'],
      [
        '{L} arrives {at} out of breath, with {prop} still in one hand.',
        '{L} says “There’s an hour, perhaps less.” {O} puts the kettle on.',
        '{O} bolts the door with both of them inside.',
      ],
    ),
  ],
  discovery: [
    sketch(
      'Looking for {prop}, {L} makes {O} show what was kept behind it: {fact}.',
      ['Find one small thing', '{O} is in front of the shelf', 'innocence > knowledge'],
      [
        '{L} asks {O} to step aside, {at}, for no more than a second.',
        '{O} steps aside too late and too far.',
        '{L} moves {prop}, reads what is underneath it twice, and now knows that {fact}.',
      ],
      'L',
    ),
    sketch(
      '{L} and {O} put {prop} together with {token}, and the two fit in a way neither wanted.',
      ['Rule it out', 'It fits', 'doubt > proof'],
      [
        '{O} lays {token} down {at}; {L} lays {prop} against its edge.',
        '{L} turns it round, hoping. It fits better.',
        '{O} says what it means: {fact}.',
      ],
      'L',
    ),
    sketch(
      'A slip of {O}’s tongue {at} gives {L} the missing piece.',
      ['Keep {O} talking', '{O} has begun to hear it too', 'guess > certainty'],
      [
        '{O} tells a story about {prop} that is meant to be funny.',
        '{L} laughs in the right place and asks one thing about the date.',
        '{O} answers, and stops. The answer can only be true if {fact}.',
      ],
      'L',
    ),
  ],
};
