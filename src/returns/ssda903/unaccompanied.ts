import { isBlank } from '../rule/compare.ts';
import type { ReturnChild } from './looked-after-return.ts';

/*
 * Unaccompanied asylum-seeking children (UASC). The status is in Header; where that is not there, or does not say, a row in the table
 * UASC tells.
 */
type Status = { readonly UASC: string | undefined };

const isUnaccompanied = ([header]: readonly Status[], rows: readonly unknown[]): boolean =>
  header?.UASC === undefined ? rows.length > 0 : header.UASC === '1';

export const isUnaccompaniedNow = ({ Header, UASC }: ReturnChild): boolean => isUnaccompanied(Header, UASC);

/** Where last year’s Header is not there, the recorded examples count those alone of whom UASC says when the status ceased. */
export const wasUnaccompaniedLastYear = ({ Header_last, UASC_last }: ReturnChild): boolean =>
  Header_last.length > 0 ? isUnaccompanied(Header_last, UASC_last) : UASC_last.some((row) => !isBlank(row, 'DUC'));

/** Is, or formerly was, unaccompanied, as far as the two years tell. */
export const isOrWasUnaccompanied = (child: ReturnChild): boolean =>
  isUnaccompaniedNow(child) || wasUnaccompaniedLastYear(child) || child.UASC_last.some((row) => !isBlank(row, 'DUC'));
