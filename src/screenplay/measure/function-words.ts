/**
 * English words that carry grammar and no matter, by which a voice can be told whatever it speaks of: pronouns,
 * articles, prepositions, conjunctions, auxiliaries, particles and the contractions of speech. Own list.
 */
export const FUNCTION_WORDS: readonly string[] = (
  'i me my mine myself you your yours yourself he him his she her hers it its we us our they them their one ' +
  'this that these those what which who whose whom where when why how ' +
  'a an the some any no every each all both either neither another other such same ' +
  'and or but nor if because since unless until while though although as than so that then therefore however ' +
  'of in on at by for with about against between into through during before after above below to from up down out off over under ' +
  'is am are was were be been being have has had do does did will would shall should can could may might must ought ' +
  'not never always ever now here there just only even still yet too very quite rather really well much more most ' +
  'yes oh ah no okay please perhaps maybe indeed ' +
  "i'm i've i'll i'd you're you've you'll you'd he's she's it's we're we've we'll they're that's there's what's let's " +
  "don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't ain't gonna gotta wanna"
)
  .split(' ')
  .filter((word, index, words) => words.indexOf(word) === index);
