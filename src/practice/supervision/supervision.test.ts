import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation } from '../pathway.ts';
import { staffSupervision } from './staff-supervision.ts';
import { supervisionQuality } from './supervision-quality.ts';
import { isFollowed, whatFollowed } from './what-followed.ts';

const agreed = (on: string, more: object = {}): Told => [
  'staffSupervisionAgreement',
  on,
  { startedOn: on, grade: 'socialWorker', ...more },
];
const held = (on: string, isHeld = true): Told => ['staffSupervision', on, { heldOn: on, held: isHeld }];
const due = (...told: readonly Told[]) =>
  derivation
    .clocks(historyOf(...told))
    .filter(({ rule, metOn, endedOn }) => rule === 'staffSupervision' && metOn === undefined && endedOn === undefined)
    .map(({ dueOn }) => dueOn);

describe('the next supervision is due', () => {
  test.each([
    ['four weeks after the agreement', [agreed('2026-01-05')], ['2026-02-02']],
    ['four weeks after the last', [agreed('2026-01-05'), held('2026-01-26')], ['2026-02-23']],
    ['still, where it was put off', [agreed('2026-01-05'), held('2026-01-26', false)], ['2026-02-02']],
    ['sooner, where that was agreed', [agreed('2026-01-05', { everyWeeks: 2 })], ['2026-01-19']],
    [
      'weekly in the first six weeks of the newly qualified',
      [agreed('2026-01-05', { grade: 'newlyQualified', startedInPostOn: '2026-01-05' })],
      ['2026-01-12'],
    ],
    [
      'every two weeks up to six months',
      [agreed('2026-02-16', { grade: 'newlyQualified', startedInPostOn: '2026-01-05' })],
      ['2026-03-02'],
    ],
    ['every four weeks from then on', [agreed('2026-07-06', { grade: 'newlyQualified', startedInPostOn: '2026-01-05' })], ['2026-08-03']],
    ['once, where the agreement is made anew', [agreed('2026-01-05'), agreed('2026-01-12', { grade: 'advanced' })], ['2026-02-02']],
    ['no more, once it has ended', [agreed('2026-01-05'), ['staffSupervisionEnd', '2026-01-20']], []],
    ['again after long leave', [agreed('2026-01-05'), ['staffSupervisionEnd', '2026-01-20'], agreed('2026-06-01')], ['2026-06-29']],
  ] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('%s', (_, told, days) =>
    expect(due(...told)).toEqual(days),
  );
});

describe('a case is discussed again', () => {
  const next = (...before: readonly Told[]) =>
    derivation.clocks(historyOf(...before, ['caseDiscussion', '2026-03-02', {}])).find(({ rule }) => rule === 'caseDiscussion')?.dueOn;
  it('within four weeks while the child is on a plan or looked after, otherwise within three months', () => {
    expect(next(['childProtectionPlan', '2026-02-02', { category: 'NEG' }])).toBe('2026-03-30');
    expect(next(['periodOfCare', '2026-02-02', { legalStatus: 'V2' }])).toBe('2026-03-30');
    expect(next(['referral', '2026-02-02'])).toBe('2026-06-02');
  });
});

describe('one save is two records', () => {
  const child = '33333333-3333-4333-8333-333333333333';
  const said = {
    heldOn: date('2026-04-14'),
    held: true,
    wellbeing: 'Sleeps badly',
    cases: [{ child, discussed: 'No bedroom seen', action: 'Visit', byWhen: date('2026-04-17') }],
  };
  const split = staffSupervision.elsewhere?.(said);
  it('what was said of the child is stated of the child, with what is to be done', () =>
    expect(split?.there).toEqual([
      {
        person: child,
        step: 'caseDiscussion',
        answers: { discussedOn: '2026-04-14', discussed: 'No bedroom seen', agreedActions: [{ what: 'Visit', byWhen: '2026-04-17' }] },
      },
    ]));
  it('and nothing of it stays in the staff file but whose case it was, nor goes anything of that to the child', () => {
    expect(split?.here).toEqual({ heldOn: '2026-04-14', held: true, wellbeing: 'Sleeps badly', children: [{ child }] });
    expect(JSON.stringify(split?.there)).not.toContain('Sleeps');
  });
  it('asks what was discussed of each child, and each child once', () => {
    const problems = (cases: readonly { readonly child: string; readonly discussed?: string }[]) =>
      staffSupervision.decide([], { ...said, cases }, date('2026-04-14')).map(({ message }) => message);
    expect(problems([{ child }])).toEqual([expect.stringContaining('what was discussed')]);
    expect(
      problems([
        { child, discussed: 'a' },
        { child, discussed: 'b' },
      ]),
    ).toEqual([expect.stringContaining('named twice')]);
  });
});

describe('whether supervision changes the record', () => {
  const today = date('2026-06-01');
  const discussed = (on: string): Told => [
    'caseDiscussion',
    on,
    { discussedOn: on, discussed: 'No bedroom seen', decided: 'Visit unannounced' },
  ];
  const agreed: Told = ['action', '2026-04-14', { agreedOn: '2026-04-14', agreedIn: 'e1', what: 'Visit', byWhen: '2026-04-17' }];
  const done = (on: string, how = 'done'): Told => ['actionProgress', on, { on, action: 'e2', how }];
  const followed = (...more: readonly Told[]) => whatFollowed(historyOf(discussed('2026-04-14'), agreed, ...more), today).at(-1);

  it.each([
    ['done in time', [done('2026-04-17')], 'done'],
    ['done late', [done('2026-04-18')], 'doneLate'],
    ['late', [], 'late'],
    ['begun, and late', [done('2026-04-16', 'begun')], 'late'],
    ['withdrawn', [done('2026-04-16', 'withdrawn')], 'withdrawn'],
  ] satisfies readonly (readonly [string, readonly Told[], string])[])('an action agreed in it is %s', (_, more, state) =>
    expect(followed(...more)?.actions).toEqual([{ entry: 'e2', what: 'Visit', state }]),
  );

  it('what was done for the child counts up to the next discussion and four weeks at most, talk does not', () => {
    const steps = (...more: readonly Told[]) => followed(...more)?.since.map(({ step }) => step);
    expect(steps(['visit', '2026-04-16'], ['caseNote', '2026-04-17'], ['strategyDiscussion', '2026-05-12'])).toEqual([
      'visit',
      'strategyDiscussion',
    ]);
    expect(steps(['visit', '2026-05-13'])).toEqual([]);
    expect(steps(discussed('2026-04-20'), ['visit', '2026-04-21'])).toEqual([]);
  });

  it('something followed where an action was done; without any, where something was done for the child', () => {
    const only = (...more: readonly Told[]) => whatFollowed(historyOf(discussed('2026-04-14'), ...more), today).map(isFollowed);
    expect(followed(['visit', '2026-04-16'])).toSatisfy((one) => !isFollowed(one as never));
    expect(only(['visit', '2026-04-16'])).toEqual([true]);
    expect(only(['caseNote', '2026-04-16'])).toEqual([false]);
  });

  it('is judged of a supervision of this file that took place', () => {
    const on = { on: date('2026-05-20'), changed: 'changed' as const };
    const problems = (entry: string, isHeld: boolean) =>
      supervisionQuality.decide(historyOf(held('2026-04-14', isHeld)), { ...on, supervision: entry }, today).map(({ field }) => field);
    expect(problems('e1', true)).toEqual([]);
    expect(problems('e1', false)).toEqual(['supervision']);
    expect(problems('e9', true)).toEqual(['supervision']);
  });
});
