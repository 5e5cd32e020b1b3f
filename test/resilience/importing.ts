// A program to be killed: takes a census file as the command does, and prints how many entries are acknowledged so far.
import { writeSync } from 'node:fs';
import { importerOn } from '../../src/commands/importer.ts';
import { filesAt, importSet, setsOf } from '../../src/import/file-set.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { startEmbedded } from '../../src/platform/embedded.ts';
import { databaseName, importerOf } from './cast.ts';

const [folder = '', path = '', authority = ''] = process.argv.slice(2);
const server = await startEmbedded({ folder });
const database = openDatabase(server.appUrl(databaseName), { max: 6 });
const [set] = await setsOf((await filesAt(path)) ?? []);
if (set === undefined) throw new Error(`${path} is not a file`);
const result = await importSet(importerOn(database), set, {
  session: importerOf(Number(authority)),
  onProgress: ({ stated, corrected, children }) => void writeSync(1, `${JSON.stringify({ acknowledged: stated + corrected, children })}\n`),
});
await database.end();
await server.stop();
process.exit(result.stopped === undefined && result.refusedChildren === 0 ? 0 : 1);
