import { isScriptGenError } from '../../core/error.ts';
import type { Decision, ReviewedHunk, ReviewedProposal, ReviewScope, ScriptReview } from '../../project.ts';
import { type Cli, colored, print } from '../cli.ts';
import { counted, paintFor } from '../format.ts';
import { oneLine } from '../text.ts';
import { editHunk } from './edit-hunk.ts';
import { changeOptions, type ReviewFlags } from './flags.ts';
import { hunkLines, tallyOf } from './hunk-lines.ts';
import { reportLines } from './report-lines.ts';

const HELP = [
  'y  take this change            n  drop it',
  'e  write it in your editor     s  leave it for later',
  'a  take this and all that follow of this proposal',
  'd  drop this and all that follow of this proposal',
  'q  stop here; what was decided is kept',
];

/** What came of one change: go on, go on behind its proposal, or end. */
type Next = 'next' | 'proposal' | 'quit' | 'interrupt';

/** Go through what is undecided, one change at a time, then ask whether to apply it. */
export async function askAll(
  cli: Cli,
  review: ScriptReview,
  { scope, flags }: { readonly scope: ReviewScope; readonly flags: ReviewFlags },
): Promise<void> {
  const proposals = await review.list(scope);
  if (proposals.length === 0) return print(cli, ['Nothing is proposed.']);
  let next: Next = 'next';
  for (const proposal of proposals) {
    for (const hunk of proposal.hunks) {
      if (hunk.mark !== undefined || hunk.state === 'done') continue;
      next = await askOne(cli, review, { proposal, hunk, flags });
      if (next !== 'next') break;
    }
    if (next === 'quit' || next === 'interrupt') break;
  }
  if (next === 'interrupt') return cli.exit(130);
  await askToApply(cli, review, { scope, flags });
}

async function askToApply(
  cli: Cli,
  review: ScriptReview,
  { scope, flags }: { readonly scope: ReviewScope; readonly flags: ReviewFlags },
): Promise<void> {
  const hunks = (await review.list(scope)).flatMap((proposal) => proposal.hunks);
  const decided = hunks.filter(({ mark }) => mark !== undefined);
  print(cli, ['', `${tallyOf(hunks) || 'nothing'}.`]);
  if (decided.length === 0) return;
  cli.io.stdout.write(`Apply ${counted(decided.length, 'decision')}? [y/N] `);
  const key = (await cli.io.key()).toLowerCase();
  print(cli, [key === 'y' ? 'y' : 'n']);
  if (key !== 'y') return print(cli, ['Nothing is applied yet: scriptgen review apply']);
  print(cli, reportLines(await review.apply(scope, changeOptions(flags))));
}

interface Asked {
  readonly proposal: ReviewedProposal;
  readonly hunk: ReviewedHunk;
  readonly flags: ReviewFlags;
}

async function askOne(cli: Cli, review: ScriptReview, { proposal, hunk, flags }: Asked): Promise<Next> {
  const color = colored(cli.io, cli.io.stdout, flags);
  const paint = paintFor(color);
  print(cli, ['', ...hunkLines(proposal, hunk, { paint, color })]);
  const keys = keysFor(hunk);
  let typed: string | undefined;
  for (;;) {
    cli.io.stdout.write(`${paint('accent', `Take this change? [${keys.join(',')},?]`)} `);
    const key = (await cli.io.key()).toLowerCase();
    print(cli, [/^[a-z?]$/.test(key) ? key : '']);
    if (key === '' || key === '\u0004') return 'quit';
    if (key === '\u0003') return 'interrupt';
    if (!keys.includes(key)) {
      print(cli, HELP);
      continue;
    }
    if (key === 'q') return 'quit';
    if (key === 's') return 'next';
    try {
      const mark = (ids: readonly string[], decision: Decision) => review.mark(ids, decision, changeOptions(flags));
      if (key === 'y' || key === 'n') await mark([hunk.id], { decision: key === 'y' ? 'accept' : 'reject' });
      if (key === 'a' || key === 'd')
        await mark(restOf(proposal, hunk, key), { decision: key === 'a' ? 'accept' : 'reject' });
      if (key === 'a' || key === 'd') return 'proposal';
      if (key !== 'e') return 'next';
      const edited = await editHunk(cli, hunk, typed);
      if ('why' in edited) print(cli, [oneLine(edited.why)]);
      else {
        typed = edited.text;
        await mark([hunk.id], { decision: 'edit', text: edited.text });
        await edited.done();
        return 'next';
      }
    } catch (error) {
      if (!isScriptGenError(error)) throw error;
      print(cli, [`${paint('bad', 'error:')} ${oneLine(error.message)} ${oneLine(error.hint ?? '')}`.trimEnd()]);
    }
  }
}

function keysFor({ state }: ReviewedHunk): readonly string[] {
  if (state === 'locked') return ['n', 's', 'd', 'q'];
  return state === 'stale' ? ['n', 'e', 's', 'd', 'q'] : ['y', 'n', 'e', 's', 'a', 'd', 'q'];
}

/** This change and those behind it that are undecided, as far as they can be taken or dropped. */
function restOf({ hunks }: ReviewedProposal, { number }: ReviewedHunk, key: 'a' | 'd'): readonly string[] {
  return hunks
    .filter((hunk) => hunk.number >= number && hunk.mark === undefined && (key === 'd' || hunk.state === 'open'))
    .map(({ id }) => id);
}
