/**
 * A process that fills a database for the bench: `bible-fill.ts <path> <entries> <versions>`. It is its own, so that its
 * memory does not count as that of what is measured.
 */
import { openSqlite } from '../src/storage/index.ts';
import { fill } from './bible-data.ts';

const [path = '', entries = '', versions = ''] = process.argv.slice(2);
const storage = await openSqlite(path);
await fill(storage, { script: 'bench', entries: Number(entries), versions: Number(versions) });
await fill(storage, { script: 'thousand', entries: 1000, versions: 1000 });
await storage.close();
