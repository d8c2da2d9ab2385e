import type { Clock } from '../clock.ts';
import type { Provider } from '../model.ts';
import type { PriceList } from '../money/price.ts';
import type { Deployment } from '../pace/deployment.ts';
import type { ModelInfo, RouterSettings } from '../settings.ts';
import type { Learned } from './learned.ts';

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
