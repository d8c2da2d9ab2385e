/** Ask one question many times, in a process of its own: database, url and number of times as arguments; answers as JSON. */
import { askOften } from './ask-often.ts';

const [database = '', url = '', times = '1'] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await askOften({ database, url, times: Number(times) })));
