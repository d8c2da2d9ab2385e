/** A process that moves a bible from SQLite to Postgres by a backup: `bible-move.ts <path> <URL>`. */
import { statSync } from 'node:fs';
import { backupDatabase, checkDatabase, restoreDatabase, sqliteDatabase } from '../src/storage/index.ts';
import { postgresDatabase } from '../src/storage/postgres/index.ts';
import { figure } from './support.ts';

const [path = '', url = ''] = process.argv.slice(2);
const [from, to, file] = [sqliteDatabase(path), postgresDatabase(url), `${path}.gz`];
let last = performance.now();
const lap = (name: string, more = ''): void => {
  const now = performance.now();
  figure(name, `${((now - last) / 1000).toFixed(1)} s${more}`);
  last = now;
};
await backupDatabase(from, file);
lap('SQLite: back up', `, ${(statSync(file).size / 1e6).toFixed(0)} MB, at most ${memory()} MB of memory`);
await restoreDatabase(to, file);
lap('Postgres: restore', `, at most ${memory()} MB of memory`);
const findings = await checkDatabase(from);
lap('SQLite: check', `, ${findings.length} findings`);

function memory(): string {
  return (process.resourceUsage().maxRSS / 1000).toFixed(0);
}
