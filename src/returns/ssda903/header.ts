import { everyPair, isGiven } from '../rule/compare.ts';
import type { ReturnChild } from './looked-after-return.ts';

type Told = { readonly DOB: string | undefined; readonly SEX: string | undefined };

/** Rows of a table that say otherwise of the child than Header does; what either leaves out is not otherwise. */
export const differingFromHeader = <R extends Told>(rows: readonly R[], { Header }: ReturnChild, field: keyof Told): readonly R[] =>
  everyPair(rows, Header)
    .filter(([row, header]) => isGiven(row[field]) && isGiven(header[field]) && row[field] !== header[field])
    .map(([row]) => row);
