import { date, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { misspelt } from './wanted-misspelt.ts';
import { otherwise } from './wanted-otherwise.ts';

/** Whom somebody looks for, and what they type. Written by hand as people mishear, misspell and half remember names, without regard to how the search works. */
export type Wanted = { readonly kind: string; readonly query: string; readonly name: string; readonly bornOn: LocalDate };

function read(): readonly Wanted[] {
  let kind = '';
  const wanted: Wanted[] = [];
  for (const line of `${misspelt}${otherwise}`.split('\n')) {
    const text = line.trim();
    if (text.startsWith('#')) kind = text.slice(2);
    else if (text !== '') {
      const [query = '', name = '', born = ''] = text.split(' | ');
      wanted.push({ kind, query, name, bornOn: date(born) });
    }
  }
  return wanted;
}

/** Two may be of one name: they were born on different days, and one of them is looked for by another spelling or with a day. */
export const wanted: readonly Wanted[] = read();
