import { expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { stepNamed } from '../pathway.ts';

const today = date('2026-06-01');
const born: Told = ['personDetails', '2010-05-01', { bornOn: '2010-05-01' }];
const began: Told = ['periodOfCare', '2026-01-12', { legalStatus: 'V2' }];
const ended: Told = ['periodOfCareEnd', '2026-04-01', { reason: 'E4A' }];
const says = (step: string, answers: object, ...told: readonly Told[]) =>
  (stepNamed(step)?.decide(historyOf(born, ...told), answers as never, today) ?? []).map(({ field, message }) => `${field}: ${message}`);

test('nobody of 18 becomes looked after', () => {
  expect(says('periodOfCare', { startedOn: '2028-04-30' }).join()).not.toContain('18th birthday');
  expect(says('periodOfCare', { startedOn: '2028-05-01' })).toContain(
    'startedOn: The date the child became looked after is 1 May 2028, and the 18th birthday was 1 May 2028: somebody of 18 cannot become looked after. Correct the date of birth, or record what is provided to a care leaver',
  );
});

test('a placement or a status after care has ended is told to wait for the day on which the child was looked after again', () => {
  for (const [step, field] of [
    ['placement', 'startedOn'],
    ['legalStatus', 'changedOn'],
  ] as const) {
    const on = (day: string, ...told: readonly Told[]) => says(step, { [field]: day, type: 'U6', legalStatus: 'C1' }, began, ...told);
    expect(on('2026-04-02', ended)).toEqual([
      expect.stringMatching(
        new RegExp(`^${field}: .* is 2 Apr 2026, after the child ceased to be looked after on 1 Apr 2026: record first`),
      ),
    ]);
    expect([on('2026-04-01', ended), on('2026-04-02'), on('2026-05-05', ended, ['periodOfCare', '2026-05-04'])]).toEqual([[], [], []]);
  }
});

test('care ends once; and a period that is told late has an end of its own', () => {
  expect(says('periodOfCareEnd', { endedOn: '2026-05-04', reason: 'E8' }, began, ended)).toEqual([
    'endedOn: The date the child ceased to be looked after is 4 May 2026, and on 1 Apr 2026 it had ended already: correct that day, or record first that the child became looked after again',
  ]);
  expect(says('periodOfCareEnd', { endedOn: '2026-03-02', reason: 'E8' }, began, ended)).toHaveLength(1);
  const earlier: Told = ['periodOfCare', '2025-06-02', { legalStatus: 'V2' }];
  expect(says('periodOfCareEnd', { endedOn: '2025-07-01', reason: 'E8' }, earlier, began, ended)).toEqual([]);
  expect(says('periodOfCareEnd', { endedOn: '2026-05-29', reason: 'E8' }, began, ended, ['periodOfCare', '2026-05-04'])).toEqual([]);
});
