import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { stepNamed } from '../pathway.ts';
import { chairedIn } from './chaired.ts';
import { openReviewEvents } from './review-events.ts';
import { tiesOf } from './review-independence.ts';
import { reviewStandingOf } from './review-standing.ts';

const inCare: Told = ['periodOfCare', '2026-01-12', { legalStatus: 'V2' }];
const placed: Told = ['placement', '2026-01-12', { type: 'U6' }];
const review: Told = ['lookedAfterReview', '2026-02-05', { held: true, participation: 'PN1' }];
const [ruth, priya] = ['44444444-4444-4444-8444-444444444444', '11111111-1111-4111-8111-111111111111'];
const standing = (...told: readonly Told[]) => reviewStandingOf(historyOf(inCare, placed, review, ...told));
const events = (...told: readonly Told[]) => openReviewEvents(historyOf(inCare, placed, ...told)).map(({ kind, entry }) => [kind, entry]);

describe('what a review waits for', () => {
  it('is what came since the last one, whoever wrote it down and wherever', () => {
    expect(standing(['reviewConsultation', '2026-04-07', { sent: ['child', 'school'] }])).toMatchObject({
      in: [],
      asked: ['child', 'school'],
    });
    expect(
      standing(
        ['reviewConsultation', '2026-04-20', { cameIn: ['report', 'carers'], parentsView: 'She is settled.' }],
        ['personalEducationPlan', '2026-04-22', { held: true, childsView: 'I like art.' }],
      )?.in,
    ).toEqual(['report', 'carers', 'parents', 'child', 'school']);
  });
  it('is asked anew after a review that was held, and not after one that was put off', () => {
    const came: Told = ['reviewConsultation', '2026-04-20', { cameIn: ['report'] }];
    expect(standing(came, ['lookedAfterReview', '2026-05-01', { held: false }])?.in).toEqual(['report']);
    expect(standing(came, ['lookedAfterReview', '2026-05-01', { held: true }])?.in).toEqual([]);
  });
  it('stands with how the child took part, who stands by them, and what reviews left to be done', () => {
    expect(
      standing(
        ['advocacyOffer', '2026-02-10', { who: 'advocate', answer: 'waiting' }],
        ['advocacyOffer', '2026-03-10', { who: 'advocate', answer: 'takenUp' }],
        ['action', '2026-02-05', { what: 'Life-story work', agreedIn: 'e3', byWhen: '2026-03-31', agreedOn: '2026-02-05' }],
        ['action', '2026-02-20', { what: 'A visit’s own action', agreedIn: 'e9', byWhen: '2026-03-31', agreedOn: '2026-02-20' }],
        ['reviewMidwayCheck', '2026-03-18', { found: 'onCourse' }],
      ),
    ).toMatchObject({
      participation: 'PN1',
      advocate: 'takenUp',
      midwayOn: '2026-03-18',
      recommendations: [{ entry: 'e6', byWhen: '2026-03-31' }],
    });
  });
  it('is nothing once care has ended', () => expect(standing(['periodOfCareEnd', '2026-03-02', { reason: 'E4A' }])).toBeUndefined());
});

describe('a dispute', () => {
  const raised: Told = ['reviewDispute', '2026-02-23', { kind: 'officerDisputes', raisedWith: 'headOfService' }];
  it('stands where it is, since when, until it ends', () => {
    expect(standing(raised)?.dispute).toEqual({ entry: 'e4', since: '2026-02-23', atLevelSince: '2026-02-23', level: 'headOfService' });
    expect(standing(raised, ['reviewDisputeStage', '2026-03-02', { level: 'director' }])?.dispute).toMatchObject({
      atLevelSince: '2026-03-02',
      level: 'director',
    });
    expect(standing(raised, ['reviewDisputeEnd', '2026-03-11', { outcome: 'resolved' }])?.dispute).toBeUndefined();
  });
});

