/** Timers overflow beyond this many milliseconds, and would fire at once: https://nodejs.org/api/timers.html */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;
