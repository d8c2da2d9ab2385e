import type { MetricKey } from './metrics.ts';

/** Where the scripts of a sample lie on one metric. The 5th and 95th percentile are absent where they were not measured. */
export interface Norm {
  readonly p5?: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95?: number;
}

/**
 * Percentiles over 77 whole scripts of produced feature films, in English, from about 1956 to 2012, drafts of all
 * kinds. Own measurement; the films are a part of the TRIPOD list (github.com/ppapalampidi/TRIPOD), and nothing of
 * their text is here. They say what was, not what should be: information, no target. Voice kappa is over 78 scripts
 * with whole scenes held out.
 */
export const FEATURE_NORMS: { readonly [key in MetricKey]?: Norm } = {
  words: { p5: 15276, p25: 19134, median: 21871, p75: 25012, p95: 28739 },
  scenes: { p5: 69.6, p25: 106, median: 133, p75: 169, p95: 259.4 },
  cues: { p5: 532.6, p25: 728, median: 879, p75: 983, p95: 1144 },
  dialogue_share: { p5: 0.2547, p25: 0.3331, median: 0.4279, p75: 0.5447, p95: 0.73 },
  speech_len_mean: { p5: 8.578, p25: 9.58, median: 10.93, p75: 12.59, p95: 15.6 },
  speech_len_median: { p5: 6, p25: 6, median: 7, p75: 8, p95: 11 },
  speech_le_10w: { p5: 0.4874, p25: 0.5895, median: 0.6597, p75: 0.705, p95: 0.7559 },
  speech_gt_50w: { p5: 0.001691, p25: 0.008529, median: 0.01634, p75: 0.02332, p95: 0.04368 },
  action_block_mean: { p5: 11.1, p25: 14.01, median: 16.44, p75: 19.41, p95: 24.68 },
  action_block_gt_60w: { p5: 0, p25: 0.002927, median: 0.0106, p75: 0.03291, p95: 0.07615 },
  words_per_scene: { p5: 100.1, p25: 124.7, median: 153, p75: 206.6, p95: 328 },
  scene_len_median: { p5: 44.4, p25: 67.5, median: 92, p75: 117, p95: 236.3 },
  scene_len_cv: { p5: 0.8296, p25: 1.051, median: 1.175, p75: 1.273, p95: 1.603 },
  scenes_no_dialogue: { p5: 0.1207, p25: 0.2364, median: 0.3214, p75: 0.403, p95: 0.5117 },
  speakers_per_scene_mean: { p5: 0.9512, p25: 1.327, median: 1.562, p75: 2.123, p95: 2.559 },
  paren_per_100cues: { p5: 0.5132, p25: 8.979, median: 12.64, p75: 20.41, p95: 41.83 },
  int_share: { p5: 0.3547, p25: 0.5455, median: 0.6646, p75: 0.7237, p95: 0.8569 },
  heading_has_time: { p5: 0.3538, p25: 0.7273, median: 0.9585, p75: 0.9927, p95: 1 },
  fk_dialogue: { p5: 1.075, p25: 1.514, median: 1.967, p75: 2.182, p95: 2.924 },
  fk_action: { p5: 2.488, p25: 3.681, median: 4.31, p75: 4.851, p95: 5.966 },
  mattr500_all: { p5: 0.4453, p25: 0.486, median: 0.5023, p75: 0.5205, p95: 0.5459 },
  mattr500_dlg: { p5: 0.4523, p25: 0.4815, median: 0.5039, p75: 0.5218, p95: 0.5509 },
  slop_words_per_1k: { p5: 0.4925, p25: 1.423, median: 2.307, p75: 3.897, p95: 7.187 },
  slop_words_per_1k_action: { p5: 0.988, p25: 2.397, median: 3.726, p75: 5.862, p95: 9.71 },
  slop_words_per_1k_dlg: { p5: 0, p25: 0.1799, median: 0.3562, p75: 0.6543, p95: 1.634 },
  slop_tri_per_1k: { p5: 0, p25: 0, median: 0, p75: 0.04676, p95: 0.1009 },
  notxbuty_per_1kwords: { p5: 0.07187, p25: 0.1829, median: 0.2813, p75: 0.4031, p95: 0.7886 },
  question_share: { p5: 0.2035, p25: 0.2582, median: 0.3068, p75: 0.3317, p95: 0.3637 },
  exclaim_share: { p5: 0.01851, p25: 0.04688, median: 0.09546, p75: 0.1628, p95: 0.2862 },
  adverb_ly_per_1k_action: { p5: 6.415, p25: 10.24, median: 12.35, p75: 15.88, p95: 21.22 },
  rep4_share: { p5: 0.003499, p25: 0.005918, median: 0.008771, p75: 0.01302, p95: 0.02246 },
  vocative_share: { p5: 0.06398, p25: 0.1027, median: 0.1468, p75: 0.1974, p95: 0.3984 },
  speaking_roles: { p5: 18, p25: 34, median: 43, p75: 57, p95: 73.4 },
  top1_share: { p5: 0.1872, p25: 0.2567, median: 0.3074, p75: 0.3663, p95: 0.4611 },
  top5_share: { p5: 0.5764, p25: 0.684, median: 0.757, p75: 0.812, p95: 0.8936 },
  gini_speech: { p5: 0.6943, p25: 0.7579, median: 0.7956, p75: 0.8319, p95: 0.858 },
  voice_kappa: { p25: 0.1111, median: 0.144, p75: 0.2608 },
};

