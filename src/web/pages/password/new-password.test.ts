import { expect, test } from 'vitest';
import { problemsWith } from './new-password.ts';

const next = 'copper lantern orchard';
const sent = { current: 'the old password', next, again: next };
test.each<[string, Partial<typeof sent>, string]>([
  ['too short', { next: 'eleven char' }, 'next: The new password has 11 characters. It must have 12 or more'],
  ['as before', { next: sent.current }, 'next: The new password is the one you have now'],
  ['one sign again and again', { next: 'aaaaaaaabbbbbbbb' }, 'next: The new password repeats a few signs'],
  ['what everybody guesses', { next: 'Password1234' }, 'next: The new password is one that is guessed first'],
  ['what everybody guesses, twice', { next: 'passwordpassword' }, 'next: The new password is one that is guessed first'],
  ['one’s own name', { next: 'Priya  Shah 2' }, 'next: The new password is your own name'],
  ['endless', { next: 'copper '.repeat(40) }, 'next: The new password has 280 characters. It must have 200 or fewer'],
  ['nothing', { next: '' }, 'next: Enter a new password'],
  ['not the same twice', { again: 'copper lantern' }, 'again: The new password is not the same both times'],
  ['without the one before', { current: '' }, 'current: Enter the password you have now'],
])('%s is refused in words', (_name, given, expected) => {
  const all = { ...sent, ...given };
  const again = given.next === undefined ? all.again : all.next;
  const [problem, ...more] = problemsWith({ ...all, again }, 'Priya Shah');
  expect([`${problem?.field}: ${problem?.message}`.startsWith(expected), more]).toEqual([true, []]);
});

test.each(['copper lantern orchard', 'three blue teapots', 'ÆØÅ ålborg 1848 nord', 'tr0ub4dor&3xyz', 'passwordless trees grow'])(
  '%s is a password',
  (one) => expect(problemsWith({ current: 'the old password', next: one, again: one }, 'Priya Shah')).toEqual([]),
);
