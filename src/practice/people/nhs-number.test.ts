import { expect, test } from 'vitest';
import { isNhsNumber, notAnNhsNumber } from './nhs-number.ts';

test('an NHS number agrees with its last digit', () => {
  expect(['9434765919', '4505577104', '9876543210'].map(isNhsNumber)).toEqual([true, true, true]);
  // Of the second the digit that agrees would have two figures: it is never given out.
  expect(['9434765918', '1000000010'].map(isNhsNumber)).toEqual([false, false]);
  expect([notAnNhsNumber(undefined), notAnNhsNumber('9434765918')[0]?.field]).toEqual([[], 'nhsNumber']);
});