describe('an event that the reviewing officer must know of', () => {
  test.each<[string, Told, string]>([
    ['a move', ['placement', '2026-03-02', { type: 'U6', carers: 'B' }], 'placementMove'],
    ['another status', ['legalStatus', '2026-03-02', { legalStatus: 'C1' }], 'statusChange'],
    ['missing', ['missingEpisode', '2026-03-02', { kind: 'M' }], 'missing'],
    ['a visit without the child', ['visit', '2026-03-02', { seen: false }], 'unseen'],
    ['an enquiry', ['strategyDiscussion', '2026-03-02'], 'enquiry'],
    ['no school', ['schoolPlace', '2026-03-02', { change: 'lost' }], 'school'],
    ['an exclusion', ['schoolExclusion', '2026-03-02', { kind: 'suspension' }], 'school'],
    ['the end of an agreement', ['accommodationAgreementEnd', '2026-03-02'], 'endOfCare'],
    ['hospital', ['placement', '2026-03-02', { type: 'T1' }], 'hospital'],
  ])('%s is raised by its own entry', (_what, told, kind) => expect(events(review, told)).toEqual([[kind, 'e4']]));
  it('is none where nothing changed: the first placement, the same plan again, a visit at which the child was seen', () => {
    const plan = (on: string, permanence: string): Told => ['carePlan', on, { permanence }];
    expect(events(review, ['visit', '2026-03-02', { seen: true }])).toEqual([]);
    expect(events(plan('2026-01-16', 'returnHome'), review, plan('2026-03-02', 'returnHome'))).toEqual([]);
    expect(events(plan('2026-01-16', 'returnHome'), review, plan('2026-03-02', 'longTermFostering'))).toEqual([['planChange', 'e5']]);
  });
  it('is answered by the officer, by a request for a review, or by the next review; each answers what came before it', () => {
    const missing: Told = ['missingEpisode', '2026-03-02', { kind: 'M' }];
    expect(events(review, missing, ['reviewEventConsidered', '2026-03-04', { event: 'e4', decision: 'notNeeded' }])).toEqual([]);
    expect(events(review, missing, ['earlyReviewRequest', '2026-03-04'])).toEqual([]);
    expect(events(review, missing, ['lookedAfterReview', '2026-03-04', { held: true }])).toEqual([]);
    expect(events(review, missing, ['lookedAfterReview', '2026-03-04', { held: false }])).toEqual([['missing', 'e4']]);
    expect(events(review, missing, ['reviewEventConsidered', '2026-03-04', { event: 'e2' }])).toEqual([['missing', 'e4']]);
  });
});

describe('independence', () => {
  const today = date('2026-12-01');
  const refused = (step: string, answers: object, ...told: readonly Told[]) =>
    (stepNamed(step)?.decide(historyOf(inCare, ...told), answers as never, today) ?? []).map(({ message }) => message);
  const chaired = { heldOn: '2026-05-05', held: true, officer: ruth };
  const wrotePlan: Told = ['carePlan', '2026-01-16', {}, { recordedBy: ruth }];
  it('is judged by what the record says of this period of care', () => {
    const of = (...told: readonly Told[]) => tiesOf(historyOf(...told), ruth, date('2026-05-05')).map(({ tie }) => tie);
    expect(of(inCare, wrotePlan)).toEqual(['plans']);
    expect(of(inCare, ['allocation', '2026-02-02', { worker: ruth }], ['allocation', '2026-03-02', { worker: priya }])).toEqual(['worker']);
    expect(of(['carePlan', '2024-01-16', {}, { recordedBy: ruth }], inCare)).toEqual([]);
    expect(of(['allocation', '2024-02-02', { worker: ruth }], ['allocation', '2025-03-02', { worker: priya }], inCare)).toEqual([]);
    expect(of(['allocation', '2025-12-02', { worker: ruth }], inCare)).toEqual(['worker']);
  });
  it('forbids naming whoever is tied to the case or its budget, whatever anybody says', () => {
    const named = { namedOn: '2026-01-20', officer: ruth };
    expect(refused('reviewingOfficerNamed', named)).toEqual([]);
    expect(refused('reviewingOfficerNamed', named, wrotePlan)[0]).toContain('wrote the child’s care plan');
    expect(refused('reviewingOfficerNamed', { ...named, isIndependent: false })[0]).toContain('control its money');
    expect(refused('reviewingOfficerNamed', named, wrotePlan, ['gateOverride', '2026-01-18', { gate: 'independentReview' }])).toHaveLength(
      1,
    );
  });
  it('is not had by whoever gave the case to its worker or discusses it with them in this period of care', () => {
    const gave: Told = ['allocation', '2026-02-02', { worker: priya }, { recordedBy: ruth }];
    const discussed: Told = ['caseDiscussion', '2026-02-02', {}, { recordedBy: ruth }];
    for (const told of [gave, discussed]) expect(refused('lookedAfterReview', chaired, told)[0]).toContain('reg 46(2)');
    expect(refused('lookedAfterReview', chaired, ['allocation', '2026-02-02', { worker: priya }, { recordedBy: priya }])).toEqual([]);
  });
  it('is of a person: a review that was held names who was in the chair, and one that was not need not', () => {
    const { officer: _officer, ...nobody } = chaired;
    expect(refused('lookedAfterReview', nobody)).toEqual([expect.stringContaining('In the chair: nobody is named')]);
    expect(refused('lookedAfterReview', { ...nobody, held: false })).toEqual([]);
  });
  it('is not had by the young person’s personal adviser, and each refusal says what was found', () => {
    const adviser: Told = ['personalAdviserNamed', '2026-02-02', { adviser: ruth }];
    expect(refused('lookedAfterReview', chaired, adviser)[0]).toContain('they are or were the young person’s personal adviser');
    expect(refused('reviewingOfficerNamed', { namedOn: '2026-03-02', officer: ruth }, adviser)[0]).toContain('personal adviser');
    expect(refused('lookedAfterReview', chaired, ['personalAdviserNamed', '2026-02-02', { adviser: priya }])).toEqual([]);
    expect(refused('lookedAfterReview', chaired, ['pathwayPlan', '2026-02-02', { adviser: ruth }])[0]).toContain('personal adviser');
    const before: Told = ['personalAdviserNamed', '2024-02-02', { adviser: ruth }];
    expect(refused('lookedAfterReview', chaired, before)[0]).toContain('personal adviser');
    expect(
      refused('lookedAfterReview', chaired, before, ['personalAdviserNamed', '2025-02-03', { adviser: priya }]),
      'another was by the first day of this period of care',
    ).toEqual([]);
    expect(refused('lookedAfterReview', chaired, adviser, ['personalAdviserNamed', '2026-03-02', { adviser: priya }])).toHaveLength(1);
  });
  it('is not had by whoever stands in the line of the case: the head of service alone lets a review through, and nobody the naming', () => {
    const inLine = (step: string, answers: object, ...told: readonly Told[]) =>
      (stepNamed(step)?.outsideTheLine?.against(historyOf(inCare, ...told), answers as never, 'manager') ?? []).map(
        ({ message }) => message,
      );
    expect(inLine('lookedAfterReview', chaired)[0]).toMatch(/they manage the team that has the case.*reg 46\(2\)/);
    const let46: Told = ['gateOverride', '2026-05-05', { gate: 'independentReview' }];
    expect(inLine('lookedAfterReview', chaired, let46)).toEqual([]);
    expect(inLine('reviewingOfficerNamed', { namedOn: '2026-01-20', officer: ruth }, let46)).toHaveLength(1);
    const who = (answers: object) => stepNamed('lookedAfterReview')?.outsideTheLine?.who(answers as never);
    expect([who(chaired), who({ ...chaired, held: false })]).toEqual([ruth, undefined]);
  });
  it('is asked again of each review that was held, and passed by the head of service alone, by name', () => {
    expect(refused('lookedAfterReview', chaired)).toEqual([]);
    expect(refused('lookedAfterReview', chaired, wrotePlan)[0]).toContain('reg 46(2)');
    expect(refused('lookedAfterReview', { ...chaired, isIndependent: false })).toHaveLength(1);
    expect(refused('lookedAfterReview', { ...chaired, held: false }, wrotePlan)).toEqual([]);
    expect(refused('lookedAfterReview', chaired, wrotePlan, ['gateOverride', '2026-05-05', { gate: 'independentReview' }])).toEqual([]);
  });
});

