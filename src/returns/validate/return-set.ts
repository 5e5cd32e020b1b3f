import { only, yearsIn } from '../../reading/collection-year.ts';
import { collectionYears, type CollectionYear } from '../rule/years.ts';
import type { GivenMetadata } from '../rule/given-tables.ts';
import type { ReturnFile } from '../ssda903/read-tables.ts';
import type { ReturnSet } from './validate-return.ts';
import { yearEnding } from './validate-census.ts';

/** A file of a looked-after return, before it is read. */
export type SetFile = {
  /** With the folder that it lies in, if that may say the year. */
  readonly name: string;
  /** As a finding names it. */
  readonly file: string;
  /** Said to be of the year before. */
  readonly isLast: boolean;
  readonly read: () => Promise<ReturnFile>;
};

export type HowToCheck = { readonly year: CollectionYear | undefined; readonly metadata: GivenMetadata };
export type PutTogether = { readonly kind: 'set'; readonly set: ReturnSet } | { readonly kind: 'refused'; readonly message: string };

export const isXml = (name: string): boolean => /\.xml$/i.test(name);

/** Reads the files of a return. Of which year each is, its name says, where nobody does. */
export async function putTogether(files: readonly SetFile[], asked: HowToCheck): Promise<PutTogether> {
  const { now, last, ends } = apart(files);
  const year = asked.year ?? (ends === undefined ? undefined : yearEnding(ends));
  if (year === undefined)
    return {
      kind: 'refused',
      message: `No one year can be told from the names of the files. Say by which they are to be checked: ${collectionYears.join(', ')}.`,
    };
  const read = (some: readonly SetFile[]) => Promise.all(some.map(async (each) => ({ ...(await each.read()), file: each.file })));
  const metadata = { file_format: now.some(({ name }) => isXml(name)) ? 'xml' : 'csv', ...asked.metadata };
  return { kind: 'set', set: { year, now: await read(now), last: await read(last), metadata } };
}

type Apart = { readonly now: readonly SetFile[]; readonly last: readonly SetFile[]; readonly ends: number | undefined };

/** The newest year that the names say is this year's, the one before it last year's. */
function apart(files: readonly SetFile[]): Apart {
  const yearOf = ({ name, isLast }: SetFile): number | undefined => (isLast ? undefined : only(yearsIn(name)));
  const ends = files.map(yearOf).reduce((most, year) => (year === undefined ? most : Math.max(most ?? year, year)), undefined);
  const isBefore = (file: SetFile): boolean => file.isLast || (ends !== undefined && yearOf(file) === ends - 1);
  return { now: files.filter((file) => !isBefore(file)), last: files.filter(isBefore), ends };
}