/**
 * The same films, of each the 4,500 words that begin one third in: for scripts shorter than a feature. What grows with
 * length (words, scenes, cues, roles) is not here, and voice kappa was not measured with whole scenes held out.
 */
export const EXCERPT_NORMS: { readonly [key in MetricKey]?: Norm } = {
  dialogue_share: { p25: 0.3664, median: 0.4443, p75: 0.6045 },
  speech_len_mean: { p25: 9.685, median: 10.76, p75: 13.2 },
  speech_len_median: { p25: 6, median: 7, p75: 9 },
  speech_le_10w: { p25: 0.5797, median: 0.6527, p75: 0.7152 },
  speech_gt_50w: { p25: 0.006024, median: 0.01399, p75: 0.02649 },
  action_block_mean: { p25: 13.15, median: 15.77, p75: 18.96 },
  action_block_gt_60w: { p25: 0, median: 0.007692, p75: 0.0198 },
  words_per_scene: { p25: 129.2, median: 161.4, p75: 204.9 },
  scene_len_median: { p25: 70, median: 105, p75: 136 },
  scene_len_cv: { p25: 0.8977, median: 0.9935, p75: 1.174 },
  scenes_no_dialogue: { p25: 0.1579, median: 0.25, p75: 0.3929 },
  speakers_per_scene_mean: { p25: 1.394, median: 1.719, p75: 2.207 },
  paren_per_100cues: { p25: 7.605, median: 14.15, p75: 20.77 },
  int_share: { p25: 0.525, median: 0.6786, p75: 0.7742 },
  heading_has_time: { p25: 0.6923, median: 0.9722, p75: 1 },
  fk_dialogue: { p25: 1.495, median: 1.888, p75: 2.418 },
  fk_action: { p25: 3.45, median: 4.164, p75: 4.75 },
  mattr500_all: { p25: 0.4879, median: 0.508, p75: 0.5228 },
  mattr500_dlg: { p25: 0.4827, median: 0.5045, p75: 0.5248 },
  slop_words_per_1k: { p25: 1.535, median: 2.218, p75: 3.988 },
  slop_words_per_1k_action: { p25: 2.429, median: 4.014, p75: 6.305 },
  slop_words_per_1k_dlg: { p25: 0, median: 0, p75: 0.7326 },
  slop_tri_per_1k: { p25: 0, median: 0, p75: 0 },
  notxbuty_per_1kwords: { p25: 0.2213, median: 0.222, p75: 0.4443 },
  question_share: { p25: 0.2651, median: 0.3073, p75: 0.3481 },
  exclaim_share: { p25: 0.03774, median: 0.08929, p75: 0.1257 },
  adverb_ly_per_1k_action: { p25: 9.961, median: 12.25, p75: 16.85 },
  rep4_share: { p25: 0.0006661, median: 0.001547, p75: 0.00333 },
  vocative_share: { p25: 0.09494, median: 0.142, p75: 0.1823 },
  top1_share: { p25: 0.2851, median: 0.373, p75: 0.4186 },
  top5_share: { p25: 0.7623, median: 0.8515, p75: 0.9053 },
  gini_speech: { p25: 0.5956, median: 0.6472, p75: 0.6859 },
};
