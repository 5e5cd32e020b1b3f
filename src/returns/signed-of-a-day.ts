import { formatDate } from '../kernel/calendar/dates.ts';
import type { PreparedReturn } from '../record/prepared-returns.ts';
import type { ReturnName } from './child-finding.ts';

/** Returns of a day that are prepared, explained and signed like those of a year. */
export const signedOfADay = {
  'annex-a': { title: 'Annex A', file: 'annex-a', kind: 'xlsx' },
  asglb: { title: 'ASGLB', file: 'asglb', kind: 'csv' },
  'workforce-census': { title: 'Social work workforce census', file: 'workforce-census', kind: 'xml' },
} as const;
export type SignedOfADay = keyof typeof signedOfADay;

export const isSignedOfADay = (name: string): name is SignedOfADay => Object.hasOwn(signedOfADay, name);

const titles: Readonly<Record<ReturnName, string>> = { cin: 'Children in need census', ssda903: 'Children looked after return' };

type Which = Pick<PreparedReturn, 'return' | 'year' | 'on'>;

export const titleOfReturn = ({ return: of, year, on }: Which): string =>
  isSignedOfADay(of) ? `${signedOfADay[of].title}${on === null ? '' : `, ${formatDate(on)}`}` : `${titles[of]} ${year}`;

/** How its files are named, without an ending. */
export const nameOfReturn = ({ return: of, year, on }: Which): string =>
  isSignedOfADay(of) ? `${signedOfADay[of].file}-${on ?? year}` : `children-${of === 'cin' ? 'in-need' : 'looked-after'}-${year}`;

export const kindOfReturn = (of: PreparedReturn['return']): 'xml' | 'xlsx' | 'csv' => (isSignedOfADay(of) ? signedOfADay[of].kind : 'xml');
