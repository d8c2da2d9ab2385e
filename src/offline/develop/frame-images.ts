import { fillClause, initial, type Slots } from './grammar.ts';
import type { Story } from './story.ts';

/** What a story begins and ends on: the trade's own image, first as it was and then as it is left. */
const IMAGES: Readonly<Record<string, readonly [first: string, last: string]>> = {
  music: [
    'A tuning lever leans on one pin. The note climbs by less than anyone else would hear, and stops.',
    'A hand rests flat on the wood. What was struck is over. The wood goes on under the palm.',
  ],
  law: [
    'Page one hundred and fourteen, and after it one hundred and sixteen. A thumb runs along the gutter to a cut edge.',
    'The file is shut and tied. One page sticks out of it by the width of a thumb.',
  ],
  funeral: [
    'Two name cards in one brass holder, the second pushed in on top of the first.',
    'The brass holder on the lid is empty. Two sets of fingerprints, side by side, on the shine.',
  ],
  space: [
    'A clock with five digits for the year. The last one turns over, and the air does not change.',
    'Dust from outside has drifted along one seam of the deck. It is green at the edges.',
  ],
  locks: [
    'A pick goes into a lock. Four pins rise, one by one. The fifth is already up.',
    'A key stands in the lock, on the wrong side, and turns back by itself.',
  ],
  pawn: [
    'A paper tag on a string, face down. It is turned over: the price has been left blank.',
    'The paper tag again, off its string. Under “price” stands one word, and it is not a number.',
  ],
  war: [
    'A pencil line runs along a river, stops short of the bank, and starts again in another colour.',
    'One sheet, two colours of pencil. The lines meet in the middle and are wet.',
  ],
  medicine: [
    'A chart on a clipboard, forty boxes ticked in one blue pen. The last tick is black.',
    'The chart is back on its hook. Nobody has ticked the last box.',
  ],
  school: [
    'A row of pegs with names over them. One peg has no name and the oldest coat.',
    'The row of pegs, all bare. Over the last of them, in chalk, a name.',
  ],
  farm: [
    'A gate tied shut with baling twine. The knot has been retied so often that it is mostly knot.',
    'The gate stands open on its one good hinge. The twine hangs down, cut clean.',
  ],
  sea: [
    'A tide mark on white paint, and above it, in pencil, a second mark with no date.',
    'Water comes up to the pencil mark, touches it, and goes down.',
  ],
  kitchen: [
    'Thirty tasting spoons stand in a glass of water. One hand takes the first, and puts it back clean.',
    'One dirty spoon in an empty glass. There is a bite out of the bread beside it.',
  ],
  theatre: [
    'A cross of white tape on black boards, scuffed by everyone who ever missed it.',
    'The cross of white tape, under one bare bulb. Two shoes stand on it exactly.',
  ],
  police: [
    'Five photographs pinned in a row, red thread from each to the next. The sixth pin holds nothing but thread.',
    'The thread is wound up on a finger. On the cork are six small holes in a row.',
  ],
  office: [
    'A cursor blinks after half a sentence. Nobody is near the keys.',
    'The cursor blinks on a clean line. Behind it the whole building has gone dark.',
  ],
  church: [
    'A bucket under a leak, and in it one coin. A drop falls on the coin.',
    'The bucket is dry to the bottom. The coin has gone, and has left its ring.',
  ],
  newspaper: [
    'A front page with a white hole where the lead should be. Ink dries round it.',
    'The first copy off the bundle, still warm. The hole in the page has been filled.',
  ],
  town: [
    'An envelope with a stamp on it and no address. The stamp is thirty years old.',
    'The envelope has an address now. It is wet, and the ink has held.',
  ],
};
const PLAIN: readonly [string, string] = [
  'Two cups side by side, one of them clean since yesterday.',
  'Two cups side by side, both of them used.',
];

/** What is wanted, as something to be seen: first still to do, then done or given up. */
const WANTS: readonly (readonly [first: string, last: string])[] = [
  [
    'A list in {L}’s hand. Everything is crossed out but the last line: “{want}.”',
    '{L}’s list, limp from the pocket. The last line has a stroke through it.',
  ],
  [
    '{L} turns {token} over. On the back, in {Lhis} own hand: “{want}.”',
    'The back of {token}, face up. The words in {L}’s hand are crossed out.',
  ],
  [
    'A calendar page, every square empty but one. In it, in {L}’s small capitals: “{want}.”',
    '{L} tears the page off the calendar. The square behind it is empty.',
  ],
  [
    '{L} has written it on one wrist, where the cuff comes: “{want}.”',
    '{L} pushes back the cuff. The ink has run to a grey smear.',
  ],
  [
    'A slip of paper, folded to the size of a stamp. {L} opens it out: “{want}.”',
    '{L} unfolds the slip of paper one last time. It comes apart along the creases.',
  ],
];

/** The beats that open and close the script of a story: its own image, and somebody's want. */
export function frameBeats(story: Story, choice: number): { readonly first: readonly string[]; readonly last: string } {
  const [first, last] = IMAGES[story.reading.domain.name] ?? PLAIN;
  const [wanted, settled] = WANTS[choice % WANTS.length] ?? ['', ''];
  const { goal = 'go home' } = story.slots;
  const slots: Slots = { ...story.slots, want: initial(goal) };
  const say = (text: string): string => initial(fillClause(text, slots));
  return { first: [say(first), say(wanted)], last: `${say(settled)} ${say(last)}` };
}