describe('who chaired', () => {
  const held = (on: string, more: object = {}): Told => ['lookedAfterReview', on, { held: true, ...more }];
  it('is told of the last review and the last conference that were held, with what the record says against them', () => {
    const plan: Told = ['carePlan', '2026-01-16', {}, { recordedBy: ruth }];
    expect(chairedIn(historyOf(inCare, held('2026-02-05', { officer: ruth })))).toEqual([
      { meeting: 'lookedAfterReview', on: '2026-02-05', by: ruth },
    ]);
    expect(
      chairedIn(
        historyOf(
          ['referral', '2025-11-03', {}],
          ['caseDiscussion', '2025-11-10', {}, { recordedBy: priya }],
          ['initialConference', '2025-12-01', { chair: priya }],
          inCare,
          plan,
          held('2026-02-05', { officer: ruth }),
          held('2026-05-05', { held: false, officer: priya }),
        ),
      ),
    ).toEqual([
      { meeting: 'lookedAfterReview', on: '2026-02-05', by: ruth, tie: 'plans' },
      { meeting: 'initialConference', on: '2025-12-01', by: priya, tie: 'managed' },
    ]);
  });
  it('does not look at what came after the meeting, nor at a case before this one', () => {
    const after: Told = ['allocation', '2026-02-09', { worker: ruth }];
    expect(chairedIn(historyOf(inCare, held('2026-02-05', { officer: ruth }), after))[0]).not.toHaveProperty('tie');
    const before: readonly Told[] = [
      ['caseDiscussion', '2024-02-05', {}, { recordedBy: ruth }],
      ['referral', '2025-11-03', {}],
      ['reviewConference', '2025-12-01', { chair: ruth }],
    ];
    expect(chairedIn(historyOf(...before))[0]).not.toHaveProperty('tie');
  });
  it('says that the head of service let this one through, and no later one', () => {
    const [plan, let46]: readonly [Told, Told] = [
      ['carePlan', '2026-01-16', {}, { recordedBy: ruth }],
      ['gateOverride', '2026-02-04', { gate: 'independentReview' }],
    ];
    const told = [inCare, plan, let46, held('2026-02-05', { officer: ruth })] as const;
    expect(chairedIn(historyOf(...told))[0]).toMatchObject({ tie: 'plans', letThrough: true });
    const later = chairedIn(historyOf(...told, held('2026-05-05', { officer: ruth })))[0];
    expect(later).toMatchObject({ on: '2026-05-05', tie: 'plans' });
    expect(later).not.toHaveProperty('letThrough');
  });
  it('is whoever wrote it down where nobody is named, and nobody of an imported one', () => {
    expect(chairedIn(historyOf(inCare, ['lookedAfterReview', '2026-02-05', { held: true }, { recordedBy: priya }]))[0]?.by).toBe(priya);
    expect(chairedIn(historyOf(inCare, ['lookedAfterReview', '2026-02-05', {}, { recordedBy: priya, source: 'ssda903:r:1' }]))).toEqual([]);
  });
});
