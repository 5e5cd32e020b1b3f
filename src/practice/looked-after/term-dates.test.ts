import { afterEach, expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { noTerms, readSchoolTerms, useSchoolTerms } from '../../kernel/calendar/school-terms.ts';
import { owed } from '../owed.fixture.ts';
import { derivation } from '../pathway.ts';
import { addSchoolDays } from './school-days.ts';

afterEach(() => useSchoolTerms(noTerms));

const take = (): void => {
  const read = readSchoolTerms(
    ['2025-26,autumn,2025-09-02,2025-12-19', '2025-26,spring,2026-01-06,2026-03-20', '2025-26,summer,2026-04-07,2026-07-17'].join('\n'),
  );
  if (read.kind === 'read') useSchoolTerms(read.terms);
};
const plan = () =>
  owed(['periodOfCare', '2025-10-06', { legalStatus: 'C2' }], ['personalEducationPlan', '2025-10-16', { held: true }]).filter((one) =>
    one.startsWith('termlyPersonalEducationPlan'),
  );

test('the education plan of a term, and school days, are counted by the authority’s own term dates, and otherwise by the usual weeks', () => {
  expect(plan()).toEqual(['termlyPersonalEducationPlan 2026-04-02']);
  expect(addSchoolDays(date('2025-10-24'), 1)).toBe('2025-11-03');
  take();
  expect(plan()).toEqual(['termlyPersonalEducationPlan 2026-03-20']);
  expect(addSchoolDays(date('2025-10-24'), 1)).toBe('2025-10-27');
});

test('other term dates are other rules: what is stored is derived again', () => {
  const before = derivation.rulesHash;
  take();
  expect(derivation.rulesHash).not.toBe(before);
  useSchoolTerms(noTerms);
  expect(derivation.rulesHash).toBe(before);
});
