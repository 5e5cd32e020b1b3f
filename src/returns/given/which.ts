import { plain } from './column.ts';
import { asglbHeads } from '../asglb/asglb.ts';
import { listWith } from '../annex-a/reader.ts';
import { cpIsHeads } from '../cp-is/extract.ts';
import { censusColumns, vacancyHeads } from '../workforce-census/census.ts';
import { givenCsv } from './table.ts';

/** The returns that are read besides the census, the looked-after return and the dataset. */
export const givenReturns = {
  'annex-a': 'Annex A',
  'cp-is': 'CP-IS',
  asglb: 'ASGLB',
  'workforce-census': 'Workforce census',
  'daily-feed': 'Daily feed',
} as const;
export type GivenReturn = keyof typeof givenReturns;

export type GivenFile = { readonly name: string; readonly bytes: Buffer };

const begins = 8_192;

/** Which of them a file is, by what it holds; undefined: none. */
export function whichGiven({ name, bytes }: GivenFile): GivenReturn | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'annex-a';
  const beginning = bytes
    .toString('utf8', 0, begins)
    .trimStart()
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (beginning.startsWith('[') || /\.json$/i.test(name)) return 'daily-feed';
  if (beginning.startsWith('<')) return /<Collection>\s*CSWW\s*</.test(beginning) ? 'workforce-census' : undefined;
  return bySheet(headsOf(name, bytes));
}

/** The first line alone. */
export function headsOf(name: string, bytes: Buffer): readonly string[] {
  const end = bytes.indexOf(10);
  const first = givenCsv(name, end === -1 ? bytes : bytes.subarray(0, end + 1));
  return 'problem' in first ? [] : first.heads;
}

function bySheet(heads: readonly string[]): GivenReturn | undefined {
  const given = new Set(heads.map(plain));
  const has = (...all: readonly string[]): boolean => all.every((one) => given.has(plain(one)));
  if (has(cpIsHeads[0], 'PLAN_TYPE')) return 'cp-is';
  if (has(asglbHeads[0] ?? '', 'Date of ADM Decision')) return 'asglb';
  if (has(censusColumns[0]?.[0] ?? '', 'SWENo') || has(...vacancyHeads)) return 'workforce-census';
  return listWith(heads) === undefined ? undefined : 'annex-a';
}
