import { describe, expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import type { Fields } from '../../kernel/field/field.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { attendanceOf, derivation, emptySeats, riskRegister, agendaOf, quarterMissing, trendsOf } from '../pathway.ts';
import { agencyAssessmentChallenge } from './agency-assessment.ts';
import { agencyData } from './agency-data.ts';
import { bodyConstitution } from './body-constitution.ts';
import { bodyMeeting } from './body-meeting.ts';
import { safeguardingBoardSteps } from './steps.ts';

const clocks = (rule: string, ...told: readonly Told[]) => derivation.clocks(historyOf(...told)).filter((one) => one.rule === rule);
const partners: Told = [
  'bodyConstitution',
  '2024-12-02',
  { from: '2024-12-02', configuration: 'safeguardingPartners', meetsEveryMonths: 'two' },
];
const meeting = (on: string, came: Readonly<Record<string, string>> = {}): Told => [
  'bodyMeeting',
  on,
  { heldOn: on, attendance: Object.entries(came).map(([agency, how]) => ({ agency, came: how })) },
];

describe('a limit of a body', () => {
  test('for its next meeting is as its constitution says, and another constitution begins no second count', () => {
    const all = clocks('bodyMeeting', partners, ['bodyConstitution', '2025-01-06', { meetsEveryMonths: 'six' }], meeting('2025-01-20'));
    expect(all.map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2025-02-02', '2025-01-20'],
      ['2025-07-20', undefined],
    ]);
  });
  test('for an answer to a challenge is met by the answer to it, and by no other', () => {
    const challenge: Told = ['bodyChallenge', '2026-03-02', {}];
    const answered = (to: string) => clocks('bodyChallenge', challenge, ['bodyChallengeAnswer', '2026-03-20', { challenge: to }]);
    expect(answered('e1')).toMatchObject([{ dueOn: '2026-03-30', metOn: '2026-03-20' }]);
    expect(answered('e9')[0]?.metOn).toBeUndefined();
  });
  test('for the yearly report is September of each year, of the partners alone', () => {
    const report: Told = ['bodyReport', '2025-09-22', { yearEnded: '2025-03-31' }];
    expect(clocks('bodyReport', partners, report).map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2025-09-30', '2025-09-22'],
      ['2026-09-30', undefined],
    ]);
    expect(clocks('bodyReport', ['bodyConstitution', '2025-01-06', { configuration: 'panel' }])).toEqual([]);
  });
  test('ends with the body', () => {
    expect(clocks('bodyMeeting', partners, ['bodyClosed', '2025-01-10', {}])).toMatchObject([{ endedOn: '2025-01-10' }]);
  });
});

describe('the two configurations', () => {
  const seated = (agency: string, seat: string): Told => ['bodyMember', '2024-12-02', { from: '2024-12-02', agency, seat, name: 'N' }];
  test('ask for the seats of their time: three partners who lead and delegate, a chair, scrutiny by somebody independent, education', () => {
    const empty = (...told: readonly Told[]) =>
      emptySeats(historyOf(partners, ...told), 'safeguardingPartners', date('2025-01-06')).map(({ said }) => said);
    expect(empty()).toHaveLength(9);
    expect(empty(seated('police', 'lead'), seated('police', 'scrutineer'))).toEqual(
      expect.arrayContaining([expect.stringContaining('so not independent')]),
    );
    expect(empty(seated('police', 'lead'))).not.toContain('Lead safeguarding partner: Police');
  });
  test('of 2009 are asked for by the board of 2009, which is of no later time', () => {
    const asked = emptySeats(historyOf(), 'localSafeguardingChildrenBoard', date('2009-03-02')).map(({ said }) => said);
    expect(asked).toEqual(expect.arrayContaining(['Chair', 'Member: Primary care trust (until March 2013)']));
    const decided = (from: string) =>
      bodyConstitution.decide([], { from: date(from), configuration: 'localSafeguardingChildrenBoard' }, date('2026-01-05'));
    expect(decided('2009-01-05')).toEqual([]);
    expect(decided('2020-01-06')).toMatchObject([{ field: 'from', message: expect.stringContaining('outside the time') }]);
  });
  test('a seat that has ended is empty from the day after', () => {
    const told = historyOf(seated('police', 'chair'), ['bodyMemberEnd', '2025-03-31', { seat: 'e1', on: '2025-03-31' }]);
    const isEmpty = (on: string) => emptySeats(told, 'panel', date(on)).length > 0;
    expect([isEmpty('2025-03-31'), isEmpty('2025-04-01')]).toEqual([false, true]);
  });
});

test('attendance is told of twelve months, agency by agency: whoever of it came, those that came least first', () => {
  const told = historyOf(meeting('2025-01-06', { probation: 'absent' }), meeting('2026-01-05', { police: 'came', probation: 'absent' }), [
    'bodyMeeting',
    '2026-03-02',
    {
      attendance: [
        { agency: 'police', came: 'apologies' },
        { agency: 'police', came: 'deputy' },
      ],
    },
  ]);
  expect(attendanceOf(told, date('2026-04-01'))).toMatchObject({
    meetings: 2,
    agencies: [
      { agency: 'probation', invited: 1, absent: 1 },
      { agency: 'police', invited: 2, came: 1, deputy: 1, apologies: 0 },
    ],
  });
  const unsaid = bodyMeeting.decide([], { heldOn: date('2026-03-02'), attendance: [{ agency: 'police' }] }, date('2026-04-01'));
  expect(unsaid).toMatchObject([{ message: 'Say whether Police came, or take the line away' }]);
});

