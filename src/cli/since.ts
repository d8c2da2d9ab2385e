import { invalid } from './failure.ts';

const UNITS = { h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/**
 * Make a reader of a moment that is past: `7d` (hours, days, weeks ago), a date (its midnight here), or a time.
 * @throws ScriptGenError `input/invalid`, from the reader.
 * @returns from the reader: ISO 8601, UTC.
 */
export function pastTime(flag: string, now: () => number = Date.now): (text: string) => string {
  return (text) => {
    const [, count, unit] = /^(\d{1,5})([hdw])$/.exec(text.trim().toLowerCase()) ?? [];
    if (count !== undefined) return new Date(now() - Number(count) * UNITS[unit as keyof typeof UNITS]).toISOString();
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
    const time = isDate ? new Date(`${text}T00:00:00`) : new Date(/^\d{4}-\d{2}-\d{2}T/.test(text) ? text : Number.NaN);
    // A day that its month does not have goes over into the next.
    const isThere = !Number.isNaN(time.getTime()) && (!isDate || time.getDate() === Number(text.slice(8)));
    if (isThere) return time.toISOString();
    throw invalid(
      `${flag} takes a time span or a date, not '${text}'`,
      `for example: ${flag} 7d, or ${flag} 2026-11-26`,
    );
  };
}
