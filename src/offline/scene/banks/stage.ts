/** A line of light for each time of day, so that a place come back to does not begin in the same words. */
export const LIGHT: Readonly<Record<string, readonly string[]>> = {
  DAY: [
    'Flat light.',
    'Midday, and no shade to speak of.',
    'A bright, useless sort of day.',
    'Sun, then not.',
    'Grey, with the sun somewhere behind it.',
    'The hour after lunch.',
    'Daylight that shows the dust.',
    'White sky.',
    'A day like any other, so far.',
    'Late sun, low and yellow.',
    'Ordinary light.',
    'The forenoon, and busy elsewhere.',
  ],
  NIGHT: [
    'One light, and that one borrowed.',
    'Late. The last windows across the way go dark.',
    'Night, the thick part.',
    'No moon.',
    'The hour of pipes and dogs.',
    'A lamp, and the edge of the lamp.',
    'Past midnight by anyone’s clock.',
    'Dark enough to hear better.',
    'Black glass in every frame.',
    'A moon, but it does not reach.',
    'The small hours.',
    'Everyone with any sense is asleep.',
  ],
  DAWN: [
    'First light, the colour of dishwater.',
    'It is getting light without any help.',
    'Dawn, unwashed.',
    'A cart somewhere, and then the birds.',
    'The lamps are still on and no longer needed.',
    'Cold, and pink at one edge.',
  ],
  DUSK: [
    'The light is going, and nobody has said so.',
    'Dusk. Things lose their names first.',
    'Blue at the edges.',
    'The hour when one lamp is lit too early.',
    'Swallows, or bats by now.',
    'What is left of the day lies along the ground.',
  ],
  OTHER: [
    'The same air, used again.',
    'Nothing has moved but the hands of the clock.',
    'A little later than is good.',
    'It has gone quiet in between.',
    'As it was, and not as it was.',
    'The minute after.',
  ],
};

/** Behaviour that belongs to no pattern. */
export const PAUSES: readonly string[] = [
  '{A} rubs a thumb along a seam until it is hot.',
  '{B} takes one step nearer, to hear, or to be heard.',
  '{A} finds a hair on one sleeve and lets it fall.',
  '{B} checks a pocket for something that is still there.',
  '{A} shifts {obj:the bundle} out of the way with one foot.',
  'For a moment they breathe in time. {B} breaks it.',
  '{A} looks up at nothing, and so does {B}.',
  '{B} scratches a spot that does not itch.',
  '{A} leans back. Something creaks.',
  '{B} blows on cold fingers.',
  'A fly settles. {A} lets it walk.',
  '{B} rolls one shoulder, like someone putting down a load.',
  '{A} crouches to tie a lace that was tied.',
  '{B} nods before the sentence has reached its end.',
  '{A} holds very still.',
  '{B} turns half away, and keeps an ear there.',
  '{A} wets two fingers and smooths an eyebrow.',
  '{B} folds both arms, then lets them down as if told to.',
  '{A} looks at {B}’s hands instead.',
  '{B} picks a splinter up off the ground, with care.',
  '{A} smiles, too late to be of use.',
  '{B} shuts both eyes for one breath.',
  '{A} hears something outside, and files it away.',
  '{B} sets both feet like someone on a boat.',
  '{A} rubs the back of a neck that has slept badly.',
  '{B} says nothing, at some length.',
  '{A} puts {obj:it} where {B} cannot help but see it.',
  '{B} wipes a lip with a knuckle.',
  'The draught moves {A}’s collar. {A} lets it.',
  '{B} laughs through the nose.',
  '{A} counts something on the fingers of one hand and closes the hand.',
  '{B} looks for a place to spit, and swallows.',
  '{A} takes hold of one wrist with the other hand.',
  '{B} has gone a bad colour.',
  '{A} tilts {obj:it} to the light.',
  '{B} begins to whistle and thinks better of it.',
  '{B} draws a line on the ground with one toe, and rubs it out.',
  '{A} looks from {B} to the way out, and measures.',
  '{B} bites a nail. There is not much left of it.',
  '{A} is nodding, and does not seem to know it.',
  '{B} moves so that the light is not in the eyes.',
];

/** What those do who are on stage and have nothing to say. */
export const BYSTANDERS: readonly string[] = [
  '{C} is there as well, out of reach of it.',
  '{C} keeps back, near enough to be counted.',
  '{C} looks on, holding somebody else’s hat.',
  '{C} has found work at the far end.',
  '{C} sits where nobody has to look at {C}.',
  '{C} listens with both hands behind the back.',
  '{C} pretends to read.',
  '{C} stands guard over nothing in particular.',
];

/** How silence answers somebody who speaks alone. */
export const NO_ANSWER: readonly string[] = [
  'No answer.',
  'Nothing comes back.',
  '{A} listens to where an answer would be.',
  '{A} waits, head on one side.',
  'Only the sound of the place.',
  '{A} takes that for an answer.',
  'A long nothing.',
  '{A} nods, as if it had been said.',
];

/** Written words, for a fact that comes out with nobody to say it. */
export const WRITTEN: readonly string[] = [
  'There are words on it, small and plain: “{f}”',
  'On the back, in pencil: “{f}”',
  'The ink has run, but it can be read: “{f}”',
  'One line, underscored twice: “{f}”',
  'In a careful hand: “{f}”',
];

/** Ends of a set piece. */
export const TRANSITIONS: readonly string[] = ['CUT TO:', 'SMASH CUT TO:'];
