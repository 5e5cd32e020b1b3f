import type { Statement } from '../../../kernel/step/history.ts';
import { returnYearOf } from '../../../practice/pathway.ts';
import type { Period } from '../../rule/period.ts';

/** A statement that a looked-after return of this very year gave. */
export const isOfReturn = (statement: Statement | undefined, { to }: Period): boolean =>
  returnYearOf(statement?.source) === Number(to.slice(0, 4));
