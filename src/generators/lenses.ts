/** One thing that a scene can be read for. */
export interface Lens {
  /** What it asks, for a list. */
  readonly title: string;
  /** How to read for it, as the critic is told. Numbers are the medians of 77 produced feature films (docs/measures.md). */
  readonly advice: string;
}

/** What a critic can be asked to read a scene for, and nothing else. */
export const LENSES = {
  premise: {
    title: 'does the scene serve the logline and its card',
    advice:
      'Hold the scene against the logline and its card: does it do what it is for, and would the story miss it? Rewriting drifts away from the logline more than from anything else, so name the words that do. Not a fault: a detour that a later beat of the card needs. Rules: `story/off-logline`, `story/missing-beat`, `story/no-stakes`.',
  },
  pacing: {
    title: 'where it hurries, drags, or moves at one speed',
    advice:
      'Where does an audience know what comes before it comes? Where do speeches or paragraphs of one length follow each other? On produced pages two speeches of three have ten words or fewer and a paragraph of action has about sixteen; what matters is the alternation, not the average. Does it begin late and stop on the turn? Rules: `scene/drags`, `scene/hurries`, `scene/starts-early`, `scene/runs-on`, `surface/one-length`.',
  },
  tension: {
    title: 'who wants what from whom, and what is in doubt',
    advice:
      'At each exchange: who wants what from whom, what can they do about a no, and is the outcome open? Does every refusal cost more than the last, and does somebody lose something by the end? Quiet is not a fault where the card asks for little. Rules: `scene/flat-tension`, `scene/no-doubt`, `scene/no-turn`.',
  },
  subtext: {
    title: 'what is meant and not said, and where it is said after all',
    advice:
      'Find every line that says a feeling, a motive or a relation which the scene has shown or is about to show; that names the theme; or that answers exactly what was asked. A plain line that does something to the other is no fault, and neither is a confession that costs the speaker. Rules: `line/on-the-nose`, `line/no-subtext`, `line/explains`.',
  },
  dialogue: {
    title: 'lines: length, questions, names, explanation',
    advice:
      'Read the lines aloud. On produced pages the median speech has seven words, three speeches of ten ask something, and one of seven names its listener. Faults are statements in a row that nobody answers, people telling each other what both know, needless names, speeches that finish every thought. A long speech that was earned is none. Rules: `line/explains`, `line/name-calling`, `line/length`, `surface/one-length`.',
  },
  voice: {
    title: 'could another person in the scene say this line',
    advice:
      'Cover the names and ask of each line who says it. Hold it against the voice in the bible: words, length of sentences, what is avoided, how others are addressed. A catch phrase is no voice, and one signature habit in a scene is enough. Rules: `character/same-voice`, `character/off-voice`.',
  },
  character: {
    title: 'want, tactics, and what they know',
    advice:
      'Does everybody present want something here and change what they do when it fails? Does anybody act against what the bible says of them without a reason in the scene? Does anybody know a thing before they learn it? Rules: `character/no-want`, `character/off-character`, `character/knows-too-soon`.',
  },
  continuity: {
    title: 'facts against the bible and the card',
    advice:
      'Literal, and sceptical of yourself. Hold names, kinship, trades, injuries, things in hand, place, time of day and who is present against the bible and the card. Try the innocent reading first: a lie, a mistake, a change on screen, a figure of speech. A note only where none holds, and with the words of the bible in the message. Rules: `continuity/fact`, `continuity/name`, `continuity/place`, `continuity/time`, `character/knows-too-soon`.',
  },
  action: {
    title: 'what a camera and a microphone get',
    advice:
      'Only paragraphs of action. Can it be seen or heard, now? Thoughts, summaries, what something means, and adverbs that tell how, cannot. Is the picture this story’s own, or one that any story has? Four lines at most. Rules: `surface/unfilmable`, `surface/stock-image`, `action/length`, `action/adverb`.',
  },
  repetition: {
    title: 'words, gestures and beats that come again',
    advice:
      'The same words, gesture, kind of sentence or move that comes again and means less the second time; a beat that is played twice. A refrain that changes its meaning is none, and neither are numbers in a bargain. Rules: `surface/repetition`, `action/repetition`, `scene/beat-twice`.',
  },
} as const satisfies Readonly<Record<string, Lens>>;

/** One of {@link LENSES}. */
export type LensName = keyof typeof LENSES;

/** Their names, in the order of the list. */
export const LENS_NAMES = Object.keys(LENSES) as readonly LensName[];
