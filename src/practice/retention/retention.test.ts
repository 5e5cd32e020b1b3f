import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation, standingOf, stepNamed } from '../pathway.ts';
import { keptUntil, retentionOf, retentionRules } from './retention.ts';

const born = (on: string): Told => ['personDetails', on, { firstName: 'Amara', lastName: 'Okafor', bornOn: on }];
const died = (on: string, bornOn: string): Told => ['personDetails', on, { bornOn, diedOn: on }];
const care = (from: string, to: string, reason: string): readonly Told[] => [
  ['periodOfCare', from, { startedOn: from }],
  ['periodOfCareEnd', to, { endedOn: to, reason }],
];

test.each<[what: string, told: readonly Told[], until: string | undefined]>([
  ['looked after: the 75th birthday', [born('2000-05-14'), ...care('2012-01-09', '2016-03-01', 'E4A')], '2075-05-14'],
  ['born on 29 February', [born('2004-02-29'), ...care('2012-01-09', '2016-03-01', 'E4A')], '2079-03-01'],
  [
    'looked after and died at 17: 15 years from the death',
    [born('2000-05-14'), ...care('2012-01-09', '2018-05-13', 'E2'), died('2018-05-13', '2000-05-14')],
    '2033-05-13',
  ],
  [
    'died on the 18th birthday: as any adult',
    [born('2000-05-14'), ...care('2012-01-09', '2018-05-13', 'E7'), died('2018-05-14', '2000-05-14')],
    '2075-05-14',
  ],
  [
    'adopted in 2015: 100 years from the order, longer than the 75th birthday',
    [born('2013-05-14'), ...care('2013-06-01', '2015-03-02', 'E12')],
    '2115-03-02',
  ],
  ['adopted on 29 December 2005: 75 years', [born('2004-05-14'), ...care('2004-06-01', '2005-12-29', 'E11')], '2080-12-29'],
  ['adopted on 30 December 2005: 100 years', [born('2004-05-14'), ...care('2004-06-01', '2005-12-30', 'E11')], '2105-12-30'],
  [
    'on a plan: the 25th birthday, by a local schedule',
    [
      born('2010-05-14'),
      ['referral', '2014-01-06'],
      ['childProtectionPlan', '2014-02-03', { startedOn: '2014-02-03' }],
      ['childProtectionPlanEnd', '2015-02-03'],
      ['closure', '2015-03-03'],
    ],
    '2035-05-14',
  ],
  ['referred alone', [born('2010-05-14'), ['referral', '2014-01-06'], ['closure', '2014-01-07']], '2035-05-14'],
  ['still worked with: nothing ends', [born('2010-05-14'), ['referral', '2014-01-06']], undefined],
  ['still looked after: nothing ends', [born('2010-05-14'), ['periodOfCare', '2014-01-06', { startedOn: '2014-01-06' }]], undefined],
  [
    'no date of birth: nothing can be counted',
    [
      ['personDetails', '2014-01-06', { firstName: 'Amara' }],
      ['referral', '2014-01-06'],
      ['closure', '2014-01-07'],
    ],
    undefined,
  ],
  [
    'an adult whose details are dated by a birth long ago: 25 years after they were written down',
    [['adultDetails', '1960-01-06', { firstName: 'Saira', lastName: 'Khan' }, { recordedAt: '2026-03-03 10:00:00+00' }]],
    '2051-03-03',
  ],
  [
    'a plan of long ago that is first written down now: six years after that',
    [
      ['personDetails', '1990-05-14', { bornOn: '1990-05-14' }, { recordedAt: '2026-03-03 10:00:00+00' }],
      ['childProtectionPlanEnd', '2001-02-03', {}, { recordedAt: '2026-03-03 10:00:00+00' }],
    ],
    '2032-03-03',
  ],
  [
    'an adult of a family: 25 years after the last entry',
    [['adultDetails', '2014-01-06', { firstName: 'Saira', lastName: 'Khan' }]],
    '2039-01-06',
  ],
])('%s', (_what, told, until) => expect(standingOf(historyOf(...told)).keptUntil).toBe(until));

describe('one entry about four brothers and sisters', () => {
  it('ends four times: with each child’s own birthday', () => {
    const ends = ['2001-01-01', '2003-02-02', '2005-03-03', '2007-04-04'].map((on) =>
      keptUntil(historyOf(born(on), ['visit', '2012-02-03'])),
    );
    expect(ends).toEqual(['2026-01-01', '2028-02-02', '2030-03-03', '2032-04-04']);
  });
});

it('a hold stands until that hold is ended', () => {
  const [first, second]: readonly Told[] = [
    ['legalHold', '2026-03-03', { for: 'An inquiry' }],
    ['legalHold', '2026-04-01', { for: 'A claim' }],
  ];
  const ended: Told = ['legalHoldEnd', '2026-05-01', { hold: 'e2' }];
  expect(standingOf(historyOf(born('2000-05-14'), first as Told, second as Told)).heldSince).toBe('2026-03-03');
  expect(standingOf(historyOf(born('2000-05-14'), first as Told, second as Told, ended)).heldSince).toBe('2026-04-01');
  expect(standingOf(historyOf(born('2000-05-14'), first as Told, ended)).heldSince).toBeUndefined();
});

it('rules of one kind follow each other without a gap', () => {
  for (const [kind, rules] of Map.groupBy(retentionRules, (rule) => rule.kind)) {
    const froms = rules.map(({ inForce }) => inForce.from).toSorted();
    expect(new Set(froms).size, kind).toBe(froms.length);
    expect(
      rules.filter(({ inForce }) => inForce.to === undefined),
      kind,
    ).toHaveLength(1);
  }
});

it('whatever is added to a record never shortens how long it is kept, and it is never kept less long than any rule says', () => {
  const more = fc.constantFrom<Told>(
    ['strategyDiscussion', '2012-03-01'],
    ['visit', '2012-04-01'],
    ...care('2012-01-09', '2013-03-01', 'E4A'),
    ...care('2012-01-09', '2013-03-01', 'E12'),
  );
  fc.assert(
    fc.property(fc.array(more, { maxLength: 6 }), more, (some, one) => {
      const [before, after] = [historyOf(born('2005-05-14'), ...some), historyOf(born('2005-05-14'), ...some, one)];
      expect((keptUntil(after) ?? '') >= (keptUntil(before) ?? '')).toBe(true);
      for (const { until } of retentionOf(after)) expect((keptUntil(after) ?? '') >= (until ?? '')).toBe(true);
    }),
  );
});

it('an answer to a request is owed within a month, or three where they were told so', () => {
  const owed = (answers: object) =>
    derivation.clocks(historyOf(['rectificationRequest', '2026-03-03', { ...answers }])).map(({ rule, dueOn }) => [rule, dueOn]);
  expect(owed({})).toEqual([['rectificationAnswer', '2026-04-03']]);
  expect(owed({ extendedOn: date('2026-03-20') })).toEqual([['rectificationAnswer', '2026-06-03']]);
  expect(stepNamed('rectificationAnswer')?.may.record).not.toContain('socialWorker');
});
