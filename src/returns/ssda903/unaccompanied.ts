import { isBlank } from '../rule/compare.ts';
import type { ReturnChild } from './looked-after-return.ts';

/*
 * Unaccompanied asylum-seeking children (UASC). The status is in Header; where a return lacks its Header, a row in the table UASC tells.
 */
type Status = { readonly UASC: string | undefined };

const isUnaccompanied = ([header]: readonly Status[], rows: readonly unknown[]): boolean =>
  header === undefined ? rows.length > 0 : header.UASC === '1';

export const isUnaccompaniedNow = ({ Header, UASC }: ReturnChild): boolean => isUnaccompanied(Header, UASC);
export const wasUnaccompaniedLastYear = ({ Header_last, UASC_last }: ReturnChild): boolean => isUnaccompanied(Header_last, UASC_last);

/**
 * Is, or formerly was, unaccompanied, as far as the two years tell. Of last year's table UASC the recorded examples count those alone
 * of whom it says when the status ceased.
 */
export const isOrWasUnaccompanied = ({ Header, Header_last, UASC_last }: ReturnChild): boolean =>
  [...Header, ...Header_last].some(({ UASC }) => UASC === '1') || UASC_last.some((row) => !isBlank(row, 'DUC'));
