import { expect, test } from 'vitest';
import type { Found } from '../returns/validate/found.ts';
import { lineOf } from './telling-lines.ts';

test('a cell of CSV is never worked out by a spreadsheet', () => {
  const found: Found = { kind: 'unreadable', file: 'a.csv', line: 1, message: '=cmd()' };
  expect(lineOf(found, 'csv')).toContain("'=cmd()");
});
