import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenCounter } from './count-tokens.ts';
import { estimateRequest } from './request-size.ts';
import { estimateTokens } from './tokens.ts';

// Counted with o200k_base of gpt-tokenizer 4.0.0.
test.each([
  [
    'English',
    118,
    `INT. KITCHEN - NIGHT\n\nMAYA (30s) stands at the sink, her hands shaking. The kettle screams.\n\nMAYA\n(quietly)\nI told you not to come back here. Not after what you did to him.\n\nJONAS doesn't move. Rain hammers the window behind him.\n\nJONAS\nI had nowhere else to go.\n\nShe turns. For a long moment neither speaks. Then she sets a second cup on the table and pushes it toward him, almost against her will.\n\nCUT TO:\n\nEXT. HARBOR - DAWN\n`,
  ],
  [
    'German',
    74,
    'Die Küche ist dunkel, und der Regen schlägt gegen die Fensterscheiben. Maya steht am Spülbecken, ihre Hände zittern. »Ich habe dir gesagt, dass du nicht zurückkommen sollst«, sagt sie leise. Jonas bewegt sich nicht. Seine Überlegungen zur Rechtsschutzversicherung der Familienangehörigen erscheinen ihm plötzlich unwesentlich.',
  ],
  [
    'French',
    70,
    "La cuisine est sombre et la pluie frappe les vitres. Maya se tient près de l'évier, les mains tremblantes. « Je t'avais dit de ne pas revenir », murmure-t-elle. Jonas ne bouge pas. Il n'avait nulle part où aller, et pourtant il espérait qu'elle l'écouterait.",
  ],
  [
    'Polish',
    80,
    'Kuchnia jest ciemna, a deszcz uderza w szyby. Maja stoi przy zlewie, drżą jej ręce. „Mówiłam ci, żebyś nie wracał”, mówi cicho. Jonasz się nie rusza. Nie miał dokąd pójść, a jednak miał nadzieję, że tym razem go wysłucha.',
  ],
  [
    'Russian',
    77,
    'На кухне темно, дождь бьёт в стёкла. Майя стоит у раковины, её руки дрожат. «Я же просила тебя не возвращаться», — тихо говорит она. Йонас не двигается. Ему некуда было идти, и всё же он надеялся, что она его выслушает.',
  ],
  [
    'Greek',
    82,
    'Η κουζίνα είναι σκοτεινή και η βροχή χτυπά τα τζάμια. Η Μάγια στέκεται δίπλα στον νεροχύτη, τα χέρια της τρέμουν. «Σου είπα να μην ξαναγυρίσεις», λέει σιγά. Ο Ιωνάς δεν κουνιέται.',
  ],
  [
    'Arabic',
    59,
    'المطبخ مظلم والمطر يضرب النوافذ. تقف مايا بجانب المغسلة ويداها ترتجفان. قالت بهدوء: لقد طلبت منك ألا تعود. لم يتحرك يونس، فلم يكن لديه مكان آخر يذهب إليه.',
  ],
  [
    'Hindi',
    55,
    'रसोई अँधेरी है और बारिश खिड़कियों पर पड़ रही है। माया सिंक के पास खड़ी है, उसके हाथ काँप रहे हैं। मैंने तुमसे कहा था कि वापस मत आना, वह धीरे से कहती है।',
  ],
  [
    'Chinese',
    65,
    '厨房里很暗，雨水敲打着窗户。玛雅站在水槽边，双手颤抖。她轻声说：“我告诉过你不要回来。”约纳斯没有动。他没有别的地方可去，但他仍然希望她这次会听他说。',
  ],
  [
    'Japanese',
    72,
    '台所は暗く、雨が窓を叩いている。マヤは流しのそばに立ち、手が震えている。「戻ってこないでと言ったでしょう」と彼女は静かに言う。ヨナスは動かない。彼にはほかに行くところがなかった。',
  ],
  [
    'Korean',
    70,
    '부엌은 어둡고 비가 창문을 두드린다. 마야는 싱크대 옆에 서 있고 손이 떨린다. 돌아오지 말라고 했잖아, 그녀가 조용히 말한다. 요나스는 움직이지 않는다. 그는 갈 곳이 없었다.',
  ],
])('%s is estimated within a fifth', (_, exact, text) => {
  expect(Math.abs(estimateTokens(text) / exact - 1)).toBeLessThan(0.2);
});

test('no text is no token, any other at least none and at most two a character', () => {
  expect(estimateTokens('')).toBe(0);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(estimateTokens(text)).toBeGreaterThanOrEqual(text.trim() === '' ? 0 : 1);
      expect(estimateTokens(text)).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('two texts together are no more tokens than each by itself', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 20 }), fc.lorem({ maxCount: 20 }), (a, b) => {
      expect(estimateTokens(`${a} ${b}`)).toBeLessThanOrEqual(estimateTokens(a) + estimateTokens(b));
    }),
  );
});

test('the schema of the answer is a part of the request', () => {
  const messages = [{ role: 'user' as const, content: 'A title, please.' }];
  const schema = { type: 'object', properties: { title: { type: 'string' } } };
  expect(estimateRequest({ messages, schema })).toBeGreaterThan(estimateRequest({ messages, schema: {} }) + 10);
});

test('tokens are counted exactly with a vocabulary, which is loaded once, and estimated without one', async () => {
  let loaded = 0;
  const count = createTokenCounter(async () => {
    loaded += 1;
    return { countTokens: (text: string) => text.length };
  });
  expect(loaded).toBe(0);
  expect([await count('abc'), await count('abcd'), loaded]).toEqual([3, 4, 1]);
  const missing = createTokenCounter(async () => Promise.reject(new Error('not installed')));
  const other = createTokenCounter(async () => ({ something: 'else' }));
  for (const counter of [missing, other])
    expect(await counter('Some words here.')).toBe(estimateTokens('Some words here.'));
});
