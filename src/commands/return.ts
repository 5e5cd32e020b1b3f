import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDate } from '../kernel/calendar/dates.ts';
import { endOfDay } from '../kernel/calendar/instants.ts';
import { Obstacle, wordsOfSystem } from '../platform/obstacle.ts';
import { derivation } from '../practice/pathway.ts';
import { toldOfEverybody } from '../record/returns.ts';
import { censusOfAll, censusSteps } from '../returns/cin-census/build/census-return.ts';
import { whichCollection } from '../returns/cin-census/build/check-child.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import { validateCensus } from '../returns/validate/validate-census.ts';
import { onlyAuthority } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { rulesYear } from './rules-year.ts';
import { readWords } from './words.ts';

const usage = 'return cin --year 2025-26 --out FILE.xml [--known-at 2026-05-31] [--authority NUMBER]';

/** A day is known at its end. */
function instantAsked(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const at = isDate(given) ? endOfDay(given) : new Date(given);
  if (Number.isNaN(at.getTime()))
    throw new Obstacle(`--known-at is "${given}". Write a day, 2026-05-31, or an instant, 2026-05-31T09:00:00Z.`);
  return at.toISOString();
}

/** return: builds a statutory return of a year from the record, as known now or at an instant, and says what its rules find in it. */
export async function buildReturn({ app, owner }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['year', 'out', 'known-at', 'authority'] });
  const [year, out] = [rulesYear(words.one('year')), words.one('out')];
  if (words.words.join(' ') !== 'cin' || year === undefined || out === undefined) throw new Obstacle(`Usage: ${usage}`);
  const { authority, name } = await onlyAuthority(app, words.one('authority'));
  const knownAt = instantAsked(words.one('known-at'));
  const question = { return: 'cin', year };
  const told = toldOfEverybody({ owner, authority }, { derivation, steps: censusSteps, question, knownAt });
  const path = resolve(from, out);
  const digest = await write(path, censusOfAll({ ...whichCollection(year), authority, knownAt }, told));
  console.log(`${out}: children in need census ${year} of ${name}, as known ${knownAt ?? 'now'}. SHA-256 ${digest}`);
  return tellFindings(path, year);
}

async function write(path: string, pieces: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<string> {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  }
  await pipeline(Readable.from(hashed()), createWriteStream(path)).catch((error: unknown) => {
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
