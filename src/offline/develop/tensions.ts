import type { Planned } from './script-plan.ts';

/** No more neighbours than this are equally tense. */
const LEVEL = 3;

/** How tense every scene is, as its plan has it, without plateaus: after three alike the next is a step off. */
export function tensionsOf(plan: readonly Planned[]): readonly number[] {
  const tensions: number[] = [];
  for (const { tension } of plan) {
    const last = tensions.slice(-LEVEL);
    const isLevel = last.length === LEVEL && last.every((one) => one === tension);
    tensions.push(isLevel ? (tension < 9 ? tension + 1 : tension - 1) : tension);
  }
  return tensions;
}
