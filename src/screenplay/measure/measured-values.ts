import { readHeading } from '../visit/heading.ts';
import { countNotBut, isLyAdverb, movingVariety, readingGrade, repeatedRuns } from './language.ts';
import type { Material, SceneMaterial } from './material.ts';
import { sumWords } from './material.ts';
import type { MetricKey } from './metrics.ts';
import { slopTrigrams, slopWords } from './slop.ts';
import { type CharacterMeasure, isQuestion, namingShare } from './speakers.ts';
import { gini, mean, median, rate, share, variation } from './statistics.ts';

/** The value of a metric, or `null` where there is nothing to measure it on. */
export type MetricValues = { readonly [key in MetricKey]: number | null };

/** Everything but the voices: see `METRICS` for what each value is. */
export function measuredValues(
  material: Material,
  characters: readonly CharacterMeasure[],
): Omit<MetricValues, 'voice_kappa'> {
  return {
    words: material.words,
    cues: material.speeches.length,
    speaking_roles: characters.length,
    dialogue_share: rate(sumWords(material.speeches), material.words),
    ...speechValues(material, characters),
    ...sceneValues(material.scenes.filter(({ heading }) => heading !== null)),
    ...castValues(characters),
    ...languageValues(material),
  };
}

function speechValues({ speeches, told }: Material, characters: readonly CharacterMeasure[]) {
  const lengths = speeches.map(({ words }) => words.length);
  const blocks = told.map(({ words }) => words.length).filter((words) => words > 0);
  return {
    speech_len_mean: mean(lengths),
    speech_len_median: median(lengths),
    speech_le_10w: share(lengths, (words) => words <= 10),
    speech_gt_50w: share(lengths, (words) => words > 50),
    question_share: share(speeches, isQuestion),
    exclaim_share: share(speeches, ({ text }) => /[!！]/.test(text)),
    vocative_share: namingShare(speeches, characters),
    paren_per_100cues: rate(
      speeches.reduce((sum, { parentheticals }) => sum + parentheticals, 0),
      speeches.length,
      100,
    ),
    action_block_mean: mean(blocks),
    action_block_gt_60w: share(blocks, (words) => words > 60),
  };
}

function sceneValues(scenes: readonly SceneMaterial[]) {
  const lengths = scenes.map(({ words }) => words);
  const headings = scenes.map(({ heading }) => readHeading(heading?.text ?? ''));
  return {
    scenes: scenes.length,
    words_per_scene: mean(lengths),
    scene_len_median: median(lengths),
    scene_len_cv: variation(lengths),
    scenes_no_dialogue: share(scenes, ({ speeches }) => speeches.length === 0),
    speakers_per_scene_mean: mean(scenes.map(({ speeches }) => new Set(speeches.map(({ speaker }) => speaker)).size)),
    int_share: share(headings, ({ prefix }) => prefix === 'INT'),
    heading_has_time: share(headings, ({ time }) => time !== undefined),
  };
}

function castValues(characters: readonly CharacterMeasure[]) {
  const words = characters.map((character) => character.words);
  const total = words.reduce((sum, count) => sum + count, 0);
  const first = (count: number): number => words.slice(0, count).reduce((sum, value) => sum + value, 0);
  return { top1_share: rate(first(1), total), top5_share: rate(first(5), total), gini_speech: gini(words) };
}

function languageValues({ scenes, speeches, told, words: total }: Material) {
  const blocks = scenes.flatMap((scene) => [...scene.speeches, ...scene.told].toSorted((a, b) => a.block - b.block));
  const words = blocks.flatMap((block) => block.words);
  const spoken = speeches.flatMap((speech) => speech.words);
  const action = told.flatMap((block) => block.words);
  const thousand = (count: number, of: number): number | null => rate(count, of, 1000);
  return {
    fk_dialogue: readingGrade(speeches),
    fk_action: readingGrade(told),
    mattr500_all: movingVariety(words),
    mattr500_dlg: movingVariety(spoken),
    rep4_share: repeatedRuns(words, 3),
    slop_words_per_1k: thousand(slopWords(words).length, total),
    slop_words_per_1k_action: thousand(slopWords(action).length, action.length),
    slop_words_per_1k_dlg: thousand(slopWords(spoken).length, spoken.length),
    slop_tri_per_1k: thousand(
      blocks.reduce((sum, block) => sum + slopTrigrams(block.words).length, 0),
      total,
    ),
    notxbuty_per_1kwords: thousand(
      blocks.reduce((sum, { text }) => sum + countNotBut(text), 0),
      total,
    ),
    adverb_ly_per_1k_action: thousand(action.filter(isLyAdverb).length, action.length),
  };
}
