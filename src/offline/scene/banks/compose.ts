const list = (text: string): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** What hands do to small things. Two words at most: what repeats in a script is the run of four. */
export const HANDLES = list(`
  turns over, sets down, lines up, pushes aside, picks up, straightens, folds, unfolds, taps, wipes, pockets, squares, nudges,
  weighs, spins, flattens, tilts, rolls, shakes out, holds up, hides, finds, drops, catches, rubs, scratches, bends, peels back,
  breaks off, puts away, takes out, moves, blows on, digs out, shoves back, winds, twists, lifts, lowers, swaps, stacks, splits,
  ties, unties, buttons, loosens, tightens, empties, fills, sorts, counts, measures, covers, uncovers, trades, slides over
`);

/** Small things that any room or pocket has, and what they may be like. */
export const SMALL_THINGS = list(`
  coaster, coin, button, nail, stub, rubber band, paper cup, pencil, key, pen, matchbox, ribbon, glove, saucer, bus ticket, tin lid,
  clothes peg, apple, playing card, map, shoelace, door wedge, postcard, safety pin, sheet, mug, jar, match, bottle cap, walnut,
  sugar lump, thimble, cord, hook, envelope, knife, battery, frame, sock, paper clip, spoon, strap, crust, candle, list, dial, parcel,
  comb, whistle, pebble, newspaper, umbrella, light bulb, marble, biscuit, ashtray, label, receipt, scarf, brush, magnet, cork, die,
  stamp, notebook, bandage, screw, hairpin, tray, bowl, ruler, bell, chalk, lighter, napkin, straw, purse, mirror, torch, fork, stone
`);
export const LOOKS = list(`
  loose, bent, old, dry, stray, cracked, torn, wet, chipped, empty, spent, cold, dusty, odd, crumpled, brass, dead, spare, wrong,
  folded, blunt, sticky, rusty, borrowed, cheap, heavy, broken, greasy, last, second, red, plain, faded, warm, lost, half-full
`);

/** How, in three words at most. */
export const MANNERS = list(`
  with one thumb, without looking, left-handed, twice over, to the edge, out of reach, by the light, against one knee, in passing,
  on the sill, under one arm, with both hands, at arm's length, behind the back, one more time, for something to do, upside down,
  edge to edge, with a fingernail, before the answer, while it lasts, almost in time, and waits, and stops, to no purpose, for luck,
  like a bill, like small change, on the beat, off the table, into a sleeve, between two fingers, with wet hands, all the way,
  halfway, again, nearer the door, where it was, under the lamp, in three goes, on the way past, with some care, out of habit
`);

/** Adverbs, for the one sentence in ten that has one. */
export const ADVERBS = list(`
  slowly, carefully, neatly, idly, roughly, briskly, quietly, gently, absently, deliberately, firmly, lightly, stiffly, abruptly,
  patiently, clumsily, hastily, calmly, warily, exactly, politely, finally, openly, stubbornly, doubtfully
`);

/** Words that open a line of speech and change nothing in it. */
export const OPENERS = list(`
  Well, No, Yes, Still, Then, Now, So, Right, Fine, Oh, And, But, Maybe, Anyway, Honestly, Listen, Come on, Please, Sure, True, Wait, Again,
  All right, Funny, Odd, Never mind, God, Once more, Quite, Truly
`);

/** Words that close one. */
export const CLOSERS = list(`
  then, I think, you know, today, by the way, for once, as it happens, again, so far, I suppose, at least, if you ask me, for now,
  this time, either way, mostly, anyhow, like always, after all, to be fair, tonight, believe me, in the end, all of it
`);

/** What makes a question of a statement. */
export const TAGS = list(`
  no, right, yes, all right, is that it, you see, agreed, or not, is it not, eh, do you hear, you know that, or am I wrong,
  since when, says who, clear, am I right, would you say, or what, true or not
`);

/** What one may say of a small thing, before it is named. */
export const SAYINGS = list(`
  I kept, You lost, They took, We sold, She wanted, He broke, I would swap, You can have, Nobody misses, Somebody left, I paid for,
  You always carry, They never found, We both want, I still owe you, You owe me, I dreamt of, Everybody wants, Give me, Keep, Take,
  Count, Leave, Show me, I have seen, There goes, Here is, It was about, I came for, You came for, They blame, Forget, I miss
`);
/** The same as questions. */
export const ASKINGS = list(`
  Did you see, Who left, Where is, Is that, What about, Have you still got, Why keep, Who paid for, Would you swap, Did they find,
  Can I have, Whose is, Do you want, How much for, Who broke, Are you after, Did I lose, Was it
`);
