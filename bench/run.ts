import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureAppend } from './append.ts';
import { measureBackup } from './backup.ts';
import { measureEvents } from './events.ts';
import { table, isMet, type Figure, type Note } from './figures.ts';
import { measureGenogram } from './genogram.ts';
import { measureImport } from './import.ts';
import { withTables } from './kept-figures.ts';
import { machine } from './machine.ts';
import { measurePages } from './pages.ts';
import { takePlace, type Place } from './place.ts';
import { endAll } from './product.ts';
import { measureRecording } from './recording.ts';
import { measureReturnImport } from './ssda903-import.ts';
import { measureReturns } from './returns.ts';
import { measureSearch } from './search.ts';
import { measureSimulation } from './simulation.ts';
import { measureStartUp } from './start-up.ts';
import { measureValidate } from './validate.ts';
import { measureVerify } from './verify.ts';

type Part = (place: Place, note: Note) => Promise<void>;

const parts: ReadonlyMap<string, Part> = new Map([
  ['start-up', measureStartUp],
  ['import', measureImport],
  ['ssda903-import', measureReturnImport],
  ['append', measureAppend],
  ['pages', measurePages],
  ['recording', measureRecording],
  ['events', measureEvents],
  ['verify', measureVerify],
  ['genogram', measureGenogram],
  ['backup', measureBackup],
  ['search', measureSearch],
  ['validate', measureValidate],
  ['returns', measureReturns],
  ['simulation', measureSimulation],
]);

async function measure(place: Place, name: string, part: Part): Promise<string> {
  const figures: Figure[] = [];
  await part(place, (figure) => {
    figures.push(figure);
    process.stderr.write(
      `${name}: ${figure.what}: ${figure.value.toFixed(2)} ${figure.unit}${isMet(figure) === false ? ' (missed)' : ''}\n`,
    );
  });
  return table(name, figures);
}

/** Only when asked: the part of bench/README.md between two marks; of a run of some parts, their tables alone. */
function keep(tables: ReadonlyMap<string, string>, head: string): void {
  const path = join(process.env['SIGHTLINE_HOME'] ?? process.cwd(), 'bench', 'README.md');
  const [before, kept, after] = readFileSync(path, 'utf8').split(/<!-- figures(?: end)? -->\n/);
  if (before === undefined || kept === undefined || after === undefined)
    throw new Error('bench/README.md has lost the marks between which the figures stand.');
  const text = tables.size === parts.size ? [head, ...tables.values()].join('\n\n') : withTables(kept, tables, head);
  writeFileSync(path, `${before}<!-- figures -->\n\n${text}\n\n<!-- figures end -->\n${after}`);
}

async function run(chosen: readonly string[], isKept: boolean): Promise<void> {
  const place = await takePlace();
  try {
    const head = await machine();
    const tables = new Map<string, string>();
    for (const [name, part] of parts) if (chosen.length === 0 || chosen.includes(name)) tables.set(name, await measure(place, name, part));
    console.log([head, ...tables.values()].join('\n\n'));
    if (isKept) keep(tables, head);
  } finally {
    endAll();
    await place.remove();
  }
}

const given = process.argv.slice(2);
const chosen = given.filter((each) => !each.startsWith('--'));
const unknown = [
  ...chosen.filter((each) => !parts.has(each)),
  ...given.filter((each) => each.startsWith('--') && !/^--(write|entries=\d+|people=\d+|population=.+|loaded=.+)$/.test(each)),
];
if (unknown.length > 0) {
  console.error(
    `There is no part ${unknown.join(', ')}. Usage: npm run bench -- [${[...parts.keys()].join(' | ')}]… [--entries=N] [--people=N] [--population=FOLDER] [--loaded=FOLDER] [--write]`,
  );
  process.exitCode = 1;
} else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endAll);
  await run(chosen, given.includes('--write'));
}
