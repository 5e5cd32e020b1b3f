import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, date, type LocalDate } from '../kernel/calendar/dates.ts';
import { stateOf, type Clock } from '../kernel/step/clock.ts';
import { whatStands, type Line } from '../kernel/step/history.ts';
import { chain, type Told } from './history.fixture.ts';
import { reasonsCareCeased } from '../vocabulary/ssda903.ts';
import { leavingCareStatusOn } from './leaving-care/leaving-care.ts';
import { derivation, standingOf, stepNamed, steps } from './pathway.ts';

const clocks = (...told: readonly Told[]): readonly Clock[] => derivation.clocks(whatStands(chain(...told)));
const only = (rule: string, ...told: readonly Told[]): readonly Clock[] => clocks(...told).filter((clock) => clock.rule === rule);
const stateOn = (clock: Clock | undefined, on: string) => clock && stateOf(clock, date(on), new Date(`${on}T12:00:00Z`));

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

describe('a referral that leads to no assessment', () => {
  const referral: Told = ['referral', '2026-03-02'];
  const decided = (on: string, response: string, more: Line['answers'] = {}): Told => ['referralDecision', on, { response, ...more }];

  it.each(['noFurtherAction', 'earlyHelp'])('%s: the decision is done, no assessment is owed, and the case is not open', (response) => {
    expect(only('referralDecision', referral, decided('2026-03-03', response))).toMatchObject([{ dueOn: '2026-03-03', metBy: 'e2' }]);
    expect(only('assessment', referral, decided('2026-03-03', response))).toMatchObject([
      { dueOn: '2026-05-07', endedOn: '2026-03-03', endedBecause: 'decided that no assessment is needed' },
    ]);
    expect(standingOf(whatStands(chain(referral, decided('2026-03-03', response)))).openSince).toBeUndefined();
  });
  it.each(['assessment', 'strategyDiscussion'])('%s: one is owed', (response) => {
    expect(only('assessment', referral, decided('2026-03-03', response))[0]?.endedOn).toBeUndefined();
    expect(standingOf(whatStands(chain(referral, decided('2026-03-03', response)))).openSince).toBe('2026-03-02');
  });
  it('one that came in a file with no further action waits for no decision', () =>
    expect(only('referralDecision', ['referral', '2026-03-02', { noFurtherAction: true }])).toEqual([]));
  it('a decision on another referral leaves what is owed as it is, until it names this one', () => {
    const second: Told = ['referral', '2026-03-20'];
    expect(only('assessment', referral, second, decided('2026-03-20', 'noFurtherAction'))).toMatchObject([
      { startedBy: 'e1', dueOn: '2026-05-07' },
      { startedBy: 'e2', endedOn: '2026-03-20' },
    ]);
    expect(only('assessment', referral, second, decided('2026-03-20', 'noFurtherAction'))[0]?.endedOn).toBeUndefined();
    const named = only('assessment', referral, second, decided('2026-03-20', 'noFurtherAction', { referral: 'e1' }));
    expect(named.map(({ endedOn }) => endedOn)).toEqual(['2026-03-20', undefined]);
    expect(standingOf(whatStands(chain(referral, second, decided('2026-03-20', 'noFurtherAction')))).openSince).toBe('2026-03-02');
  });
  it('thought of again: the assessment is owed from the referral as before', () =>
    expect(only('assessment', referral, decided('2026-03-03', 'earlyHelp'), decided('2026-03-12', 'assessment'))).toMatchObject([
      { startedBy: 'e1', dueOn: '2026-05-07' },
    ]));
  it('an assessment begun all the same has its own limit', () =>
    expect(only('assessment', referral, decided('2026-03-03', 'earlyHelp'), ['childAndFamilyAssessment', '2026-04-13'])).toMatchObject([
      { startedBy: 'e1', endedOn: '2026-03-03' },
      { startedBy: 'e3', startedOn: '2026-04-13', dueOn: '2026-06-17' },
    ]));
  it('help that goes on elsewhere once the assessment was done leaves it done, and counts it once', () =>
    expect(
      only(
        'assessment',
        referral,
        decided('2026-03-03', 'assessment'),
        ['childAndFamilyAssessment', '2026-03-04'],
        ['assessmentAuthorisation', '2026-04-20'],
        decided('2026-04-21', 'earlyHelp'),
      ),
    ).toMatchObject([{ startedBy: 'e1', metBy: 'e4' }]));
  it('so it was before April 2013 too', () =>
    expect(only('initialAssessment', ['referral', '2009-03-02'], decided('2009-03-02', 'noFurtherAction'))).toMatchObject([
      { endedOn: '2009-03-02' },
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
  describe('the outcome of the enquiry', () => {
    const concluded = (on: string, outcome: string, more: Line['answers'] = {}): Told => ['section47Outcome', on, { outcome, ...more }];
    it.each(['notSubstantiated', 'noContinuingRisk'])('%s: no conference is waited for', (outcome) => {
      for (const start of [
        [discussion],
        [discussion, ['section47Enquiry', '2026-03-04']],
        [['section47Enquiry', '2026-03-04']],
      ] as Told[][])
        expect(only('initialConference', ...start, concluded('2026-03-16', outcome))).toMatchObject([
          { dueOn: '2026-03-25', endedOn: '2026-03-16', endedBecause: 'the section 47 enquiry led to no conference' },
        ]);
    });
    it('a conference is to come: the limit runs on', () =>
      expect(only('initialConference', discussion, concluded('2026-03-16', 'conference'))[0]?.endedOn).toBeUndefined());
    const november: readonly Told[] = [
      ['strategyDiscussion', '2026-11-10', { enquiriesInitiated: true }],
      ['section47Enquiry', '2026-11-10', {}],
    ];
    it('of a later enquiry leaves an earlier one as late as it was, until it is concluded by name', () => {
      const [march, later] = only('initialConference', discussion, ...november, concluded('2026-11-20', 'notSubstantiated'));
      expect(stateOn(march, '2026-12-01')).toBe('late');
      expect(later).toMatchObject({ startedBy: 'e2', endedOn: '2026-11-20' });
      expect(
        only('initialConference', discussion, ...november, concluded('2026-11-20', 'notSubstantiated', { enquiry: 'e1' })).map(
          ({ endedOn }) => endedOn,
        ),
      ).toEqual(['2026-11-20', undefined]);
    });
    it('what a later entry says of its own enquiry takes no earlier limit away', () =>
      expect(
        only(
          'initialConference',
          discussion,
          ['strategyDiscussion', '2026-11-10', { enquiriesInitiated: true }],
          ['section47Enquiry', '2026-11-10', { conferenceNotRequired: true }],
        ),
      ).toMatchObject([{ startedBy: 'e1', dueOn: '2026-03-25' }]));
    it('is of all discussions of one enquiry', () =>
      expect(
        only(
          'initialConference',
          discussion,
          ['strategyDiscussion', '2026-03-10', { enquiriesInitiated: true }],
          concluded('2026-03-16', 'notSubstantiated'),
        ).map(({ endedOn }) => endedOn),
      ).toEqual(['2026-03-16', '2026-03-16']));
    it('is of one enquiry alone: what begins after it waits for its own', () =>
      expect(
        only(
          'initialConference',
          discussion,
          concluded('2026-03-09', 'notSubstantiated'),
          ['strategyDiscussion', '2026-03-12', { enquiriesInitiated: true }],
          concluded('2026-03-20', 'conference'),
        ).map(({ endedOn }) => endedOn),
      ).toEqual(['2026-03-09', undefined]));
    it('so it was in 2009, counted from the last discussion', () =>
      expect(
        only(
          'initialConference',
          ['strategyDiscussion', '2009-06-01', { enquiriesInitiated: true }],
          ['strategyDiscussion', '2009-06-08', { enquiriesInitiated: false }],
          concluded('2009-06-12', 'notSubstantiated'),
        ),
      ).toMatchObject([{ startedBy: 'e2', endedOn: '2009-06-12' }]));
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
  describe('a plan that begins on the day another ended', () => {
    const endings: readonly (readonly [string, readonly Told[]])[] = [
      [
        'the end names its plan',
        [
          ['childProtectionPlan', '2026-06-01'],
          ['childProtectionPlanEnd', '2026-06-01', { plan: 'e1' }],
        ],
      ],
      [
        'the end names none, and was recorded first',
        [
          ['childProtectionPlanEnd', '2026-06-01'],
          ['childProtectionPlan', '2026-06-01'],
        ],
      ],
      [
        'the case was closed and opened again',
        [
          ['closure', '2026-06-01'],
          ['childProtectionPlan', '2026-06-01'],
        ],
      ],
    ];
    it.each(endings)('is visited, met about and reviewed on: %s', (_how, turn) => {
      const told: readonly Told[] = [
        ['childProtectionPlan', '2026-01-05'],
        ...turn,
        ['visit', '2026-06-09', seen],
        ['coreGroupMeeting', '2026-06-12'],
        ['reviewConference', '2026-08-20', { held: true }],
      ];
      const running = (rule: string) => only(rule, ...told).filter(({ metOn, endedOn }) => metOn === undefined && endedOn === undefined);
      expect(running('childProtectionVisit')).toMatchObject([{ startedBy: 'e4', dueOn: '2026-06-23' }]);
      expect(running('laterCoreGroup')).toMatchObject([{ startedBy: 'e5', dueOn: '2026-07-24' }]);
      expect(running('laterReviewConference')).toMatchObject([{ startedBy: 'e6', dueOn: '2027-02-20' }]);
      expect(only('firstCoreGroup', ...told).at(-1)).toMatchObject({ startedOn: '2026-06-01', metBy: 'e5' });
      expect(standingOf(whatStands(chain(...told))).onPlanSince).toBe('2026-06-01');
    });
    it('a visit on that very day counts for the new plan, and the end of the old one does not end what it began', () =>
      expect(
        only(
          'childProtectionVisit',
          ['childProtectionPlan', '2026-01-05'],
          ['childProtectionPlanEnd', '2026-06-01', { plan: 'e1' }],
          ['childProtectionPlan', '2026-06-01'],
          ['visit', '2026-06-01', seen],
        ).at(-1),
      ).toMatchObject({ startedBy: 'e4', dueOn: '2026-06-15' }));
    it('the end of the new one, named or not, ends it', () => {
      for (const end of [{}, { plan: 'e3' }])
        expect(
          only(
            'childProtectionVisit',
            ['childProtectionPlan', '2026-01-05'],
            ['childProtectionPlanEnd', '2026-06-01', { plan: 'e1' }],
            ['childProtectionPlan', '2026-06-01'],
            ['visit', '2026-06-09', seen],
            ['childProtectionPlanEnd', '2026-06-15', end],
            ['visit', '2026-06-16', seen],
          ).filter(({ endedOn, metOn }) => endedOn === undefined && metOn === undefined),
        ).toEqual([]);
    });
  });
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
  describe('before birth', () => {
    const expected: Told = ['personDetails', '2026-05-20', { laChildId: '1', expectedOn: '2026-05-20' }];
    const born: Told = ['personDetails', '2026-05-18', { bornOn: '2026-05-18' }];
    const mother = { seen: false, motherSeen: true };
    it('no child is to be seen; the expectant mother is visited every ten working days', () => {
      const told = [expected, plan, ['visit', '2026-03-30', mother], ['visit', '2026-04-13', mother]] as const;
      expect(only('childProtectionVisit', ...told)).toEqual([]);
      expect(only('expectantMotherVisit', ...told)).toMatchObject([
        { startedBy: 'e2', dueOn: '2026-04-09', metBy: 'e3' },
        { startedBy: 'e3', dueOn: '2026-04-15', metBy: 'e4' },
        { startedBy: 'e4', dueOn: '2026-04-27' },
      ]);
    });
    it('the birth ends that, and the child is to be seen from the birth', () => {
      const told = [expected, plan, ['visit', '2026-05-11', mother], born] as const;
      expect(only('expectantMotherVisit', ...told).at(-1)).toMatchObject({ endedOn: '2026-05-18', endedBecause: 'the child was born' });
      expect(only('childProtectionVisit', ...told)).toMatchObject([{ startedBy: 'e2', startedOn: '2026-05-18', dueOn: '2026-06-02' }]);
      expect(only('childProtectionVisit', ...told, ['visit', '2026-05-20', seen])).toMatchObject([{ metBy: 'e5' }, { startedBy: 'e5' }]);
    });
    it('a plan that ended before the birth asks for no visit to the child', () =>
      expect(only('childProtectionVisit', expected, plan, ['childProtectionPlanEnd', '2026-05-01'], born)).toEqual([]));
    it('a plan made after the birth asks for none to the mother', () =>
      expect(only('expectantMotherVisit', born, ['childProtectionPlan', '2026-06-01'])).toEqual([]));
  });
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

type Run = { readonly runs: number; readonly gap: number; readonly names: boolean; readonly seenAfter: readonly number[] };

/** Told in order, after one entry before them: so the first plan is e2. */
function someStays(runs: readonly Run[], lastEnds: boolean): readonly Told[] {
  const told: Told[] = [];
  let on = date('2020-01-06');
  for (const [index, { runs: days, gap, names, seenAfter }] of runs.entries()) {
    const plan = `e${told.length + 2}`;
    told.push(['childProtectionPlan', on]);
    const seenOn = [...new Set(seenAfter.filter((after) => after < days))].sort((a, b) => a - b);
    for (const after of seenOn) told.push(['visit', addDays(on, after), seen]);
    on = addDays(on, days);
    if (index < runs.length - 1 || lastEnds) told.push(['childProtectionPlanEnd', on, names ? { plan } : {}]);
    on = addDays(on, gap);
  }
  return told;
}

describe('after care', () => {
  const born: Told = ['personDetails', '2009-05-01', { bornOn: '2009-05-01' }];
  const inCare: Told = ['periodOfCare', '2020-01-12', { legalStatus: 'C2' }];
  const left = (on: string, reason = 'E6'): Told => ['periodOfCareEnd', on, { reason }];
  const running = (rules: readonly string[], told: readonly Told[]) =>
    clocks(...told).filter(
      ({ rule, metOn, endedBecause = 'birthday' }) => rules.includes(rule) && metOn === undefined && endedBecause.endsWith('birthday'),
    );

  it('whatever is provided, ended and visited, one visit of the adviser is to come while accommodation is provided, else none', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom('provided', 'ended', 'visited')), {
          maxLength: 10,
          selector: ([day]) => day,
        }),
        (events) => {
          const inOrder = events.toSorted(([a], [b]) => a - b);
          const told = inOrder.map(([day, what]): Told => {
            const on = addDays(date('2026-07-01'), day);
            if (what === 'visited') return ['visit', on, seen];
            return [what === 'provided' ? 'leavingCareAccommodation' : 'leavingCareAccommodationEnd', on];
          });
          const last = inOrder.findLast(([, what]) => what !== 'visited');
          const visits = running(['firstAdviserVisit', 'laterAdviserVisit'], [born, inCare, left('2026-07-01'), ...told]);
          expect(visits.length).toBe(last?.[1] === 'provided' ? 1 : 0);
        },
      ),
    ));
  it('whenever care ended, contact is first asked for about the next birthday, that of the day itself included', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 730 }), (days) => {
        const on = addDays(date('2025-05-02'), days);
        const [clock] = running(['careLeaverInTouch'], [born, inCare, left(on)]);
        const next = [2026, 2027].map((year) => `${year}-05-01`).find((day) => day >= on);
        expect(clock?.dueOn).toBe(next === undefined ? '2028-06-01' : next.replace('-05-', '-06-'));
      }),
    ));
  it('nothing is owed after death, transfer, adoption or a finding that the young person was an adult; after any other end it is', () => {
    for (const reason of Object.keys(reasonsCareCeased)) {
      const told = [born, inCare, left('2026-07-01', reason)];
      const owesNothing = ['E2', 'E3', 'E11', 'E12', 'E15'].includes(reason);
      expect(running(['careLeaverInTouch', 'relevantChildNeedsAssessment'], told).length, reason).toBe(owesNothing ? 0 : 2);
      expect(leavingCareStatusOn(whatStands(chain(...told)), date('2026-08-01')), reason).toBe(owesNothing ? undefined : 'relevant');
    }
  });
  it('a pathway plan of a young person in care is reviewed with the care plan; from the end of care under regulation 7, once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (planned, ended) => {
        const [madeOn, endedOn] = [addDays(date('2026-05-01'), planned), addDays(date('2026-05-02'), ended)];
        const plan: Told = ['pathwayPlan', madeOn];
        expect(running(['pathwayPlanReview'], [born, inCare, plan])).toEqual([]);
        const after = running(['pathwayPlanReview'], [born, inCare, plan, left(endedOn)]);
        expect(after.map(({ startedOn }) => startedOn)).toEqual([madeOn > endedOn ? madeOn : endedOn]);
      }),
    );
  });
});

