import { text } from '../../kernel/field/plain.ts';
import type { Problem } from '../../kernel/step/outcome.ts';

/** The number under which the NHS knows a person, without spaces. */
export const nhsNumberField = () =>
  text('NHS number', {
    hint: 'Ten digits, without spaces: hospitals are told by it of a protection plan, and of care (CP-IS)',
    pattern: /^\d{10}$/,
    patternSays: 'must be ten digits without spaces, for example 9434765919',
  });

/** The tenth digit is reckoned from the nine before it (modulus 11): a slip of the keyboard shows. */
export function isNhsNumber(number: string): boolean {
  const sum = Array.from(number.slice(0, 9)).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  return (11 - (sum % 11)) % 11 === Number(number[9]);
}

export const notAnNhsNumber = (number: string | undefined): readonly Problem[] =>
  number === undefined || isNhsNumber(number)
    ? []
    : [{ field: 'nhsNumber', message: `NHS number is ${number}, which cannot be one: its last digit does not agree with the others` }];
