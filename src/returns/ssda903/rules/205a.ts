import { before, onOrAfter, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { isUnaccompaniedNow, wasUnaccompaniedLastYear } from '../unaccompanied.ts';

/** It is over where last year’s date is before this year, and this year’s return gives no later one. Without Header: a date that is gone. */
export default rule({
  code: '205A',
  message: 'Child identified as UASC last year is no longer UASC this year, but date UASC ceased in both years does not support this.',
  years: since('2022-23'),
  needs: ['UASC_last'],
  fields: { Header: ['UASC', 'CHILD'], UASC: ['CHILD'] },
  wrong: (child, { start }) => {
    const { Header, UASC, UASC_last } = child;
    if (Header.length === 0) return UASC.filter((row) => isBlank(row, 'DUC') && UASC_last.some(({ DUC }) => onOrAfter(DUC, start)));
    const isOver = UASC_last.some(({ DUC }) => before(DUC, start)) && !UASC.some(({ DUC }) => onOrAfter(DUC, start));
    const hasChanged = wasUnaccompaniedLastYear(child) && !isUnaccompaniedNow(child);
    return hasChanged && !isOver ? Header.map((header) => [header, ...UASC]) : [];
  },
  passes: [
    { Header: [{ UASC: '0' }], UASC_last: [{}] },
    { Header: [{ UASC: '0' }], Header_last: [{ UASC: '1' }], UASC_last: [{ DUC: '2022-01-20' }] },
    { Header: [{ UASC: '1' }], Header_last: [{ UASC: '1' }], UASC_last: [{}] },
  ],
  fails: [
    { Header: [{ UASC: '0' }], UASC_last: [{ DUC: '2022-07-10' }] },
    { Header: [{ UASC: '0' }], Header_last: [{ UASC: '1' }], UASC_last: [{}] },
    { Header: [{ UASC: '0' }], Header_last: [{ UASC: '1' }], UASC_last: [{ DUC: '2022-07-10' }] },
    { UASC: [{}], UASC_last: [{ DUC: '2022-07-10' }] },
  ],
});