test('the agenda is made of what is open: actions, challenges, issues, papers since the last meeting, risks whose day has come', () => {
  const told = historyOf(
    ['bodyPaper', '2026-01-02', { title: 'Old paper' }],
    ['action', '2026-01-05', { what: 'Done thing', byWhen: '2026-02-02' }],
    meeting('2026-01-05'),
    ['action', '2026-01-05', { what: 'Open thing', byWhen: '2026-02-02' }],
    ['actionProgress', '2026-02-02', { action: 'e2', how: 'done' }],
    ['bodyChallenge', '2026-02-02', { whom: 'police', about: 'Unanswered' }],
    ['bodyChallenge', '2026-02-02', { whom: 'police', about: 'Answered' }],
    ['bodyChallengeAnswer', '2026-02-09', { challenge: 'e7' }],
    ['bodyPaper', '2026-02-20', { title: 'New paper' }],
    ['bodyRisk', '2026-01-05', { risk: 'Due', reviewOn: '2026-03-02' }],
    ['bodyRisk', '2026-01-05', { risk: 'Not due', reviewOn: '2026-09-02' }],
    ['localIssue', '2026-02-02', { issue: 'No school place' }],
    [
      'bodyForwardPlan',
      '2026-01-05',
      {
        plan: [
          { on: '2026-03-10', item: 'Figures' },
          { on: '2026-12-10', item: 'Far away' },
        ],
      },
    ],
  );
  const items = agendaOf(told, date('2026-03-01')).map(({ item }) => item);
  for (const wanted of [
    'Action (late since 2 Feb 2026): Open thing',
    'Unanswered',
    'New paper',
    'again: Due',
    'No school place',
    'Planned: Figures',
  ])
    expect(items.join('\n')).toContain(wanted);
  for (const gone of ['Done thing', 'Answered\n', 'Old paper', 'Not due', 'Far away'])
    expect(`${items.join('\n')}\n`).not.toContain(`: ${gone}`);
});

test('a risk that is judged again is one line: as judged last, beside as judged first, the greatest before the others', () => {
  const risk = (answers: object): Told => ['bodyRisk', '2026-01-05', { state: 'open', ...answers }];
  const register = riskRegister(
    historyOf(
      risk({ risk: 'A', likelihood: 'high', impact: 'high' }),
      risk({ risk: 'B', likelihood: 'medium', impact: 'medium' }),
      risk({ risk: 'A', before: 'e1', likelihood: 'low', impact: 'high' }),
      risk({ risk: 'C', likelihood: 'high', impact: 'high', state: 'closed' }),
    ),
  );
  expect(register.map(({ answers, score, scoreAtFirst }) => [answers.risk, score, scoreAtFirst])).toEqual([
    ['B', 4, 4],
    ['A', 3, 9],
    ['C', 9, 9],
  ]);
});

describe('what an agency counts', () => {
  const told = (quarterEnded: string, n: number): Told => [
    'agencyData',
    quarterEnded,
    { quarterEnded, agency: 'police', figures: [{ measure: 'conferencesAttended', n, among: 40 }] },
  ];
  test('is a trend, in which what was told again takes the place of what was told before', () => {
    expect(trendsOf(historyOf(told('2026-03-31', 10), told('2025-12-31', 9), told('2026-03-31', 12)))).toEqual([
      {
        agency: 'police',
        measure: 'conferencesAttended',
        points: [
          { on: '2025-12-31', value: 9, of: 40 },
          { on: '2026-03-31', value: 12, of: 40 },
        ],
      },
    ]);
    expect(quarterMissing(historyOf(told('2026-03-31', 1)), ['police', 'schools'], date('2026-04-20'))).toEqual({
      quarter: '2026-03-31',
      missing: ['schools'],
    });
  });
  test('is refused without its denominator, beyond it, and of no quarter', () => {
    const decided = (quarterEnded: string, figure: object) =>
      agencyData
        .decide([], { quarterEnded: date(quarterEnded), agency: 'police', figures: [figure] } as never, date('2026-05-01'))
        .map(({ field }) => field);
    expect(decided('2026-03-31', { measure: 'conferencesAttended', n: 3 })).toEqual(['figures']);
    expect(decided('2026-03-31', { measure: 'conferencesAttended', n: 3, among: 2 })).toEqual(['figures']);
    expect(decided('2026-03-30', { measure: 'missing', n: 3 })).toEqual(['quarterEnded']);
    expect(decided('2026-03-31', { measure: 'missing', n: 3 })).toEqual([]);
  });
});

test('an agency challenges the assessment of another, and not its own', () => {
  const assessed = historyOf(
    ['agencyAssessment', '2026-01-19', { agency: 'police' }],
    ['agencyAssessment', '2026-01-26', { agency: 'schools' }],
  );
  const decided = (assessment: string) => {
    const answers = { on: date('2026-02-09'), assessment, by: 'police', why: 'Asked, and nobody knew' } as const;
    return agencyAssessmentChallenge.decide(assessed, answers, date('2026-02-10'));
  };
  expect(decided('e1')).toEqual([{ field: 'by', message: 'An agency does not challenge its own assessment: a peer does' }]);
  expect(decided('e2')).toEqual([]);
});

test('no question of a body is answered with a child', () => {
  const linksIn = (fields: Fields): readonly string[] =>
    Object.values(fields).flatMap(({ control }) =>
      control.kind === 'link' ? [control.to] : control.kind === 'rows' ? linksIn(control.columns) : [],
    );
  expect(new Set(safeguardingBoardSteps.flatMap(({ fields, each }) => [...linksIn(fields), ...linksIn(each)]))).toEqual(
    new Set(['entry', 'member']),
  );
});
