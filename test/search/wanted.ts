import { date, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { datesIn } from '../../src/record/search/dates.ts';
import { blindMisspelt } from './blind-misspelt.ts';
import { blindOtherwise } from './blind-otherwise.ts';
import { misspelt } from './wanted-misspelt.ts';
import { otherwise } from './wanted-otherwise.ts';

/** Whom somebody looks for, and what they type. `isBlind`: of the list that is measured, and that nobody works with. */
export type Wanted = {
  readonly kind: string;
  readonly query: string;
  readonly name: string;
  readonly bornOn: LocalDate;
  readonly isBlind: boolean;
};

function read(text: string, isBlind: boolean): readonly Wanted[] {
  let kind = '';
  const wanted: Wanted[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line.startsWith('#')) kind = line.slice(2);
    else if (line !== '') {
      const [query = '', name = '', born = ''] = line.split(' | ');
      wanted.push({ kind, query, name, bornOn: date(born), isBlind });
    }
  }
  return wanted;
}

/**
 * Both lists, written by hand as people mishear, misspell and half remember names: the first one the search was made with, the second was written before the search was
 * asked for any of it. Two may be of one name: they were born on different days, and one of them is looked for by another spelling or with a day.
 */
export const wanted: readonly Wanted[] = [...read(`${misspelt}${otherwise}`, false), ...read(`${blindMisspelt}${blindOtherwise}`, true)];

/** As somebody who is on record already is written down once more: the name as in the list, the day of birth as it is. */
export function asTyped({ query, bornOn }: Wanted): string {
  const [year = '', month = '', day = ''] = bornOn.split('-');
  return `${datesIn(query, date('2026-06-30')).rest.trim()} ${day}/${month}/${year}`;
}
