import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, date, type LocalDate } from '../kernel/calendar/dates.ts';
import { stateOf, type Clock } from '../kernel/step/clock.ts';
import { whatStands, type Line } from '../kernel/step/history.ts';
import { derivation, standingOf, stepNamed, steps } from './pathway.ts';

type Told = readonly [step: string, on: string, answers?: Readonly<Record<string, unknown>>, more?: Partial<Line>];

/** A child's record, told as a list; entries are e1, e2, … in the order told. */
const chain = (...told: readonly Told[]): Line[] =>
  told.map(([step, on, answers = {}, more = {}], index) => ({
    entry: `e${index + 1}`,
    step,
    position: index + 1,
    happenedOn: date(on),
    recordedAt: '',
    recordedBy: '',
    tombstone: false,
    answers,
    ...more,
  }));
const clocks = (...told: readonly Told[]): readonly Clock[] => derivation.clocks(whatStands(chain(...told)));
const only = (rule: string, ...told: readonly Told[]): readonly Clock[] => clocks(...told).filter((clock) => clock.rule === rule);
const stateOn = (clock: Clock | undefined, on: string) =>
  clock && stateOf(clock, date(on), addDays(date(on), 7), new Date(`${on}T12:00:00Z`));

const child: Told = ['personDetails', '2019-05-14', { laChildId: '1', bornOn: '2019-05-14' }];
const seen = { seen: true };
const notSeen = { seen: false };

describe('assessment', () => {
  it('is due 45 working days after the referral, Easter and May left out', () =>
    expect(only('assessment', ['referral', '2026-03-02'])).toMatchObject([{ dueOn: '2026-05-07', version: 'Working Together 2013' }]));
  it('is not asked of a referral with no further action', () =>
    expect(only('assessment', ['referral', '2026-03-02', { noFurtherAction: true }])).toEqual([]));
  it('is met by its authorisation, not its start', () => {
    expect(only('assessment', ['referral', '2026-03-02'], ['childAndFamilyAssessment', '2026-03-03'])[0]?.metBy).toBeUndefined();
    expect(
      only('assessment', ['referral', '2026-03-02'], ['childAndFamilyAssessment', '2026-03-03'], ['assessmentAuthorisation', '2026-04-20']),
    ).toMatchObject([{ startedBy: 'e1', metBy: 'e3' }]);
  });
  it('on an open case a second one runs from its own start, and only its own authorisation meets it', () =>
    expect(
      only(
        'assessment',
        ['referral', '2026-03-02'],
        ['childAndFamilyAssessment', '2026-03-03'],
        ['childAndFamilyAssessment', '2026-04-13'],
        ['assessmentAuthorisation', '2026-04-20', { assessment: 'e2' }],
        ['assessmentAuthorisation', '2026-06-01', { assessment: 'e3' }],
      ),
    ).toMatchObject([
      { startedBy: 'e1', metBy: 'e4' },
      { startedBy: 'e3', startedOn: '2026-04-13', metBy: 'e5' },
    ]));
  it('ends, unmet, when the case closes', () =>
    expect(only('assessment', ['referral', '2026-03-02'], ['closure', '2026-03-20'])).toMatchObject([
      { endedOn: '2026-03-20', endedBecause: 'case closed' },
    ]));
});

describe('front door', () => {
  it('asks a decision on a referral in one working day', () =>
    expect(only('referralDecision', ['referral', '2026-04-02'], ['referralDecision', '2026-04-08'])).toMatchObject([
      { dueOn: '2026-04-07', metOn: '2026-04-08', metBy: 'e2' },
    ]));
  it('asks no decision of a referral on a case that closed first', () =>
    expect(only('referralDecision', ['referral', '2026-04-02'], ['closure', '2026-04-02'])).toMatchObject([
      { endedBecause: 'case closed' },
    ]));
});

describe('child in need', () => {
  const plan: Told = ['childInNeedPlan', '2026-01-30'];
  it('is reviewed three months after the plan started, then every six', () => {
    const told = [plan, ['childInNeedReview', '2026-04-20', { held: true }]] as const;
    expect(only('firstChildInNeedReview', ...told)).toMatchObject([{ dueOn: '2026-04-30', metBy: 'e2' }]);
    expect(only('laterChildInNeedReview', ...told)).toMatchObject([{ startedBy: 'e2', dueOn: '2026-10-20' }]);
  });
  it('a review that was put off meets nothing and starts nothing', () => {
    const told = [plan, ['childInNeedReview', '2026-04-20', { held: false }]] as const;
    expect(only('firstChildInNeedReview', ...told)[0]?.metBy).toBeUndefined();
    expect(only('laterChildInNeedReview', ...told)).toEqual([]);
  });
});

