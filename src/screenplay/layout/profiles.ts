import { type Profile, type ProfileName, points } from './profile.ts';

/**
 * The page of a United States screenplay: US Letter, 55 lines, action 1.5″ to 7.5″, speeches at 2.5″, cues at 3.7″.
 *
 * There is no one standard: the numbers are those that Final Draft documents, afterwriting, screenplain, Trelby and
 * Beat agree on most; scene numbers stand at 0.75″ and 7.38″ and revision marks at 7.75″ as in Final Draft.
 */
const US: Profile = {
  width: inches(8.5),
  height: inches(11),
  top: inches(1),
  bodyLines: 55,
  headerTop: inches(0.5),
  footerTop: inches(11) - 48,
  spacing: { sceneHeading: 1, actEnd: 1, general: 1, castList: 0, other: 1 },
  body: { left: inches(1.5), cells: 60 },
  cue: { left: inches(3.7), cells: 38 },
  parenthetical: { left: inches(3.1), cells: 25 },
  speech: { left: inches(2.5), cells: 35 },
  transition: { left: inches(1.5), cells: 60 },
  general: { left: inches(1.5), cells: 60 },
  castList: { left: inches(1.5), cells: 60 },
  dual: {
    left: { left: inches(1.5), cells: 28 },
    right: { left: inches(4.7), cells: 28 },
    cueIndent: 7,
    parentheticalIndent: 4,
  },
  sceneNumbers: { left: inches(0.75), right: inches(7.38) },
  revisionMarks: inches(7.75),
  titleTop: inches(3.5),
};

/**
 * The same page on A4: 58 lines, as Final Draft leaves on it, and 58 characters of action, as afterwriting does; two
 * who speak at once have 27 each.
 */
const A4: Profile = {
  ...US,
  width: inches(8.27),
  height: inches(11.69),
  bodyLines: 58,
  footerTop: points(inches(11.69) - 48),
  body: { left: inches(1.5), cells: 58 },
  cue: { left: inches(3.7), cells: 36 },
  transition: { left: inches(1.5), cells: 58 },
  general: { left: inches(1.5), cells: 58 },
  castList: { left: inches(1.5), cells: 58 },
  dual: {
    left: { left: inches(1.5), cells: 27 },
    right: { left: inches(4.6), cells: 27 },
    cueIndent: 7,
    parentheticalIndent: 4,
  },
};

/**
 * The page that Final Draft lays out when nobody changed it: US Letter, 53 lines, two blank lines above a heading.
 *
 * Read from the settings in six files that Final Draft saved (`ElementSettings`, `PageLayout`, `SceneNumberOptions`,
 * `Revisions`). They say nothing of two who speak at once: these columns are the ones of {@link US}, moved.
 */
const FINAL_DRAFT: Profile = {
  ...US,
  top: 90,
  bodyLines: 53,
  spacing: { sceneHeading: 2, actEnd: 2, general: 0, castList: 0, other: 1 },
  body: { left: inches(1.25), cells: 60 },
  cue: { left: inches(3.75), cells: 35 },
  parenthetical: { left: inches(3.15), cells: 21 },
  speech: { left: inches(2.56), cells: 36 },
  transition: { left: inches(5.25), cells: 15 },
  general: { left: inches(1.25), cells: 60 },
  castList: { left: inches(1.5), cells: 60 },
  dual: {
    left: { left: inches(1.25), cells: 28 },
    right: { left: inches(4.45), cells: 28 },
    cueIndent: 7,
    parentheticalIndent: 4,
  },
};

/** The profiles by name. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = { us: US, a4: A4, finaldraft: FINAL_DRAFT };

/** The profile that a name stands for, `us` when there is none; one that is given whole is given back. */
export function profileOf(profile: ProfileName | Profile = 'us'): Profile {
  return typeof profile === 'string' ? PROFILES[profile] : profile;
}

function inches(value: number): number {
  return points(value * 72);
}
