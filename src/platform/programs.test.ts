import { expect, it } from 'vitest';
import { inOrder } from './programs.ts';

it('of the system’s PostgreSQL servers the newest is run, and the tests are run on the oldest that must do', () => {
  expect(inOrder(['15', '9.6', '17', '16'], false)).toEqual(['17', '16', '15', '9.6']);
  expect(inOrder(['9.6', '17', '15', '16'], true)).toEqual(['15', '17', '16', '9.6']);
  expect(inOrder(['16', '17'], true)).toEqual(['17', '16']);
});
