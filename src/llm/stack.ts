import type { Clock } from './clock.ts';
import type { Deployment } from './deployment.ts';
import type { Learned } from './learned.ts';
import type { Provider } from './model.ts';
import type { PriceList } from './price.ts';
import type { ModelInfo, RouterSettings } from './settings.ts';

/** What every ask of one client shares. */
export interface Stack {
  readonly providers: ReadonlyMap<string, Provider>;
  readonly modelInfo: (model: string) => ModelInfo;
  readonly deployment: (info: ModelInfo) => Deployment;
  readonly router: RouterSettings;
  readonly price: PriceList;
  readonly clock: Clock;
  readonly learned: Learned;
}
