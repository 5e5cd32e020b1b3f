import { describe, expect, it } from 'vitest';
import { date, type LocalDate } from '../calendar/dates.ts';
import { stateOf, type Clock } from './clock.ts';

const due = (dueOn: LocalDate, more: Partial<Clock> = {}): Clock => ({
  rule: 'laterReviewConference',
  version: 'Working Together 2023',
  startedBy: 'e1',
  startedOn: date('2026-01-05'),
  dueOn,
  notInSource: false,
  ...more,
});
const on = (today: string, dueOn: string, more: Partial<Clock> = {}) =>
  stateOf(due(date(dueOn), more), date(today), new Date(`${today}T12:00:00Z`));

describe('due soon is due within five working days', () => {
  it.each([
    ['in a week without a holiday', '2026-03-03', '2026-03-10', '2026-03-11'],
    ['over Easter: Good Friday and Easter Monday are none', '2026-03-27', '2026-04-07', '2026-04-08'],
    ['from within Easter', '2026-04-05', '2026-04-13', '2026-04-14'],
    ['over Christmas and the New Year', '2026-12-24', '2027-01-05', '2027-01-06'],
  ])('%s: the fifth is, the sixth is not', (_when, today, fifth, sixth) =>
    expect([on(today, fifth), on(today, sixth)]).toEqual(['dueSoon', 'inTime']),
  );
  it('from the day itself, and is late on the day after', () =>
    expect(['2026-03-03', '2026-03-02'].map((dueOn) => on('2026-03-03', dueOn))).toEqual(['dueSoon', 'late']));
  it('never of what the source could not say, nor of what was done', () =>
    expect([on('2026-03-03', '2026-03-05', { notInSource: true }), on('2026-03-03', '2026-03-05', { metOn: date('2026-03-03') })]).toEqual([
      'notInSource',
      'met',
    ]));
});