describe('the rules of 2009', () => {
  const initial: Told = ['childAndFamilyAssessment', '2009-03-03', { kind: 'initial' }];
  it('asks an initial assessment in seven working days; from 17 March 2010 in ten; not from 15 April 2013', () => {
    const asked = (on: string) => clocks(['referral', on]).filter(({ rule }) => rule !== 'referralDecision');
    expect(asked('2009-03-02')).toMatchObject([{ rule: 'initialAssessment', dueOn: '2009-03-11' }]);
    expect(asked('2010-03-16')).toMatchObject([{ dueOn: '2010-03-25' }]);
    expect(asked('2010-03-17')).toMatchObject([{ dueOn: '2010-03-31' }]);
    expect(asked('2013-04-14')).toMatchObject([{ rule: 'initialAssessment' }]);
    expect(asked('2013-04-15')).toMatchObject([{ rule: 'assessment' }]);
  });
  it('asks a core assessment 35 working days after the initial one ended, where one was begun', () => {
    const done: Told = ['assessmentAuthorisation', '2009-03-11', { assessment: 'e2' }];
    expect(only('coreAssessment', ['referral', '2009-03-02'], initial, done)).toEqual([]);
    expect(
      only(
        'coreAssessment',
        ['referral', '2009-03-02'],
        initial,
        done,
        ['childAndFamilyAssessment', '2009-03-12', { kind: 'core' }],
        ['assessmentAuthorisation', '2009-05-20', { assessment: 'e4' }],
      ),
    ).toMatchObject([{ startedBy: 'e3', dueOn: '2009-05-01', metBy: 'e5' }]);
  });
  it('counts the conference from the last discussion; from 17 March 2010 from the one that started enquiries', () => {
    const two = (first: string, second: string) =>
      only(
        'initialConference',
        ['strategyDiscussion', first, { enquiriesInitiated: true }],
        ['strategyDiscussion', second, { enquiriesInitiated: false }],
      );
    expect(two('2009-06-01', '2009-06-08')).toMatchObject([{ startedBy: 'e2', dueOn: '2009-06-29', version: 'Working Together 2006' }]);
    expect(two('2026-06-01', '2026-06-08')).toMatchObject([{ startedBy: 'e1', dueOn: '2026-06-22', version: 'Working Together 2010' }]);
  });
});

describe('initial conference', () => {
  const discussion: Told = ['strategyDiscussion', '2026-03-04', { enquiriesInitiated: true }];
  it('is due 15 working days after the discussion; the enquiry that follows starts no second limit', () =>
    expect(only('initialConference', discussion, ['section47Enquiry', '2026-03-04'])).toMatchObject([
      { startedBy: 'e1', dueOn: '2026-03-25' },
    ]));
  it('runs from the enquiry where a file carries no discussion', () =>
    expect(only('initialConference', ['section47Enquiry', '2026-03-04', {}, { source: 'cin:1:1' }])).toMatchObject([
      { startedBy: 'e1', dueOn: '2026-03-25', notInSource: false },
    ]));
  it('is not asked when no conference is needed', () => {
    expect(only('initialConference', ['section47Enquiry', '2026-03-04', { conferenceNotRequired: true }])).toEqual([]);
    expect(only('initialConference', discussion, ['section47Enquiry', '2026-03-04', { conferenceNotRequired: true }])).toEqual([]);
  });
  it('held late is met late', () =>
    expect(stateOn(only('initialConference', discussion, ['initialConference', '2026-03-26'])[0], '2026-04-01')).toBe('metLate'));
});

