import type { MetricKey } from '../screenplay/index.ts';

/** What it is like to read a script whose number lies below or above those of films. Information, and no fault by itself. */
export const MEANINGS: { readonly [key in MetricKey]?: { readonly low: string; readonly high: string } } = {
  words: { low: 'It is shorter than features are.', high: 'It is longer than features are.' },
  scenes: { low: 'It changes scene less often.', high: 'It changes scene more often.' },
  cues: { low: 'People take turns less often.', high: 'People take turns more often.' },
  speaking_roles: { low: 'Fewer people speak.', high: 'More people speak: a large cast to tell apart.' },
  dialogue_share: { low: 'More is shown than said.', high: 'More is said than shown.' },
  speech_len_mean: { low: 'Speeches are shorter.', high: 'Speeches are longer.' },
  speech_len_median: {
    low: 'The usual speech is shorter.',
    high: 'The usual speech is longer: people state rather than trade.',
  },
  speech_le_10w: {
    low: 'Few speeches are short: nobody is cut off or only answers.',
    high: 'Nearly all speeches are short.',
  },
  speech_gt_50w: { low: 'Nobody ever speaks at length.', high: 'People often speak at length.' },
  question_share: { low: 'People ask little: they state.', high: 'People ask much.' },
  exclaim_share: { low: 'Hardly a speech is exclaimed.', high: 'Many speeches are exclaimed.' },
  vocative_share: { low: 'People seldom name each other.', high: 'People name each other more than people do.' },
  paren_per_100cues: { low: 'Few speeches have a parenthetical.', high: 'Many speeches are told how to be said.' },
  action_block_mean: {
    low: 'Action comes in shorter blocks.',
    high: 'Action comes in longer blocks, which read slowly.',
  },
  action_block_gt_60w: {
    low: 'No block of action is long.',
    high: 'Many blocks of action are long, which read slowly.',
  },
  words_per_scene: { low: 'Scenes are shorter.', high: 'Scenes are longer.' },
  scene_len_median: { low: 'The usual scene is shorter.', high: 'The usual scene is longer.' },
  scene_len_cv: {
    low: 'Scenes are all of one length: there is little rhythm.',
    high: 'Lengths of scenes differ more.',
  },
  scenes_no_dialogue: { low: 'Hardly a scene goes without words.', high: 'Many scenes go without words.' },
  speakers_per_scene_mean: { low: 'Fewer people speak in a scene.', high: 'More people speak in a scene.' },
  int_share: { low: 'More of it plays outside.', high: 'More of it plays inside.' },
  heading_has_time: { low: 'Many headings have no time of day.', high: 'More headings have a time of day.' },
  top1_share: { low: 'No one leads by words.', high: 'One person has most of the words.' },
  top5_share: { low: 'Words are spread over many people.', high: 'Few people have nearly all the words.' },
  gini_speech: { low: 'Everybody speaks about as much.', high: 'Few people have nearly all the words.' },
  fk_dialogue: { low: 'Speech is simpler.', high: 'Speech is written rather than spoken.' },
  fk_action: { low: 'Action is simpler.', high: 'Action is harder to read.' },
  mattr500_all: { low: 'Few different words come back.', high: 'Words are more varied.' },
  mattr500_dlg: { low: 'People use few different words.', high: 'People’s words are more varied.' },
  rep4_share: { low: 'Hardly a phrase comes back.', high: 'The same phrases come back.' },
  slop_words_per_1k: {
    low: 'It has few of the words that language models overuse.',
    high: 'It has many of the words that language models overuse.',
  },
  slop_words_per_1k_action: {
    low: 'Its action has few of the words that language models overuse.',
    high: 'Its action has many of the words that language models overuse.',
  },
  slop_words_per_1k_dlg: {
    low: 'Its speech has few of the words that language models overuse.',
    high: 'Its speech has many of the words that language models overuse.',
  },
  slop_tri_per_1k: {
    low: 'It has few of the phrases that language models overuse.',
    high: 'It has many of the phrases that language models overuse.',
  },
  notxbuty_per_1kwords: {
    low: 'It seldom says what a thing is not.',
    high: 'It keeps saying what a thing is not before what it is.',
  },
  adverb_ly_per_1k_action: { low: 'Its action has few adverbs.', high: 'Its action leans on adverbs.' },
  voice_kappa: {
    low: 'Voices are hard to tell apart by their small words.',
    high: 'Voices are told apart easily, or people repeat themselves.',
  },
};
