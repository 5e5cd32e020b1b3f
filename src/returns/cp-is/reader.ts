import { day, oneOf, words, wordsLike, type GivenColumn } from '../given/column.ts';
import type { TableShape } from '../given/table.ts';
import { isNhsNumber } from '../../practice/pathway.ts';
import { cpIsHeads } from './extract.ts';

const nhsNumber: GivenColumn['read'] = (given) => {
  const number = String(given).replaceAll(' ', '');
  return /^\d{10}$/.test(number) && isNhsNumber(number)
    ? { value: number }
    : { right: 'no NHS number: ten digits, the last of which agrees with the others' };
};

const reads = {
  NHS_NUMBER: nhsNumber,
  LOCAL_ID: words(),
  FAMILY_NAME: words(),
  GIVEN_NAME: words(),
  DATE_OF_BIRTH: day,
  EXPECTED_DATE_OF_BIRTH: day,
  PLAN_TYPE: oneOf(['CPP', 'UCPP', 'LAC']),
  PLAN_START_DATE: day,
  PLAN_END_DATE: day,
  LA_CODE: wordsLike(/^\d{3}$/, 'no number of an authority: three digits, such as 301'),
} satisfies Readonly<Record<(typeof cpIsHeads)[number], GivenColumn['read']>>;

const columns: readonly GivenColumn[] = cpIsHeads.map((name) => ({ name, read: reads[name] }));
export const cpIsShape: TableShape = { name: 'cp-is', columns };
/** Who cannot be shared, and why. */
export const withoutNumberShape: TableShape = {
  name: 'cp-is-without-nhs-number',
  columns: [...columns, { name: 'WHAT_IS_MISSING', read: words() }],
};
