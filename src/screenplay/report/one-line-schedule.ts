import { type Column, printTable, type TableFormat } from '../measure/table.ts';
import type { Screenplay } from '../tree.ts';
import { breakDown, type ReportOptions, type SceneBreakdown } from './breakdown.ts';
import { eighthsText } from './eighths.ts';
import { placeName } from './scene-report.ts';

/** How a one-line schedule is put in order. */
export interface ScheduleOptions extends ReportOptions {
  /**
   * `location` (unless given) puts scenes of one place together, and there those of one time of day; places come in
   * the order in which the story reaches them. `story` leaves them as they are.
   */
  readonly order?: 'location' | 'story';
  /** How many eighths of a page are shot in a day at most; a longer scene has a day of its own. All is one day unless given. */
  readonly dayEighths?: number;
}

/** One line of a schedule: a scene. */
export interface ScheduleRow {
  /** The day of the shoot, from 1 on. */
  readonly day: number;
  readonly number: string;
  readonly intExt: string;
  readonly location: string;
  /** `D` or `N`; the time as written when it is neither; empty without one. */
  readonly dayNight: string;
  readonly eighths: number;
  /** The numbers of those who speak, as in the cast report. */
  readonly cast: readonly number[];
  /** The scene's synopsis, or its title. */
  readonly line: string;
}

/** Put the scenes of a script in an order to shoot them, one line each. Omitted scenes are left out. */
export function oneLineSchedule(script: Screenplay, options: ScheduleOptions = {}): readonly ScheduleRow[] {
  const { scenes, characters } = breakDown(script, options);
  const numbers = new Map(characters.map(({ name }, at) => [name, at + 1]));
  const shot = scenes.filter(({ material }) => material.heading?.omitted !== true);
  const ordered = options.order === 'story' ? shot : byLocation(shot);
  let day = 1;
  let filled = 0;
  return ordered.map((scene) => {
    const { number, parts, eighths, synopsis } = scene;
    if (filled > 0 && filled + eighths > (options.dayEighths ?? Number.POSITIVE_INFINITY)) {
      day += 1;
      filled = 0;
    }
    filled += eighths;
    const cast = scene.cast.flatMap((name) => numbers.get(name) ?? []).toSorted((a, b) => a - b);
    const place = { intExt: parts.prefix ?? '', location: placeName(parts), dayNight: dayNight(parts.time) };
    return { day, number, ...place, eighths, cast, line: synopsis };
  });
}

/** Write a one-line schedule. */
export function printSchedule(rows: readonly ScheduleRow[], format: TableFormat): string {
  return printTable(rows, COLUMNS, format);
}

/** Scenes by place, inside and outside apart, then by time of day; each group stands where the story first reaches it. */
function byLocation(scenes: readonly SceneBreakdown[]): readonly SceneBreakdown[] {
  const keyed = scenes.map((scene) => {
    const { location, prefix, sublocations, time } = scene.parts;
    const place = location.toUpperCase();
    const part = `${place}/${prefix ?? ''}/${sublocations.join('/').toUpperCase()}`;
    return { scene, keys: [place, part, `${part}/${dayNight(time)}`] };
  });
  const ranks = [0, 1, 2].map((level) => {
    const firsts = new Map<string, number>();
    for (const { keys } of keyed) {
      const key = keys[level] ?? '';
      if (!firsts.has(key)) firsts.set(key, firsts.size);
    }
    return firsts;
  });
  const rankOf = (keys: readonly string[], level: number): number => ranks[level]?.get(keys[level] ?? '') ?? 0;
  return keyed
    .toSorted(
      (a, b) => [0, 1, 2].map((level) => rankOf(a.keys, level) - rankOf(b.keys, level)).find((by) => by !== 0) ?? 0,
    )
    .map(({ scene }) => scene);
}

const NIGHTS = /\b(?:NIGHT|MIDNIGHT|EVENING|DUSK|NACHT|NUIT|NOCHE|NOTTE|NOITE)\b/;
const DAYS = /\b(?:DAY|MORNING|AFTERNOON|NOON|MIDDAY|DAWN|TAG|JOUR|DÍA|GIORNO)\b/;

function dayNight(time: string | undefined): string {
  const text = (time ?? '').toUpperCase();
  if (NIGHTS.test(text)) return 'N';
  return DAYS.test(text) ? 'D' : text;
}

const COLUMNS: readonly Column<ScheduleRow>[] = [
  { title: 'day', cell: ({ day }) => day },
  { title: 'scene', cell: ({ number }) => number },
  { title: 'int/ext', cell: ({ intExt }) => intExt },
  { title: 'location', cell: ({ location }) => location },
  { title: 'D/N', cell: ({ dayNight: time }) => time },
  { title: 'eighths', cell: ({ eighths }) => eighths, shown: ({ eighths }) => eighthsText(eighths) },
  { title: 'cast', cell: ({ cast }) => cast },
  { title: 'line', cell: ({ line }) => line },
];
