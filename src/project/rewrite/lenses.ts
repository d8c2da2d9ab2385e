import { nearest, ScriptGenError } from '../../core/index.ts';
import { LENS_NAMES, type LensName } from '../../generators/index.ts';

/** The lenses of these names, each once; `undefined` for none named. @throws ScriptGenError `input/invalid`, naming the nearest. */
export function lensesNamed(names: readonly string[] | undefined): readonly LensName[] | undefined {
  if (names === undefined) return undefined;
  const found = names.map((name): LensName => {
    const lens = LENS_NAMES.find((one) => one === name.trim().toLowerCase());
    if (lens !== undefined) return lens;
    const near = nearest(name, LENS_NAMES);
    throw new ScriptGenError({
      code: 'input/invalid',
      message: `There is no lens ${JSON.stringify(name)}.`,
      hint: near === undefined ? `The lenses are: ${LENS_NAMES.join(', ')}.` : `Did you mean ${near}?`,
    });
  });
  return [...new Set(found)];
}
