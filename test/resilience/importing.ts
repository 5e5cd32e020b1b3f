// A program to be killed: takes a census file as the command does, and prints each entry only once it was acknowledged, with whom it is about.
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
const importer = importerOn(database);
const append: typeof importer.record.append = async (session, entries, known) => {
  const answer = await importer.record.append(session, entries, known);
  const acknowledged = entries.flatMap(({ entry, about }) => about.map(({ person }) => ({ entry, person })));
  if (answer.kind === 'appended') writeSync(1, `${JSON.stringify(acknowledged)}\n`);
  return answer;
};
const telling = { ...importer, record: { ...importer.record, append } };
const result = await importSet(telling, set, { session: importerOf(Number(authority)) });
await database.end();
await server.stop();
process.exit(result.stopped === undefined && result.refusedChildren === 0 ? 0 : 1);
