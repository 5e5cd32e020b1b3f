import { describe, expect, test } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { whatStands, type Line } from '../kernel/step/history.ts';
import { knownBy } from '../kernel/derivation/known-by.ts';
import { chain, type Told } from '../practice/history.fixture.ts';
import { checkChild, checkingOn } from './cin-census/build/check-child.ts';
import { keptFindings, type ReturnRules } from './kept-findings.ts';
import { whichYear } from './rule/period.ts';

const today = date('2026-11-28');
const rulesOf = (day: string): ReturnRules => {
  const which = whichYear(date(day));
  const on = checkingOn(which);
  return { from: which.period.from, findOn: (asked) => (history) => checkChild(history, on(asked)) };
};
const sinceOf = (code: string, lines: readonly Line[], day = today): string | undefined => {
  const record = { history: whatStands(lines), on: (asked: typeof today) => whatStands(knownBy(lines, asked)) };
  return keptFindings(record, [rulesOf(day)], { before: [], today: day }).find((one) => one.code === code)?.since;
};

/** Recorded on a day, at noon. */
const at = (day: string) => ({ recordedAt: `${day}T12:00:00Z` });
const details: Told = [
  'personDetails',
  '2015-05-14',
  { laChildId: '7', bornOn: '2015-05-14', sex: 'F', ethnicity: 'WBRI', upnUnknown: 'UN2', disabilities: ['NONE'] },
  at('2026-05-04'),
];
const referral = (recorded: string, more: Partial<Line> = {}): Told => [
  'referral',
  '2026-06-02',
  { referredOn: '2026-06-02', source: '2A' },
  { ...at(recorded), ...more },
];

describe('since when a finding stands', () => {
  test('from the day on which what is wrong was recorded, however late that was', () => {
    expect(sinceOf('8610', chain(details, referral('2026-06-02')))).toBe('2026-06-02');
    expect(sinceOf('8610', chain(details, referral('2026-09-14')))).toBe('2026-09-14');
  });
  test('of what was imported from the day on which it happened, and never before the year of the return', () => {
    expect(sinceOf('8610', chain(details, referral('2026-11-20', { source: 'cin:run:1:2026-03-31' })))).toBe('2026-06-02');
    const known: Told = [details[0], details[1], details[2] ?? {}, at('2024-06-01')];
    const earlier: Told = ['referral', '2024-06-02', { referredOn: '2024-06-02', source: '2A' }, { ...at('2024-06-02') }];
    expect(sinceOf('8610', chain(known, earlier))).toBe('2026-04-01');
  });
  test('from the correction that made it wrong', () => {
    const told = chain(
      details,
      ['referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A', primaryNeed: 'N1' }, at('2026-06-02')],
      ['referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' }, { ...at('2026-10-05'), corrects: 2 }],
    );
    expect(sinceOf('8610', told)).toBe('2026-10-05');
  });
  test('of what waits too long from the day on which it did, on which nobody recorded anything', () => {
    const assessment: Told = ['childAndFamilyAssessment', '2026-06-03', { startedOn: '2026-06-03' }, at('2026-06-03')];
    const told = chain(details, referral('2026-06-02'), assessment);
    const since = sinceOf('8670Q', told);
    expect(since).toBe('2026-08-05');
    expect(sinceOf('8670Q', told, date('2026-08-04'))).toBeUndefined();
    expect(sinceOf('8670Q', told, date('2026-08-05'))).toBe('2026-08-05');
  });
  test('what was found before keeps its day', () => {
    const lines = chain(details, referral('2026-06-02'));
    const record = { history: whatStands(lines), on: () => whatStands(lines) };
    const [one] = keptFindings(record, [rulesOf(today)], { before: [], today }).filter(({ code }) => code === '8610');
    if (one === undefined) throw new Error('it is not found');
    const before = [{ ...one, since: '2026-07-01' }];
    expect(keptFindings(record, [rulesOf(today)], { before, today }).find(({ code }) => code === '8610')?.since).toBe('2026-07-01');
  });
});
