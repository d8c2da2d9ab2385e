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

/** Small things that any room or pocket has. */
export const SMALL_THINGS = list(`
  a coaster, two coins, a loose button, a bent nail, an old stub, one cuff, a rubber band, a paper cup, a pencil end, the wrong key,
  a dry pen, a matchbox, some string, a stray glove, a cracked saucer, a bus ticket, the hat brim, a tin lid, a clothes peg,
  an apple core, a playing card, the spare chair, a folded map, a wet sleeve, one shoelace, a door wedge, a postcard, a safety pin,
  the top sheet, a chipped mug, an empty jar, a spent match, the collar, a bottle cap, a walnut, two sugar lumps, a thimble,
  the lamp cord, a brass hook, a torn envelope, the bread knife, a dead battery, a dusty frame, an odd sock, a paper clip,
  a cold spoon, the bag strap, a crust, a candle stump, a crumpled list, the radio dial, a parcel, one earring, a comb, a whistle,
  a pebble, the newspaper, an umbrella, a light bulb, a marble, half a biscuit, the ashtray, a luggage tag, a receipt roll
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
