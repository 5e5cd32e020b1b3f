import { randomInt } from 'node:crypto';
import { hashPassword } from '../platform/password.ts';

/** No letter or digit that is taken for another one when it is read out or copied by hand. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const inGroup = 5;

/** A password that nobody thought of, about 99 bits: shown once, and stored only as its hash. */
export async function firstPassword(): Promise<{ readonly shown: string; readonly hash: string }> {
  const group = (): string => Array.from({ length: inGroup }, () => letters[randomInt(letters.length)]).join('');
  const shown = Array.from({ length: groups }, group).join('-');
  return { shown, hash: await hashPassword(shown) };
}