describe('return home interviews', () => {
  it('one that names no return is of the last before it, and of no other', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 110 }),
        fc.constantFrom('held', 'declined'),
        (returns, interviewed, outcome) => {
          const day = (n: number) => addDays(date('2026-01-05'), n);
          const told = returns.map((n): Told => ['returnFromMissing', day(n), { returnedAt: '08:00' }]);
          const last = Math.max(-1, ...returns.filter((n) => n <= interviewed));
          const done = only('returnHomeInterview', ...told, ['returnHomeInterview', day(interviewed), { outcome, heldAt: '12:00' }])
            .filter(({ metOn, endedOn }) => metOn !== undefined || endedOn !== undefined)
            .map(({ startedOn }) => startedOn);
          expect(done).toEqual(last < 0 ? [] : [day(last)]);
        },
      ),
    ));
});

describe('what a file could not say', () => {
  const taken = { recordedAt: '2026-09-07 08:00:00+00' };
  const of2026 = { source: 'ssda903:run:episodes 2:2026:7:of episodes+header+reviews', ...taken };
  const of2027 = { source: 'ssda903:run:reviews 9:2027:7:of episodes+header+reviews', recordedAt: '2027-06-01 08:00:00+00' };
  const becameOn = (on: string, more: Partial<Line> = of2026): Told => ['periodOfCare', on, { legalStatus: 'V2' }, more];
  const first = (...told: readonly Told[]) => only('firstLookedAfterReview', ...told)[0];

  it('is not late: a review that fell due after the last day of the return and before it was taken in', () => {
    expect(stateOn(first(becameOn('2026-03-16')), '2026-09-08')).toBe('notInSource');
    expect(stateOn(first(becameOn('2026-01-12')), '2026-09-08')).toBe('late'); // due 9 Feb: the return tells of it
  });
  it('nor what an older entry told of, which says the year alone', () =>
    expect(stateOn(first(becameOn('2026-03-16', { source: 'ssda903:run:episodes 2:2026:7', ...taken })), '2026-09-08')).toBe(
      'notInSource',
    ));
  it('nor what was in a table that the return came without', () => {
    const without = { ...of2026, source: 'ssda903:run:episodes 2:2026:7:of episodes+header' };
    expect(stateOn(first(becameOn('2026-01-12', without)), '2026-09-08')).toBe('notInSource');
    expect(first(becameOn('2026-01-12', without), ['lookedAfterReview', '2026-02-05', { held: true }])).toMatchObject({
      notInSource: false,
    });
  });
  it('is late where it fell due once the record was live', () =>
    expect(stateOn(first(becameOn('2026-03-16', { ...of2026, recordedAt: '2026-04-10 08:00:00+00' })), '2026-04-16')).toBe('late'));
  it('is late where the next return tells of the day, and met late where it tells of a review afterwards', () => {
    const held: Told = ['lookedAfterReview', '2026-06-20', { held: true }, of2027];
    expect(first(becameOn('2026-03-16'), held)).toMatchObject({ dueOn: '2026-04-15', notInSource: false });
    expect(stateOn(first(becameOn('2026-03-16'), held), '2027-06-02')).toBe('metLate');
    const said: Told = ['outcomesOfTheYear', '2027-03-31', {}, { ...of2027, source: 'ssda903:run:oc2 9:2027:7:of oc2+reviews' }];
    expect(stateOn(first(becameOn('2026-03-16'), said), '2027-06-02')).toBe('late');
  });
  it('is known where it was recorded here', () =>
    expect(first(becameOn('2026-03-16'), ['lookedAfterReview', '2026-04-14', { held: true }])).toMatchObject({
      notInSource: false,
      metBy: 'e2',
    }));
  it('a census tells of the time up to its reference date', () => {
    const plan = (on: string, source: string): Told => ['childProtectionPlan', on, {}, { source, ...taken }];
    const review = (...told: readonly Told[]) => only('firstReviewConference', ...told)[0];
    expect(stateOn(review(plan('2026-02-10', 'cin:run:9:2026-03-31')), '2026-09-08')).toBe('notInSource');
    expect(stateOn(review(plan('2025-11-10', 'cin:run:9:2026-03-31')), '2026-09-08')).toBe('late');
    expect(stateOn(review(plan('2026-02-10', 'cin:run:9:2026-03-31:100234')), '2026-09-08')).toBe('notInSource');
    expect(stateOn(review(plan('2026-02-10', 'cin:run:9')), '2026-09-08')).toBe('late'); // entries that do not say how far they reach
  });
  it('whatever the day, no limit of a return is late that fell due after the return ended and before it came', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 400 }), (began, came) => {
        const recordedAt = `${addDays(date('2026-04-01'), came)} 12:00:00+00`;
        const [clock] = only('firstLookedAfterReview', becameOn(addDays(date('2025-04-01'), began), { ...of2026, recordedAt }));
        if (clock === undefined) return;
        const isBlind = clock.dueOn > '2026-03-31' && clock.dueOn < recordedAt.slice(0, 10);
        expect(clock.notInSource).toBe(isBlind);
        expect(stateOn(clock, addDays(clock.dueOn, 1))).toBe(isBlind ? 'notInSource' : 'late');
      }),
    ));
});

