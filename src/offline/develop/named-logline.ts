import { initial, listed } from './grammar.ts';
import type { Player } from './people.ts';
import type { Reading } from './reading/logline.ts';

const VERB =
  /\s(?=(?:must|has|have|is|are|was|were|can|cannot|will|becomes?|discovers?|finds?|learns?|tries|try|sets?|decides?|falls?|takes?|gets?|returns?|refuses?|realis\w+|realiz\w+|agrees?|wakes?|receives?|inherits?|meets?|goes|go|starts?|begins?|makes?|hides?|notices?|answers?)\s)/i;

/** The logline with the names of its leads put into it, and whether that could be done. */
export function namedLogline(
  reading: Reading,
  [first, second]: readonly Player[],
): { readonly text: string; readonly named: boolean } {
  const { lead, text } = reading;
  const whole = stopped(text || 'Nothing is known yet.');
  const name = first?.name.full ?? 'Someone';
  if (lead?.name) return { text: whole, named: true };
  const end = lead ? endOfPhrase(text, lead.end, lead.count > 1) : undefined;
  if (!lead || end === undefined || text.slice(0, lead.start).trim().includes(' ')) {
    return {
      text: `${whole} It falls to ${name}${lead && lead.count === 1 ? `, ${first?.is ?? ''},` : ''} to do something about it.`,
      named: false,
    };
  }
  const names = second?.shared ? listed([name, second.name.full]) : name;
  const phrase = `${lead.count > 2 ? 'two of ' : ''}${lower(text.slice(lead.start, end))}`;
  const joined = second?.phrase && /^ and $/.test(text.slice(lead.end, second.phrase.start));
  if (joined && second.phrase) {
    const rest = text.slice(second.phrase.end);
    return {
      text: stopped(
        `${text.slice(0, lead.start)}${name}, ${lower(phrase)}, and ${second.name.full}, ${second.is},${rest}`,
      ),
      named: true,
    };
  }
  return {
    text: stopped(
      initial(`${text.slice(0, lead.start)}${names}, ${lower(phrase)},${text.slice(end)}`.replace(',,', ',')),
    ),
    named: true,
  };
}

/** Where the noun phrase ends with all that belongs to it: `engineer on a generation ship`. */
function endOfPhrase(text: string, end: number, plural: boolean): number | undefined {
  const next =
    text
      .slice(end)
      .match(/^\s+(\S+)/)?.[1]
      ?.toLowerCase() ?? '';
  if (/^(?:and|&)$/.test(next)) return end;
  const clause =
    /^(?:who|whose|that|which|on|in|of|at|with|from|without|for)$/.test(next) ||
    /(?:ed|ing)$/.test(next) ||
    next === '';
  if (!clause) return plural || /s$|^(?:must|can|will|may|cannot|had|took|[\p{L}]+ed)$/u.test(next) ? end : undefined;
  const skip = /^(?:who|whose|that|which)$/.test(next) ? (text.slice(end).match(/^\s+\S+\s+\S+/)?.[0].length ?? 0) : 0;
  const from = end + skip;
  const verb = /^(?:who|whose|that|which)$/.test(next)
    ? text
        .slice(from)
        .search(/\s(?=(?:must|has to|have to|decides|discovers|finds|is forced|sets out|tries|agrees)\s)/i)
    : text.slice(from).search(VERB);
  if (verb >= 0) return from + verb;
  return undefined;
}

function lower(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

function stopped(text: string): string {
  return /[.!?…]["”’]?$/.test(text) ? text : `${text}.`;
}
