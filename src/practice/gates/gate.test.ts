import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { stepNamed } from '../pathway.ts';

const today = date('2026-12-01');
const against = (step: string, answers: object, ...told: readonly Told[]): readonly string[] =>
  (stepNamed(step)?.decide(historyOf(...told), answers as never, today) ?? []).map(({ message }) => message);

const decided = { decidedOn: '2026-07-02', order: 'care', reason: 'Threshold met.' };
const toIssue = (...told: readonly Told[]) => against('decisionToIssue', decided, ['referral', '2026-01-05'], ...told);
const letter: Told = ['letterBeforeProceedings', '2026-04-22'];
const offer: Told = ['familyGroupOffer', '2026-04-27', { outcome: 'declined' }];
const override = (gate: string, on = '2026-07-01'): Told => ['gateOverride', on, { gate }];

describe('a decision to apply for an order', () => {
  it('waits for family group decision-making and for the letter, and says by which law', () => {
    const [familyGroup = '', before = ''] = toIssue();
    expect(familyGroup).toContain('Children Act 1989 s31ZA');
    expect(familyGroup).toContain('or the head of service records “Decision taken against a condition of law”, with the reason');
    expect(before).toContain('Practice Direction 12A');
    expect(toIssue(letter, offer)).toEqual([]);
  });
  it('of a child who cannot wait needs no letter, but an offer, or why not', () => {
    const urgent = (...told: readonly Told[]) =>
      against('decisionToIssue', { ...decided, urgentBecause: 'Hurt last night.' }, ['referral', '2026-01-05'], ...told);
    expect(urgent()).toHaveLength(1);
    expect(urgent(['familyGroupOffer', '2026-07-01', { outcome: 'notInInterests', reason: 'He is accused.' }])).toEqual([]);
    expect(urgent(['familyGroupOffer', '2026-07-01', { outcome: 'notInInterests' }]), 'it was never said why').toHaveLength(1);
    const accepted: Told = ['familyGroupOffer', '2026-05-04', { outcome: 'accepted' }];
    const heldOn = (on: string): Told => ['familyGroupMeeting', on, { heldOn: on }];
    expect(urgent(accepted), 'taken up, and never held').toHaveLength(1);
    expect([urgent(accepted, heldOn('2026-05-18')), urgent(accepted, ['familyGroupOffer', '2026-05-20', { outcome: 'declined' }])]).toEqual(
      [[], []],
    );
    expect(urgent(heldOn('2026-04-28'), accepted), 'a meeting of before').toHaveLength(1);
  });
  it('goes through by the officer named, once, for the one condition', () => {
    expect(toIssue(letter, override('familyGroupDecisionMaking'))).toEqual([]);
    expect(toIssue(letter, override('letterBeforeProceedings'))).toHaveLength(1);
    expect(toIssue(letter, override('familyGroupDecisionMaking', '2026-07-03'))).toHaveLength(1);
    expect(toIssue(letter, override('familyGroupDecisionMaking'), ['decisionToIssue', '2026-07-01'])).toHaveLength(1);
  });
  it('after proceedings that ended asks for everything anew', () =>
    expect(toIssue(letter, offer, ['careProceedings', '2026-05-01'], ['proceedingsEnd', '2026-06-30'])).toHaveLength(2));
  it('never holds back that a court has issued', () =>
    expect(against('careProceedings', { issuedOn: '2026-07-06' }, ['referral', '2026-01-05'])).toEqual([]));
});

describe('the end of a child protection plan', () => {
  const plan: Told = ['childProtectionPlan', '2026-01-12'];
  const ends = (reason: string | undefined, ...told: readonly Told[]) =>
    against('childProtectionPlanEnd', { endedOn: '2026-07-02', ...(reason === undefined ? {} : { reason }) }, plan, ...told);
  it('waits for a review conference that was held and did not say that it continues', () => {
    expect(ends(undefined)).toHaveLength(1);
    expect(ends('review', ['reviewConference', '2026-07-02', { held: false }])).toHaveLength(1);
    expect(ends('review', ['reviewConference', '2026-07-02', { continues: true }])).toHaveLength(1);
    expect(ends('review', ['reviewConference', '2026-07-02', { continues: false }])).toEqual([]);
    expect(ends('grownUp')).toEqual([]);
  });
  it('of a child who moved waits for the other authority’s conference', () => {
    expect(ends('moved', ['transferOut', '2026-06-01'])).toHaveLength(1);
    expect(ends('moved', ['transferOut', '2026-06-01'], ['transferOutHeld', '2026-06-19'])).toEqual([]);
  });
});

describe('the court’s extension of time', () => {
  const issued: Told = ['careProceedings', '2026-01-05'];
  const until = (day: string, ...told: readonly Told[]) =>
    against('proceedingsExtension', { orderedOn: '2026-06-01', until: day }, issued, ...told);
  it('is at most eight weeks beyond the end of what it extends', () => {
    expect(until('2026-08-30')).toEqual([]);
    expect(until('2026-08-31')[0]).toContain('at most 30 Aug 2026');
    expect(until('2026-09-30', ['proceedingsExtension', '2026-05-04', { until: '2026-08-30' }])).toEqual([]);
  });
});
