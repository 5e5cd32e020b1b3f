import { only, yearsIn } from '../../reading/collection-year.ts';
import { collectionYears, type CollectionYear } from '../rule/years.ts';
import type { GivenMetadata } from '../rule/given-tables.ts';
import type { Reference } from './reference.ts';
import { yearEnding } from './validate-census.ts';

/** A file of a looked-after return, before it is read. */
export type NamedFile = {
  /** With the folder that it lies in, if that may say the year. */
  readonly name: string;
  /** As a finding names it. */
  readonly file: string;
  /** Said to be of the year before. */
  readonly isLast: boolean;
};

/** How a return is checked: by the rules of which year, as whose, and with what else is known. */
export type HowToCheck = {
  readonly year: CollectionYear | undefined;
  /** The statistical office's code of the authority that makes it, or the DfE's number. */
  readonly authority: string | undefined;
  readonly reference: Reference;
};

export const isXml = (name: string): boolean => /\.xml$/i.test(name);

export type How<F extends NamedFile> = {
  readonly kind: 'how';
  readonly year: CollectionYear;
  readonly now: readonly F[];
  readonly last: readonly F[];
  readonly authority: string | undefined;
  readonly metadataWith: (postcodes: object | undefined) => GivenMetadata;
};

/** Of which year the files of a return are, and of whom. Of which year each is, its name says, where nobody does. */
export function howOf<F extends NamedFile>(
  files: readonly F[],
  asked: HowToCheck,
): How<F> | { readonly kind: 'refused'; readonly message: string } {
  const { now, last, ends } = apart(files);
  const year = asked.year ?? (ends === undefined ? undefined : yearEnding(ends));
  if (year === undefined)
    return {
      kind: 'refused',
      message: `No one year can be told from the names of the files. Say by which they are to be checked (“Rules of” on the page, --year for the command): ${collectionYears.join(', ')}.`,
    };
  const authority = authorityNamed(asked);
  if (authority === undefined && asked.authority !== undefined)
    return { kind: 'refused', message: `There is no authority "${asked.authority}" in authorities.csv of the reference data.` };
  return { kind: 'how', year, now, last, authority, metadataWith: (postcodes) => metadataOf(asked, { now, authority, postcodes }) };
}

/** As the reference data know it; where there are none, as it was said. */
const authorityNamed = ({ authority, reference: { authorities } }: HowToCheck): string | undefined =>
  authority === undefined || authorities === undefined ? authority : authorities.get(authority);

type Known = { readonly now: readonly NamedFile[]; readonly authority: string | undefined; readonly postcodes: object | undefined };

const metadataOf = ({ reference: { providers } }: HowToCheck, { now, authority, postcodes }: Known): GivenMetadata => ({
  file_format: now.some(({ name }) => isXml(name)) ? 'xml' : 'csv',
  ...(providers && { provider_info: providers }),
  ...(authority !== undefined && { localAuthority: authority }),
  ...(postcodes && { postcodes: true }),
});

type Apart<F> = { readonly now: readonly F[]; readonly last: readonly F[]; readonly ends: number | undefined };

/** The newest year that the names say is this year's, the one before it last year's. */
function apart<F extends NamedFile>(files: readonly F[]): Apart<F> {
  const yearOf = ({ name, isLast }: NamedFile): number | undefined => (isLast ? undefined : only(yearsIn(name)));
  const ends = files.map(yearOf).reduce((most, year) => (year === undefined ? most : Math.max(most ?? year, year)), undefined);
  const isBefore = (file: F): boolean => file.isLast || (ends !== undefined && yearOf(file) === ends - 1);
  return { now: files.filter((file) => !isBefore(file)), last: files.filter(isBefore), ends };
}
