import type { PlanAsk } from './input.ts';
import { type Planned, planScript } from './script-plan.ts';
import { type Story, tell, tellStory } from './story.ts';

/** The question of the A thread as the bible has it, else the shape’s own. */
export function questionOf({ bible }: PlanAsk, story: Story): string {
  const main = bible.find(({ kind, fields }) => kind === 'plot' && fields['thread'] === 'A');
  const asked = main?.fields['question'];
  return typeof asked === 'string' && asked.trim() ? asked : tell(story, story.shape.question);
}

/** The story with the people and places the bible has now, whoever wrote them. */
export function outlineStory(
  ask: PlanAsk,
  names?: { readonly characters: readonly string[]; readonly settings: readonly string[] },
): Story {
  const entries = (kind: string) => ask.bible.filter((entry) => entry.kind === kind);
  const listed = entries('character').map(({ name, fields }) => ({
    name,
    role: String(fields['role'] ?? 'other'),
    text: Object.values(fields).map(String).join(' '),
  }));
  const people = names
    ? names.characters.map((name) => listed.find((one) => one.name === name) ?? { name, role: 'other', text: '' })
    : listed;
  const places = names?.settings ?? entries('setting').map(({ name }) => name);
  return tellStory(ask.logline, people, places);
}

/** Whether a setting has a roof, as its entry says. */
export function interiorOf({ bible }: PlanAsk, setting: string): boolean {
  const entry = bible.find(({ kind, name }) => kind === 'setting' && name === setting);
  return entry?.fields['interior'] !== false;
}

/** Every scene of the script. The same for whoever asks about the same story. */
export function plannedScenes(ask: PlanAsk, story: Story): readonly Planned[] {
  const { format, scenes } = ask;
  const roofs = story.places.map((setting) => interiorOf(ask, setting));
  const asked = JSON.stringify([ask.logline, format, scenes, story.people, story.places, roofs]);
  if (asked !== last.asked) {
    last = { asked, plan: planScript(story, scenes, { format, indoors: (setting) => interiorOf(ask, setting) }) };
  }
  return last.plan;
}

/** What was planned last: every sequence of a script asks for the same plan. */
let last: { readonly asked: string; readonly plan: readonly Planned[] } = { asked: '', plan: [] };
