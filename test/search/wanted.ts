import { date, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { datesIn } from '../../src/record/search/dates.ts';
import { blindMisspelt } from './blind-misspelt.ts';
import { blindOfTheCounty } from './blind-of-the-county.ts';
import { blindOfTheCountyToo } from './blind-of-the-county-too.ts';
import { blindOtherwise } from './blind-otherwise.ts';
import { misspelt } from './wanted-misspelt.ts';
import { otherwise } from './wanted-otherwise.ts';

/** The lists, each with what is called so where it is measured. */
export const lists = { madeWith: 'list it was made with', blind: 'blind list', county: 'second blind list' } as const;
export type List = keyof typeof lists;

/** Whom somebody looks for, and what they type. */
export type Wanted = {
  readonly kind: string;
  readonly query: string;
  readonly name: string;
  readonly bornOn: LocalDate;
  readonly list: List;
};

function read(text: string, list: List): readonly Wanted[] {
  let kind = '';
  const wanted: Wanted[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line.startsWith('#')) kind = line.slice(2);
    else if (line !== '') {
      const [query = '', name = '', born = ''] = line.split(' | ');
      wanted.push({ kind, query, name, bornOn: date(born), list });
    }
  }
  return wanted;
}

/**
 * The lists, written by hand as people mishear, misspell and half remember names: the first one the search was made with, the others were written before the search was
 * asked for any of them. Two may be of one name: they were born on different days, and one of them is looked for by another spelling or with a day.
 */
export const wanted: readonly Wanted[] = [
  ...read(`${misspelt}${otherwise}`, 'madeWith'),
  ...read(`${blindMisspelt}${blindOtherwise}`, 'blind'),
  ...read(`${blindOfTheCounty}${blindOfTheCountyToo}`, 'county'),
];

/** As somebody who is on record already is written down once more: the name as in the list, the day of birth as it is. */
export function asTyped({ query, bornOn }: Wanted): string {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  return `${datesIn(query, date('2026-06-30')).rest.trim()} ${day}/${month}/${year}`;
}
