import { askMany, SERVERS, usedPart } from '../src/llm/fixtures/many-asks.ts';
import { figure } from './support.ts';

/**
 * How much of a server's limits is used, and how often it refuses: 200 asks at once against 60 requests or 10,000 tokens a
 * minute, in virtual time, for each kind of server that says what its limits are; the worst of three draws of sizes.
 */
export async function benchPace(): Promise<void> {
  for (const binding of ['requests', 'tokens'] as const) {
    for (const how of SERVERS) {
      const servers = [];
      for (const seed of [7919, 104_729, 1_299_709]) servers.push(await askMany(how, binding, seed));
      const used = Math.min(...servers.map((server) => usedPart(server, how, binding)));
      const refused = servers.reduce((sum, { log }) => sum + log.filter(({ ok }) => !ok).length, 0);
      figure(
        `200 asks, limit of ${binding}, ${how.kind}, ${how.headers}, counts ${how.counts}`,
        `${(used * 100).toFixed(1)} % of it used, ${refused} refused (429)`,
      );
    }
  }
}
