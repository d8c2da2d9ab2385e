import { expect, test } from 'vitest';
import type { Json } from '../../core/index.ts';
import { type JournalRow, stepKey } from '../../steps/index.ts';
import type { SuiteContext } from './context.ts';
import { answer, callFor, fresh, slot } from './samples.ts';

const OLD = '2020-01-01T00:00:00.000Z';

/** An answer under the key of its request, to a question that no other test asks. */
function asked(own: Partial<JournalRow> = {}): JournalRow {
  const messages = [
    { role: 'system', content: 'Write.' },
    { role: 'user', content: fresh('question') },
  ];
  const request = { model: 'test/model', messages, take: 0 };
  return { ...answer(), request, key: stepKey(request), time: OLD, ...own };
}

/** The answer to a question that was asked again, with its first answer in it. */
function askedAgain({ request }: JournalRow): JournalRow {
  const { messages, ...rest } = request as { readonly messages: readonly Json[] };
  const again = {
    ...rest,
    messages: [...messages, { role: 'assistant', content: '{' }, { role: 'user', content: 'Again.' }],
  };
  return asked({ request: again, key: stepKey(again) });
}

/** How the journal of any storage is looked after. */
export function careTests({ storage }: SuiteContext): void {
  const isThere = async ({ key }: JournalRow): Promise<boolean> => (await storage().journal.find([key])).size === 1;
  const there = (rows: readonly JournalRow[]): Promise<readonly boolean[]> => Promise.all(rows.map(isThere));

  test('only what nothing in use was made from is thrown away, and the bill stays', async () => {
    const { journal, runs, care, ledger } = storage();
    const [script, run] = [fresh('script'), fresh('run')];
    const inSlot = asked();
    const again = askedAgain(inSlot);
    const third = askedAgain(again);
    const [unused, ofRun, young] = [asked(), asked(), asked({ time: '2030-01-01T00:00:00.000Z' })];
    const calls = [inSlot, again, third, unused].map((row) => callFor(row, { run: 'old' }));
    await Promise.all([inSlot, again, third, unused].map((row, index) => journal.settle(row, calls[index])));
    await runs.beginRun(script, run);
    await journal.settle(ofRun, callFor(ofRun, { run, script }));
    await journal.settle(young);
    await journal.saveSlots(script, [slot('sc_1/direct', inSlot.key)]);
    const bill = await ledger.sum({});
    const before = await care.sizes();

    const all = [inSlot, again, third, ofRun, young, unused];
    const counted = await care.gc({ olderThan: '2020-06-01T00:00:00.000Z', dryRun: true });
    expect(await there(all)).toEqual([true, true, true, true, true, true]);
    expect(await care.gc({ olderThan: '2020-06-01T00:00:00.000Z' })).toEqual(counted);
    expect(await there(all)).toEqual([true, true, true, true, true, false]);
    const after = await care.sizes();
    expect(before.answers - after.answers).toBe(counted.answers);
    expect(before.bytes - after.bytes).toBe(counted.bytes);
    expect(before.unused - after.unused).toBe(counted.answers);

    await care.gc({ unused: true });
    expect(await there(all)).toEqual([true, true, true, true, false, false]);
    await runs.endRun(run, 'done');
    await runs.beginRun(script, fresh('run'));
    await journal.saveSlots(script, [slot('sc_1/direct', ofRun.key)]);
    await care.gc({ unused: true });
    expect(await there([inSlot, again, third, ofRun])).toEqual([false, false, false, true]);
    expect(await ledger.sum({})).toEqual(bill);
    expect(await ledger.call(calls[0]?.id ?? '')).toMatchObject({ call: calls[0], request: null, text: '' });
    expect((await care.sizes()).unused).toBe(0);
  });

  test('what was set aside is thrown away when that is asked for', async () => {
    const { journal, care } = storage();
    const row = asked();
    await journal.settle(row, callFor(row));
    await journal.setAside(row.key, 'not readable');
    const { setAside, setAsideBytes } = await care.sizes();
    expect(setAside).toBeGreaterThan(0);
    expect(await care.gc({})).toEqual({ answers: 0, bytes: 0, setAside: 0, setAsideBytes: 0 });
    expect(await care.gc({ setAside: true, olderThan: OLD })).toMatchObject({ answers: 0, setAside: 0 });
    expect(await care.gc({ setAside: true })).toEqual({ answers: 0, bytes: 0, setAside, setAsideBytes });
    expect(await care.sizes()).toMatchObject({ setAside: 0, setAsideBytes: 0 });
  });

  test('an answer that is not what its key says is found, and no sound one', async () => {
    const { journal, care } = storage();
    const sound = asked();
    const { answer: given } = sound;
    const faulty: readonly (readonly [JournalRow, string])[] = [
      [asked({ key: fresh('key') }), 'key'],
      [asked({ answer: { ...given, text: undefined as never } }), 'text'],
      [asked({ answer: { ...given, finishReason: 'tired' as never } }), 'finish reason'],
      [asked({ answer: { ...given, usage: { ...given.usage, cachedTokens: -1 } } }), 'usage'],
      [asked({ answer: { ...given, cost: -2 } }), 'cost'],
    ];
    await Promise.all([sound, ...faulty.map(([row]) => row)].map((row) => journal.settle(row)));
    const { checked, faults } = await care.verify();
    expect(checked).toBeGreaterThanOrEqual(6);
    const messages = new Map(faults.map(({ key, message }) => [key, message]));
    for (const [{ key }, word] of faulty) expect(messages.get(key), word).toContain(word);
    expect(messages.has(sound.key)).toBe(false);
    await care.gc({ unused: true });
  });

  test('the answers of a run or a script are taken out, and taken in where they are not known', async () => {
    const { journal, care } = storage();
    const [script, run] = [fresh('script'), fresh('run')];
    const paid = Array.from({ length: 450 }, () => asked());
    const [reused, other] = [asked(), asked()];
    await Promise.all(paid.map((row) => journal.settle(row, callFor(row, { run, script }))));
    await Promise.all([reused, other].map((row) => journal.settle(row)));
    await journal.saveSlots(script, [slot('sc_1/direct', reused.key)]);
    const keysOf = async (filter: Parameters<typeof care.export>[0]): Promise<readonly string[]> => {
      const keys: string[] = [];
      for await (const { key } of care.export(filter)) keys.push(key);
      return keys.toSorted((a, b) => (a < b ? -1 : 1));
    };
    const sorted = (rows: readonly JournalRow[]): readonly string[] =>
      rows.map(({ key }) => key).toSorted((a, b) => (a < b ? -1 : 1));
    expect(await keysOf({ run })).toEqual(sorted(paid));
    expect(await keysOf({ script })).toEqual(sorted([...paid, reused]));
    expect(await keysOf({})).toEqual(expect.arrayContaining([...sorted([...paid, reused, other])]));

    const totals = await journal.totals();
    const next = asked();
    const different = { ...other, answer: { ...other.answer, text: 'another' } };
    expect(await care.import([next, different, next])).toEqual({ added: 1, known: 2 });
    expect((await journal.find([next.key, other.key])).get(other.key)).toEqual(other);
    expect(await isThere(next)).toBe(true);
    expect(await journal.totals()).toEqual(totals);
    for (const bad of [{ ...asked(), key: next.key }, asked({ answer: { ...other.answer, ms: -1 } })])
      await expect(care.import([bad])).rejects.toMatchObject({ code: 'input/invalid' });
  });
}
