const lines = (text: string): readonly string[] => text.trim().split('\n');

/** A line of light for each time of day, so that a place come back to does not begin in the same words. */
export const LIGHT: Readonly<Record<string, readonly string[]>> = {
  MORNING: lines(`
Morning, and none of it used yet.
Early light, straight in, at knee height.
The day has been left out overnight and is still damp.
The hour of wet pavements.
Eight o’clock, by the sound of it.
Thin sun, the first of the week.
Somewhere a radio gives the weather to nobody.
Steam goes up past whatever it can find.
Breath shows.
Morning has got as far as the nearest corner.
New light on yesterday’s cups.
A delivery is being made next door, badly.`),
  DAY: lines(`
Flat light.
Midday, and no shade to speak of.
A bright, useless sort of day.
Sun, then not.
Grey, with the sun somewhere behind it.
The hour after lunch.
Daylight that shows the dust.
White sky.
A day like any other, so far.
Late sun, low and yellow.
Ordinary light.
The forenoon, and busy elsewhere.`),
  EVENING: lines(`
The lamps come on along the street, one late.
Evening. Plates, somewhere, being put away.
The last of the sun is on one brick.
Home time for other people.
Orange, then brown.
Coats on, all over town.
The light comes in level and finds everything.
Half past something.
A tune through two walls.
The sky is doing more than it needs to.
Shadows as long as they will get.
It smells of other people’s suppers.`),
  NIGHT: lines(`
One light, and that one borrowed.
Late. The last windows across the way go dark.
Night, the thick part.
No moon.
The hour of pipes and dogs.
A lamp, and the edge of the lamp.
Past midnight by anyone’s clock.
Dark enough to hear better.
Black glass in every frame.
A moon, but it does not reach.
The small hours.
Everyone with any sense is asleep.`),
  DAWN: lines(`
First light, the colour of dishwater.
It is getting light without any help.
Dawn, unwashed.
A cart somewhere, and then the birds.
The lamps are still on and no longer needed.
Cold, and pink at one edge.
The dark goes thin at the bottom.
One bird, trying it out.
Grey comes in under everything.
The night has been and left the gate open.`),
  DUSK: lines(`
The light is going, and nobody has said so.
Dusk. Things lose their names first.
Blue at the edges.
The hour when one lamp is lit too early.
Swallows, or bats by now.
What is left of the day lies along the ground.`),
  LATER: lines(`
The same air, used again.
Nothing has moved but the hands of the clock.
A little later than is good.
It has gone quiet in between.
As it was, and not as it was.
The minute after.
Long enough for tea to go cold.
The silence has been added to.
The shadows have changed sides.
Whatever was warm is not.`),
};

/** What those do who are on stage and have nothing to say: a list from which each pattern has two. */
export const BYSTANDERS: readonly string[] = lines(`
{C} is there as well, out of reach of it.
{C} keeps back, near enough to be counted.
{C} looks on, holding somebody else’s hat.
{C} has found work at the far end.
{C} sits where nobody has to look at {C}.
{C} listens with both hands behind the back.
{C} pretends to read.
{C} stands guard over nothing in particular.
{C} is in it only as far as the ankles.
{C} counts something and keeps the count.
{C} watches, from an angle.
{C} has been asked to stay, and wishes otherwise.
{C} rolls a coin over four knuckles.
{C} leans in the one spot with a view of both.
{C} has a coat on, and has had for some time.
{C} eats something small, without noise.
{C} hangs back to hear better.
{C} does a job that was done an hour ago.
{C} keeps both eyes on the ground.
{C} looks from one to the other, always late.
{C} whittles at a pencil.
{C} waits to be needed.
{C} has brought the wrong papers and holds them tight.
{C} stays within arm’s length of the way out.`);

/** How silence answers somebody who speaks alone. */
export const NO_ANSWER: readonly string[] = lines(`
No answer.
Nothing comes back.
{A} listens to where an answer would be.
{A} waits, head on one side.
Only the sound of the place.
{A} takes that for an answer.
A long nothing.
{A} nods, as if it had been said.
The quiet has heard that before.
{A} gives it time. It uses the time.
Not so much as an echo.
{A} shrugs at nobody.
Something ticks, which is no answer.
{A} cups an ear. Still nothing.
A silence, with manners.
{A} answers it under the breath, and loses.
Whoever it was meant for is not here.
{A} turns, as if somebody had coughed.
It hangs there, and comes down.
{A} holds up a hand for quiet. There is plenty.
The words stay where they were put.
{A} laughs first, so that somebody has.
Nobody, in person.
{A} lets it go by.`);

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
