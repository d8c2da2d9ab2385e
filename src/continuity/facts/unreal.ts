/** Words that make a sentence no plain statement of what is so: doubt, pretence, comparison, negation, a picture or play. */
const UNREAL =
  /\b(?:not|never|no longer|nobody|nearly|almost|as if|as though|like|pretend\w*|seem\w*|appear\w*|would|could|might|may|if|unless|until|playing|plays dead|acts|acting|rehears\w*|mimes?|imagin\w*|dreams?|wishes|wants?|tries|try|about to|going to|on the screen|on screen|on television|in the (?:film|movie|photograph|painting|picture|play|game|dream|story))\b|n't\b/i;

/** Whether a sentence states what is so. */
export function isPlain(sentence: string): boolean {
  return !UNREAL.test(sentence);
}