describe('core groups and reviews', () => {
  const conference: Told = ['initialConference', '2026-11-30', { outcome: 'planMade' }];
  const plan: Told = ['childProtectionPlan', '2026-11-30'];
  it('first core group: ten working days after the conference; then every six weeks', () => {
    expect(only('firstCoreGroup', conference, plan)).toMatchObject([{ startedBy: 'e2', dueOn: '2026-12-14' }]);
    expect(only('laterCoreGroup', conference, plan, ['coreGroupMeeting', '2026-12-10'])).toMatchObject([{ dueOn: '2027-01-21' }]);
  });
  it('first review: three months, on the last day of a shorter month', () =>
    expect(only('firstReviewConference', conference, plan)).toMatchObject([{ dueOn: '2027-02-28' }]));
  it('runs from the conference itself until the plan is on record', () =>
    expect(only('firstReviewConference', conference)).toMatchObject([{ startedBy: 'e1' }]));
  it('later reviews: six months after the last one held', () => {
    expect(only('laterReviewConference', conference, plan, ['reviewConference', '2027-08-31', { held: true }])).toMatchObject([
      { dueOn: '2028-02-29' },
    ]);
    expect(only('firstReviewConference', conference, plan, ['reviewConference', '2027-02-20', { held: false }])[0]?.metBy).toBeUndefined();
  });
  it('end with the plan', () =>
    expect(only('firstReviewConference', conference, plan, ['childProtectionPlanEnd', '2026-12-20'])).toMatchObject([
      { endedOn: '2026-12-20', endedBecause: 'child protection plan ended' },
    ]));
  it('the end of an earlier plan on the day a new one starts does not end the new one', () =>
    expect(
      only(
        'childProtectionVisit',
        ['childProtectionPlan', '2026-01-05'],
        ['childProtectionPlanEnd', '2026-06-01', { plan: 'e1' }],
        ['childProtectionPlan', '2026-06-01'],
      )[1]?.endedOn,
    ).toBeUndefined());
});

describe('child protection visits', () => {
  const plan: Told = ['childProtectionPlan', '2026-03-24'];
  it('are due ten working days after the plan started', () =>
    expect(only('childProtectionVisit', child, plan)).toMatchObject([{ dueOn: '2026-04-09' }]));
  it('restart when the child was seen, not when the child was not', () => {
    expect(only('childProtectionVisit', plan, ['visit', '2026-03-30', notSeen])).toHaveLength(1);
    expect(stateOn(only('childProtectionVisit', plan, ['visit', '2026-03-30', notSeen])[0], '2026-04-10')).toBe('late');
    expect(only('childProtectionVisit', plan, ['visit', '2026-03-30', seen])).toMatchObject([
      { metBy: 'e2' },
      { startedBy: 'e2', dueOn: '2026-04-15' },
    ]);
  });
  it('start nothing for a child on no plan', () => expect(only('childProtectionVisit', ['visit', '2026-03-30', seen])).toEqual([]));
  it('end at the 18th birthday', () =>
    expect(only('childProtectionVisit', ['personDetails', '2008-04-01', { bornOn: '2008-04-01' }], plan)).toMatchObject([
      { endedOn: '2026-04-01', endedBecause: '18th birthday' },
    ]));
  it('end at death', () =>
    expect(
      only('childProtectionVisit', ['personDetails', '2019-05-14', { bornOn: '2019-05-14', diedOn: '2026-03-28' }], plan),
    ).toMatchObject([{ endedOn: '2026-03-28', endedBecause: 'death' }]));
  it('move when the start of the plan is corrected', () =>
    expect(only('childProtectionVisit', plan, ['childProtectionPlan', '2026-03-17', {}, { corrects: 1 }])).toMatchObject([
      { startedBy: 'e1', dueOn: '2026-03-31' },
    ]));
  it('are not in the source when the plan came from a census, until a visit is recorded here', () => {
    const imported: Told = ['childProtectionPlan', '2026-03-24', {}, { source: 'cin:run:9' }];
    expect(stateOn(only('childProtectionVisit', imported)[0], '2026-09-01')).toBe('notInSource');
    const [older, newer] = only('childProtectionVisit', imported, ['visit', '2026-08-01', seen]);
    expect(older).toMatchObject({ notInSource: true, metOn: '2026-08-01' });
    expect(stateOn(older, '2026-09-01')).toBe('met'); // whether it was met in time before the record began, nobody knows
    expect(newer).toMatchObject({ notInSource: false, dueOn: '2026-08-14' });
    expect(only('childProtectionVisit', imported, ['visit', '2026-04-01', seen])[0]).toMatchObject({ notInSource: false });
    expect(standingOf(whatStands(chain(imported))).visitsNotInSource).toBe(true);
  });
  it('a reason explains lateness and never removes it', () => {
    const [clock] = only('childProtectionVisit', plan, [
      'lateReason',
      '2026-04-10',
      { rule: 'childProtectionVisit', startedBy: 'e1', reason: 'Abroad' },
    ]);
    expect(clock).toMatchObject({ lateReason: 'e2', dueOn: '2026-04-09' });
    expect(stateOn(clock, '2026-04-11')).toBe('late');
  });
});

