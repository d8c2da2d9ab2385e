/** What a metric needs to mean something: so many words, speeches, scenes or roles, or a whole feature. */
export type MetricNeed = 'words' | 'speeches' | 'scenes' | 'roles' | 'feature';

/** One thing that is measured. */
export interface Metric {
  readonly key: string;
  /** A short name for tables. */
  readonly title: string;
  /** What exactly is counted, in one sentence. */
  readonly definition: string;
  readonly needs: MetricNeed;
}

/**
 * Every metric, in the order of reports. A key means the same in the norms.
 *
 * "Words" are those of speeches and of what is told (action, shots, general paragraphs, lyrics nobody sings): no
 * headings, cues, parentheticals, transitions and centred text. A "speech" is what stands under one cue.
 */
export const METRICS = [
  metric('words', 'Words', 'Words of speeches and action.', 'feature'),
  metric('scenes', 'Scenes', 'Scene headings.', 'feature'),
  metric('cues', 'Speeches', 'Cues; dual dialogue has two.', 'feature'),
  metric('speaking_roles', 'Speaking roles', 'Different names of cues, extensions and capitals aside.', 'feature'),
  metric('dialogue_share', 'Dialogue share', 'Words of speeches / words.', 'words'),
  metric('speech_len_mean', 'Speech, mean words', 'Mean words of a speech.', 'speeches'),
  metric('speech_len_median', 'Speech, median words', 'Median words of a speech.', 'speeches'),
  metric('speech_le_10w', 'Short speeches', 'Share of speeches of 10 words or fewer.', 'speeches'),
  metric('speech_gt_50w', 'Monologues', 'Share of speeches of more than 50 words.', 'speeches'),
  metric('question_share', 'Questions', 'Share of speeches with a question mark.', 'speeches'),
  metric('exclaim_share', 'Exclamations', 'Share of speeches with an exclamation mark.', 'speeches'),
  metric(
    'vocative_share',
    'Name-calling',
    'Share of speeches that name a main character other than the speaker: one of the ten with the most words, by a capitalized word of the cue of 3 letters or more that is no title.',
    'speeches',
  ),
  metric('paren_per_100cues', 'Parentheticals per 100 speeches', 'Parentheticals / speeches x 100.', 'speeches'),
  metric('action_block_mean', 'Action block, mean words', 'Mean words of an action block.', 'words'),
  metric('action_block_gt_60w', 'Long action blocks', 'Share of action blocks of more than 60 words.', 'words'),
  metric(
    'words_per_scene',
    'Words per scene',
    'Mean words of a scene; what stands before the first heading is none.',
    'scenes',
  ),
  metric('scene_len_median', 'Scene, median words', 'Median words of a scene.', 'scenes'),
  metric('scene_len_cv', 'Scene length variation', 'Standard deviation / mean of the words of scenes.', 'scenes'),
  metric('scenes_no_dialogue', 'Silent scenes', 'Share of scenes without a cue.', 'scenes'),
  metric(
    'speakers_per_scene_mean',
    'Speakers per scene',
    'Mean number of different speakers in a scene, silent scenes included.',
    'scenes',
  ),
  metric('int_share', 'Interiors', 'Share of headings that begin with INT, without INT/EXT.', 'scenes'),
  metric('heading_has_time', 'Headings with a time', 'Share of headings with a time of day.', 'scenes'),
  metric('top1_share', 'Leading role', 'Share of the words of speeches that the one with the most says.', 'roles'),
  metric(
    'top5_share',
    'Five leading roles',
    'Share of the words of speeches that the five with the most say.',
    'roles',
  ),
  metric(
    'gini_speech',
    'Speech concentration',
    'Gini coefficient of the words of speeches over the speakers.',
    'roles',
  ),
  metric('fk_dialogue', 'Reading grade, speech', 'Flesch-Kincaid grade of the speeches (English).', 'words'),
  metric('fk_action', 'Reading grade, action', 'Flesch-Kincaid grade of the action (English).', 'words'),
  metric(
    'mattr500_all',
    'Vocabulary',
    'Mean share of different words in every window of 500 words (MATTR), in story order.',
    'words',
  ),
  metric('mattr500_dlg', 'Vocabulary, speech', 'The same, of speeches only.', 'words'),
  metric(
    'rep4_share',
    'Repeated phrases',
    'Share of the runs of 4 words, in story order, that stand 3 times or more in the script.',
    'words',
  ),
  metric(
    'slop_words_per_1k',
    'Slop words per 1,000',
    'Words on the slop-score list of words that language models overuse / words x 1,000 (English).',
    'words',
  ),
  metric('slop_words_per_1k_action', 'Slop words per 1,000, action', 'The same, of action only.', 'words'),
  metric('slop_words_per_1k_dlg', 'Slop words per 1,000, speech', 'The same, of speeches only.', 'words'),
  metric(
    'slop_tri_per_1k',
    'Slop trigrams per 1,000',
    'Runs of 3 words on the slop-score list of trigrams / words x 1,000 (English).',
    'words',
  ),
  metric(
    'notxbuty_per_1kwords',
    'Not this but that per 1,000',
    '"not … but …" and "isn\'t … it\'s …" within one sentence of 60 characters / words x 1,000 (English).',
    'words',
  ),
  metric(
    'adverb_ly_per_1k_action',
    'Adverbs in -ly per 1,000, action',
    'Words of 5 letters or more in -ly, without common others (only, family, ugly …) / words of action x 1,000 (English).',
    'words',
  ),
  metric(
    'voice_kappa',
    'Voice kappa',
    'How much better than chance speakers are told apart by function words, lengths of words and punctuation, with whole scenes held out (English).',
    'speeches',
  ),
] as const satisfies readonly Metric[];

/** The name of a metric, the same as in the norms. */
export type MetricKey = (typeof METRICS)[number]['key'];

function metric<Key extends string>(
  key: Key,
  title: string,
  definition: string,
  needs: MetricNeed,
): Metric & { readonly key: Key } {
  return { key, title, definition, needs };
}
