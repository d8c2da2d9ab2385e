import { ScriptGenError } from '../../core/index.ts';
import type { Provider } from '../model.ts';
import { splitModel } from '../model-name.ts';

/**
 * The provider that a model's name begins with.
 *
 * @throws ScriptGenError `model/unknown`, naming the known ones.
 */
export function providerOf(providers: ReadonlyMap<string, Provider>, model: string): Provider {
  const { provider } = splitModel(model);
  const found = providers.get(provider);
  if (found !== undefined) return found;
  throw new ScriptGenError({
    code: 'model/unknown',
    message: `There is no provider "${provider}" for the model "${model}".`,
    hint: `Known providers: ${[...providers.keys()].sort().join(', ')}. Add others to models.json.`,
  });
}