describe('whatever the history', () => {
  const dated = steps.map((step) => step.name).filter((name) => name !== 'personDetails');
  const answers = fc.record({
    seen: fc.boolean(),
    held: fc.boolean(),
    enquiriesInitiated: fc.boolean(),
    conferenceNotRequired: fc.boolean(),
    noFurtherAction: fc.boolean(),
    outcome: fc.constantFrom('planMade', 'noPlan'),
  });
  const told = fc.tuple(
    fc.constantFrom(...dated),
    fc.integer({ min: 0, max: 6000 }).map((days) => addDays(date('2005-01-01'), days) as string),
    answers,
  );
  const many = fc.uniqueArray(told, { maxLength: 15, selector: ([, on]) => on });

  it('no limit is due before it starts, and none is met or ended before it starts', () =>
    fc.assert(
      fc.property(many, (history) => {
        for (const clock of clocks(...history)) {
          expect(clock.dueOn >= clock.startedOn).toBe(true);
          expect((clock.metOn ?? clock.startedOn) >= clock.startedOn && (clock.endedOn ?? clock.startedOn) >= clock.startedOn).toBe(true);
        }
      }),
    ));
  it('the order in which entries of different days were written down does not matter', () =>
    fc.assert(
      fc.property(many, fc.infiniteStream(fc.nat()), (history, random) => {
        const lines = chain(...history);
        const keys = new Map(lines.map((line) => [line, random.next().value as number]));
        const shuffled = [...lines]
          .sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
          .map((line, index) => ({ ...line, position: index + 1 }));
        const sorted = (all: readonly Clock[]) =>
          [...all].sort((a, b) => (`${a.rule} ${a.startedBy}` < `${b.rule} ${b.startedBy}` ? -1 : 1));
        expect(sorted(derivation.clocks(whatStands(shuffled)))).toEqual(sorted(derivation.clocks(whatStands(lines))));
        expect(derivation.standing(whatStands(shuffled))).toEqual(derivation.standing(whatStands(lines)));
      }),
    ));
  it('each limit has one clock for one start', () =>
    fc.assert(
      fc.property(many, (history) => {
        const keys = clocks(...history).map((clock) => `${clock.rule} ${clock.startedBy}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    ));
});

describe('refusals, in plain English', () => {
  const today = date('2026-07-01') as LocalDate;
  const decide = (step: string, answers: Record<string, unknown>, ...told: readonly Told[]) =>
    stepNamed(step)?.decide(whatStands(chain(...told)), answers as never, today);
  it('a visit ahead of today', () =>
    expect(decide('visit', { visitedOn: '2026-07-02', seen: true })).toEqual([
      { field: 'visitedOn', message: 'The date of the visit is 2 Jul 2026: it must be today or in the past' },
    ]));
  it('a child seen before birth', () =>
    expect(decide('visit', { visitedOn: '2019-05-01', seen: true }, child)).toEqual([
      { field: 'visitedOn', message: 'The date of the visit is 1 May 2019, before the child was born on 14 May 2019' },
    ]));
  it('a plan long before birth, but not one for an unborn child', () => {
    expect(decide('childProtectionPlan', { startedOn: '2017-05-01' }, child)).toHaveLength(1);
    expect(decide('childProtectionPlan', { startedOn: '2019-03-01' }, child)).toEqual([]);
  });
  it('an end before any beginning; but nothing for what is merely missing', () => {
    expect(decide('childProtectionPlanEnd', { endedOn: '2026-01-01' }, ['childProtectionPlan', '2026-02-01'])).toHaveLength(1);
    expect(decide('childProtectionPlanEnd', { endedOn: '2026-01-01' })).toEqual([]);
  });
});
