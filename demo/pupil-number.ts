import type { LocalDate } from '../src/kernel/calendar/dates.ts';

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** Characters 2 to 4 are an authority's. Bedfordshire is one no longer: no pupil of today has a number like these. */
const authority = 820;

/** A unique pupil number as schools make them: a check letter, authority, school, year of admission and serial. */
export function pupilNumber(k: number, bornOn: LocalDate): string {
  const school = 2000 + Math.floor(k / 1000);
  const admitted = (Number(bornOn.slice(0, 4)) + 5) % 100;
  const digits =
    `${authority}${String(school).padStart(4, '0')}${String(admitted).padStart(2, '0')}${String(k % 1000).padStart(3, '0')}`.slice(0, 12);
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place + 2), 0);
  return `${letters[sum % letters.length] ?? 'A'}${digits}`;
}
