import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { notDone, Obstacle, wordsOfSystem } from '../platform/obstacle.ts';
import type { Asking } from '../record/returns.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import { validateCensus } from '../returns/validate/validate-census.ts';
import { censusFor, lookedAfterFor, lookedAfterXmlFor } from './built-returns.ts';
import { onlyAuthority } from './chosen-authority.ts';
import { buildDayReturn, isDayReturn } from './day-returns.ts';
import { instantAsked } from './instant-asked.ts';
import type { Opened } from './open.ts';
import { rulesYear } from './rules-year.ts';
import { readWords } from './words.ts';

const usage =
  'return cin|ssda903 --year 2025-26 --out FILE.xml|FOLDER (ssda903: a file ending in .xml, or a folder of CSV files) [--known-at 2026-05-31] [--authority NUMBER]';

/** return: builds a statutory return of a year from the record, as known now or at an instant. Of a census it says what its rules find. */
export async function buildReturn(opened: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  if (isDayReturn(parameters[0])) return buildDayReturn(opened, parameters, from);
  const { app, owner } = opened;
  const words = readWords(parameters, { usage, options: ['year', 'out', 'known-at', 'authority'] });
  const [kind, year, out] = [words.words.join(' '), rulesYear(words.one('year')), words.one('out')];
  if ((kind !== 'cin' && kind !== 'ssda903') || year === undefined || out === undefined) throw new Obstacle(`Usage: ${usage}`);
  const { authority, name } = await onlyAuthority(app, words.one('authority'));
  const knownAt = instantAsked(words.one('known-at'));
  const asked: Asked = { asking: { owner, authority }, year, knownAt, path: resolve(from, out) };
  const isXml = asked.path.toLowerCase().endsWith('.xml');
  const digest = kind === 'cin' ? await census(asked) : isXml ? await lookedAfterXml(asked) : await lookedAfter(asked);
  const said = kind === 'cin' ? 'children in need census' : 'children looked after return';
  console.log(`${out}: ${said} ${year} of ${name}, as known ${knownAt ?? 'now'}. SHA-256 ${digest}`);
  if (kind === 'cin') return tellFindings(asked.path, year);
  console.log(`What its rules find: sightline validate ${out} --year ${year}`);
  return true;
}

type Asked = {
  readonly asking: Asking;
  readonly year: CollectionYear;
  readonly knownAt: string | undefined;
  readonly path: string;
};

const census = ({ asking, year, knownAt, path }: Asked): Promise<string> => write(path, censusFor(asking, year, knownAt));

const lookedAfterXml = ({ asking, year, knownAt, path }: Asked): Promise<string> => write(path, lookedAfterXmlFor(asking, year, knownAt));

/** A file for each table, in one folder. @returns the hash of all of them, in their order */
async function lookedAfter({ asking, year, knownAt, path }: Asked): Promise<string> {
  const hash = createHash('sha256');
  await mkdir(path, { recursive: true, mode: 0o700 }).catch(notDone(path, 'made'));
  for (const { name, lines } of await lookedAfterFor(asking, year, knownAt)) {
    async function* text() {
      for (const line of lines) yield `${line}\n`;
    }
    hash.update(await write(join(path, name), text()));
  }
  return hash.digest('hex');
}

/** Readable by its owner alone. */
async function write(path: string, pieces: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<string> {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  }
  // One that was there before keeps what it allowed others: what is written in it now is of children.
  await chmod(path, 0o600).catch(() => {});
  await pipeline(Readable.from(hashed()), createWriteStream(path, { mode: 0o600 })).catch((error: unknown) => {
    const why = wordsOfSystem(error);
    throw why === undefined ? error : new Obstacle(`${path} could not be written: ${why}.`);
  });
  return hash.digest('hex');
}

/** @returns whether nothing is an error: queries are explained, and the return is taken */
async function tellFindings(path: string, year: CollectionYear): Promise<boolean> {
  const counts = new Map<string, { readonly said: string; count: number; readonly isError: boolean }>();
  for await (const found of validateCensus(createReadStream(path), { file: path, year })) {
    const [code, level] =
      found.kind === 'unreadable' ? ['file', 'error'] : [found.code, found.kind === 'finding' ? found.level : found.kind];
    const known = counts.get(code) ?? { said: `${level} ${code}: ${found.message}`, count: 0, isError: level !== 'query' };
    counts.set(code, { ...known, count: known.count + 1 });
  }
  for (const { said, count } of [...counts.values()].toSorted((a, b) => a.said.localeCompare(b.said)))
    console.log(`${String(count).padStart(6)}  ${said}`);
  const errors = [...counts.values()].filter(({ isError }) => isError).length;
  console.log(
    errors === 0
      ? 'No rule finds an error.'
      : `${errors} ${errors === 1 ? 'rule finds' : 'rules find'} errors. More of each: sightline validate ${path}`,
  );
  return errors === 0;
}