describe('what a children looked after return never carries', () => {
  const care = (more: Partial<Line>): readonly Told[] => [
    ['periodOfCare', '2025-05-12', { legalStatus: 'C2' }, more],
    ['placement', '2025-05-12', { type: 'K1' }, more],
    ['lookedAfterReview', '2025-06-05', { held: true }, more],
    ['periodOfCareEnd', '2025-09-01', { reason: 'E4A' }, more],
  ];
  const returned = { source: 'ssda903:run:episodes 2:2026:7:of episodes+header+reviews', recordedAt: '2026-06-01 08:00:00+00' };
  const ofReviews = ['reviewDecisionsSent', 'reviewRecordWritten', 'reviewRecordSent'];

  it.each(ofReviews)('%s is late where the review was written down here; of a file nobody knows', (rule) => {
    expect(stateOn(only(rule, ...care({}))[0], '2026-06-02')).toBe('late');
    expect(stateOn(only(rule, ...care(returned).slice(0, 3))[0], '2026-06-02')).toBe('notInSource');
    expect(stateOn(only(rule, ...care(returned))[0], '2026-06-02')).toBe('ended');
  });
  it.each(ofReviews)('%s is asked of the last review of a file alone, and of every review written down here', (rule) => {
    const again = (more: Partial<Line>): readonly Told[] => [
      ...care(more).slice(0, 3),
      ['lookedAfterReview', '2025-09-04', { held: true }, more],
    ];
    expect(only(rule, ...again(returned))).toMatchObject([{ startedOn: '2025-09-04' }]);
    expect(only(rule, ...again({}))).toHaveLength(2);
  });
  it('the approval of the end of care is late where nobody gave it here; of a file nobody knows', () => {
    const byAgreement = (more: Partial<Line>): readonly Told[] => [
      ['periodOfCare', '2025-05-12', { legalStatus: 'V2' }, more],
      ['periodOfCareEnd', '2025-09-01', { reason: 'E4A' }, more],
    ];
    expect(stateOn(only('endOfCareApproval', ...byAgreement({}))[0], '2026-06-02')).toBe('late');
    expect(stateOn(only('endOfCareApproval', ...byAgreement(returned))[0], '2026-06-02')).toBe('notInSource');
  });
  it.each(['secureWithoutOrder', 'firstSecureReview'])('%s had passed when care ended; of a file nobody knows', (rule) => {
    expect(stateOn(only(rule, ...care({}))[0], '2026-06-02')).toBe('endedLate');
    expect(stateOn(only(rule, ...care(returned))[0], '2026-06-02')).toBe('ended');
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
  /** Plans one after another, an end often on the day of the next beginning, each end naming its plan or not; the child seen in between. */
  const plans = fc
    .array(
      fc.record({
        runs: fc.integer({ min: 1, max: 200 }),
        gap: fc.constantFrom(0, 0, 1, 30),
        names: fc.boolean(),
        seenAfter: fc.array(fc.integer({ min: 0, max: 199 }), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .chain((some) => fc.boolean().map((lastEnds) => someStays(some, lastEnds)));
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
  it.each([
    ['staffSupervision', 'staffSupervisionAgreement'],
    ['mentorMeeting', 'inductionProgramme'],
  ])('%s runs once from the first by its day, whichever was written down first', (rule, step) => {
    const told: readonly Told[] = [
      [step, '2026-03-02'],
      [step, '2026-05-11'],
    ];
    for (const all of [told, told.toReversed()]) expect(only(rule, ...all).map(({ startedOn }) => startedOn)).toEqual(['2026-03-02']);
  });
  it('a child whom lists show on a plan has a visit to come, once the plan began or the child was seen', () =>
    fc.assert(
      fc.property(plans, (history) => {
        const told: readonly Told[] = [child, ...history];
        const { onPlanSince } = standingOf(whatStands(chain(...told)));
        const running = only('childProtectionVisit', ...told).filter(
          ({ metOn, endedBecause }) => metOn === undefined && (endedBecause ?? '18th birthday') === '18th birthday',
        );
        expect(running.length).toBe(onPlanSince === undefined ? 0 : 1);
      }),
    ));
  it('a child is open from the first referral that leads somewhere; an assessment runs for just those that do', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('referral', 'assessment', 'earlyHelp', 'noFurtherAction'), { maxLength: 8 }), (turns) => {
        const told: Told[] = turns.map((turn, n) => {
          const on = addDays(date('2026-01-05'), n);
          return turn === 'referral' ? ['referral', on] : ['referralDecision', on, { response: turn }];
        });
        const going: string[] = [];
        const gone = new Set<string>();
        for (const [n, turn] of turns.entries())
          if (turn === 'referral') going.push(`e${n + 1}`);
          else if (turn === 'assessment') gone.delete(going.at(-1) ?? '');
          else gone.add(going.at(-1) ?? '');
        const wanted = going.filter((entry) => !gone.has(entry));
        const running = only('assessment', ...told).filter(({ endedOn }) => endedOn === undefined);
        expect(running.map(({ startedBy }) => startedBy)).toEqual(wanted);
        expect(standingOf(whatStands(chain(...told))).openSince).toBe(told[Number(wanted[0]?.slice(1)) - 1]?.[1]);
      }),
    ));
  it('an outcome ends the limit of one enquiry; each other keeps the due date and the end that it had', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 30, max: 200 }), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.constantFrom('notSubstantiated', 'noContinuingRisk', 'conference'),
        (gaps, which, outcome) => {
          let on = date('2020-01-06');
          const told = gaps.map((gap): Told => ['strategyDiscussion', (on = addDays(on, gap)), { enquiriesInitiated: true }]);
          const n = which % told.length;
          const before = only('initialConference', ...told);
          const after = only('initialConference', ...told, ['section47Outcome', addDays(on, 5), { outcome, enquiry: `e${n + 1}` }]);
          expect(after.map(({ dueOn }) => dueOn)).toEqual(before.map(({ dueOn }) => dueOn));
          expect(after.flatMap(({ endedOn }, m) => (endedOn === undefined ? [] : [m]))).toEqual(outcome === 'conference' ? [] : [n]);
        },
      ),
    ));
  it('while a plan runs one visit is to come: to the mother until the birth, to the child from it', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 6 }),
        fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
        (visited, birth) => {
          const day = (n: number) => addDays(date('2025-01-06'), n);
          const bornOn = birth === undefined ? undefined : day(birth);
          const told: readonly Told[] = [
            ['personDetails', '2025-07-01', { expectedOn: '2025-07-01', ...(bornOn === undefined ? {} : { bornOn }) }],
            ['childProtectionPlan', day(0)],
            ...visited.map((n): Told => [
              'visit',
              day(n),
              bornOn !== undefined && day(n) >= bornOn ? seen : { seen: false, motherSeen: true },
            ]),
          ];
          const running = (rule: string) =>
            only(rule, ...told).filter(
              ({ metOn, endedBecause }) => metOn === undefined && (endedBecause ?? '18th birthday') === '18th birthday',
            );
          expect(running('expectantMotherVisit').length).toBe(bornOn === undefined ? 1 : 0);
          expect(running('childProtectionVisit').length).toBe(bornOn === undefined ? 0 : 1);
        },
      ),
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
  it('an unborn child seen; but not the expectant mother', () => {
    const expected: Told = ['personDetails', '2026-08-20', { expectedOn: '2026-08-20' }];
    expect(decide('visit', { visitedOn: '2026-06-01', seen: true }, expected)).toMatchObject([
      { field: 'seen', message: expect.stringContaining('expected on 20 Aug 2026') as string },
    ]);
    expect(decide('visit', { visitedOn: '2026-06-01', seen: false, motherSeen: true }, expected)).toEqual([]);
    expect(decide('visit', { visitedOn: '2026-06-01', seen: false, motherSeen: true }, child)).toMatchObject([{ field: 'motherSeen' }]);
  });
  it('a plan long before birth, but not one for an unborn child', () => {
    expect(decide('childProtectionPlan', { startedOn: '2017-05-01' }, child)).toHaveLength(1);
    expect(decide('childProtectionPlan', { startedOn: '2019-03-01' }, child)).toEqual([]);
  });
  it('an end before any beginning; but nothing for what is merely missing', () => {
    expect(decide('childProtectionPlanEnd', { endedOn: '2026-01-01' }, ['childProtectionPlan', '2026-02-01'])).toHaveLength(1);
    expect(decide('childProtectionPlanEnd', { endedOn: '2026-01-01' })).toEqual([]);
  });
});
