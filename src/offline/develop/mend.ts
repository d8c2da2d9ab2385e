/** Answer `outline.mend`: nothing. What stands on a card of the offline writer comes from a plan of the whole script, and a note about one sequence does not change that. */
export function answerMend() {
  return { cards: [] };
}

/** Answer `outline.choose`: the offline writer has no taste. */
export function answerChoose() {
  return { reasons: 'The offline writer does not judge.', better: 'tie' };
}
