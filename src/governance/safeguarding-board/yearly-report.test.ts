import { expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf } from '../../practice/history.fixture.ts';
import { yearlyReport } from './yearly-report.ts';

const history = historyOf(
  ['bodyConstitution', '2024-12-02', { from: '2024-12-02', configuration: 'safeguardingPartners' }],
  ['bodyPriority', '2025-04-14', { priority: 'Babies are seen', measure: 'Each week' }],
  [
    'bodyMeeting',
    '2025-06-02',
    {
      attendance: [
        { agency: 'police', came: 'came' },
        { agency: 'probation', came: 'absent' },
      ],
    },
  ],
  ['bodyMeeting', '2026-05-04', { attendance: [{ agency: 'probation', came: 'came' }] }],
  ['bodyChallenge', '2025-07-07', { by: 'police', whom: 'schools', about: 'Late reports' }],
  ['bodyChallengeAnswer', '2026-04-20', { challenge: 'e5', answer: 'Too late for this year' }],
  [
    'agencyData',
    '2026-03-31',
    {
      quarterEnded: '2026-03-31',
      agency: 'police',
      figures: [
        { measure: 'detainedOvernight', n: 3 },
        { measure: 'missing', n: 63 },
      ],
    },
  ],
);
const panel = historyOf(['localIssue', '2025-09-01', { issue: 'No school place' }]);
const told = JSON.stringify(
  yearlyReport({
    body: { title: 'Partners', history, clocks: [] },
    below: [{ title: 'North', history: panel }],
    until: date('2026-03-31'),
  }),
);

test('what speaks against the body stands first, as it stood at the end of the year', () => {
  const [first, against] = yearlyReport({ body: { title: 'Partners', history, clocks: [] }, below: [], until: date('2026-03-31') });
  expect(first).toMatchObject({ text: 'What speaks against us' });
  expect(against).toMatchObject({
    items: [
      'Probation came, or sent somebody, to 0 of 1 meeting.',
      'By the end of the year Schools and colleges had not answered: Late reports',
      'Nobody said in the year what the measure says of: Babies are seen',
    ],
  });
});

test('nothing of after the year is in it, and what panels raised is', () => {
  expect(told).not.toContain('Too late for this year');
  expect(told).toContain('No school place');
});

test('a number by which a child could be known is not published', () => {
  expect(told).toContain('"Children reported missing","Police","not told","63"');
  expect(told).toContain('"Children held in a police cell overnight","Police","not told","not shown: fewer than 5');
});
