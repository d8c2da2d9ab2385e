import fc from 'fast-check';

/*
 * Properties are tried with the same cases everywhere, so that a change is judged by what it changes.
 * To look for new counterexamples: `SEED=random npm test`, or with a number that one was found with.
 */
const asked = process.env['SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 20_261_122 : Number(asked) });
