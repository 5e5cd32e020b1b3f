/** The ways in which files write dates that the return does not. */
const writings = ['two-digits', 'year-first', 'month-name', 'serial', 'no-nought', 'otherwise', 'none'] as const;
export type Writing = (typeof writings)[number];
export const isWriting = (word: string): word is Writing => writings.some((writing) => writing === word);

/** A date as the return writes it is DD/MM/YYYY. Anything else is told, with what it looks like; nothing is guessed. */
export type WrittenDate = {
  readonly problem: string;
  readonly writing: Writing;
  /** What a person may accept with one press: the same day in the return's own writing. Never taken by itself. */
  readonly suggestion?: string;
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (number: number | string): string => String(number).padStart(2, '0');
const must = 'a date in the return is written DD/MM/YYYY';

const monthNumber = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const shapes: readonly (readonly [RegExp, (...parts: readonly string[]) => WrittenDate])[] = [
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/,
    (day = '', month = '', year = '') => ({
      writing: 'two-digits',
      problem: `has a year of two digits; ${must}`,
      suggestion: `${two(day)}/${two(month)}/20${year}`,
    }),
  ],
  [
    /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})([T ].*)?$/,
    (year = '', month = '', day = '') => ({
      writing: 'year-first',
      problem: `is written with the year first; ${must}`,
      suggestion: `${two(day)}/${two(month)}/${year}`,
    }),
  ],
  [
    /^(\d{1,2})[ /.-]?([A-Za-z]{3,9})[ /.,-]?(\d{4})$/,
    (day = '', month = '', year = '') =>
      monthNumber(month) === 0
        ? { writing: 'none', problem: `is no date; ${must}` }
        : {
            writing: 'month-name',
            problem: `is written with the name of the month; ${must}`,
            suggestion: `${two(day)}/${two(monthNumber(month))}/${year}`,
          },
  ],
  [
    /^(\d{1,2})[ /.-]?([A-Za-z]{3,9})[ /.,-]?(\d{2})$/,
    () => ({ writing: 'none', problem: `is written with the name of the month and a year of two digits; ${must}` }),
  ],
  [
    /^(\d{5})(\.\d+)?$/,
    (serial = '') => ({ writing: 'serial', problem: `is a spreadsheet’s number for a day; ${must}`, suggestion: ofSerial(Number(serial)) }),
  ],
  [
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    (day = '', month = '', year = '') => ({
      writing: 'no-nought',
      problem: `lacks a nought; ${must}`,
      suggestion: `${two(day)}/${two(month)}/${year}`,
    }),
  ],
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})([T ].*)?$/,
    (day = '', month = '', year = '') => ({
      writing: 'otherwise',
      problem: `is not written as the return writes it; ${must}`,
      suggestion: `${two(day)}/${two(month)}/${year}`,
    }),
  ],
];

/** Day 1 of a spreadsheet is 1 January 1900, and it believes in 29 February 1900. */
function ofSerial(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`;
}

/** @returns undefined: it is written as it should be (whether there is such a day is another question) */
export function wronglyWritten(value: string): WrittenDate | undefined {
  if (/^\d{2}\/\d{2}\/\d{4}$/.test(value)) return undefined;
  for (const [shape, says] of shapes) {
    const match = shape.exec(value);
    if (match !== null) return says(...match.slice(1));
  }
  return { writing: 'none', problem: `is no date; ${must}` };
}
