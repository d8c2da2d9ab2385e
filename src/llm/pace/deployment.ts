import type { Clock } from '../clock.ts';
import type { ModelInfo, RouterSettings } from '../settings.ts';
import { type Cooldown, createCooldown } from './cooldown.ts';
import { createPace, type Pace } from './pace.ts';

/** What is kept of one deployment: models of one provider and key that share an allowance. */
export interface Deployment {
  readonly pace: Pace;
  readonly cooldown: Cooldown;
  /** Models whose answers have come in pieces: silence of these means something. */
  readonly streaming: Set<string>;
}

/** Deployments that are kept; of more, those without requests are forgotten. */
const MOST = 256;

/** Keep deployments by name. */
export function createDeployments(
  settings: RouterSettings,
  clock: Clock,
): (info: Pick<ModelInfo, 'deployment' | 'limits'>) => Deployment {
  const deployments = new Map<string, Deployment>();
  return ({ deployment: name, limits }) => {
    const known = deployments.get(name);
    if (known !== undefined) return known;
    const made = {
      pace: createPace(limits, clock),
      cooldown: createCooldown(settings, clock),
      streaming: new Set<string>(),
    };
    if (deployments.size >= MOST) {
      const idle = [...deployments].find(([, { pace, cooldown }]) => pace.isIdle() && !cooldown.isAside());
      if (idle !== undefined) deployments.delete(idle[0]);
    }
    deployments.set(name, made);
    return made;
  };
}
