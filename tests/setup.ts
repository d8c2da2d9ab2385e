import fc from 'fast-check';

/*
 * Properties are tried with the same cases everywhere, so that a change is judged by what it changes.
 * To look for new counterexamples: `SEED=random npm test`, or with a number that one was found with.
 */
const asked = process.env['SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 20_261_122 : Number(asked) });

/*
 * Nor by what is on the machine: no model server is looked for, and the user's own models.json and keys do not count.
 */
process.env['SCRIPTGEN_DETECT'] = '0';
process.env['XDG_CONFIG_HOME'] = '/nonexistent';
process.env['XDG_DATA_HOME'] = '/nonexistent';
for (const name of Object.keys(process.env)) if (/_API_KEY$/.test(name)) delete process.env[name];
