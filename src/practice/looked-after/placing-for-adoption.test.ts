import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { stepNamed } from '../pathway.ts';

const today = date('2027-06-01');
const refused = (step: string, answers: object, ...told: readonly Told[]): readonly string[] =>
  (stepNamed(step)?.decide(historyOf(...told), answers as never, today) ?? []).map(({ message }) => message);

const inCare: Told = ['periodOfCare', '2026-01-12', { legalStatus: 'C2' }];
const fostered: Told = ['placement', '2026-01-12', { type: 'U6' }];
const decision: Told = ['adoptionDecision', '2026-02-16'];
const order: Told = ['legalStatus', '2026-06-01', { legalStatus: 'E1' }];
const panel: Told = ['adoptionRecommendation', '2026-08-06', { subject: 'match', recommendation: 'recommended' }];
const match: Told = ['adoptionMatch', '2026-08-17'];
const matching = (...told: readonly Told[]) => refused('adoptionMatch', { matchedOn: '2026-08-17' }, inCare, fostered, ...told);
const placing = (more: object, ...told: readonly Told[]) =>
  refused('placement', { startedOn: '2026-09-07', type: 'A6', ...more }, inCare, fostered, ...told);

describe('a match', () => {
  it('is decided of a child who should be placed, and upon what the panel says', () => {
    expect(matching(decision, panel)).toEqual([]);
    expect(matching(panel)).toEqual([expect.stringContaining('regs 19, 31')]);
    expect(matching(decision)).toEqual([expect.stringContaining('reg 33(1)')]);
    expect(matching(order, panel), 'a placement order says that they may be').toEqual([]);
  });
  it('is not decided where adoption is no longer the plan, nor upon a panel that asked for more or was about something else', () => {
    expect(matching(decision, ['adoptionDecisionEnd', '2026-07-01'], panel)).toHaveLength(1);
    for (const answers of [
      { subject: 'match', recommendation: 'deferred' },
      { subject: 'shouldBePlaced', recommendation: 'recommended' },
    ])
      expect(matching(decision, ['adoptionRecommendation', '2026-08-06', answers])).toEqual([expect.stringContaining('reg 33(1)')]);
  });
  it('may say itself when it was decided and when the panel sat, of a record that began elsewhere', () => {
    const elsewhere = { matchedOn: '2026-08-17', adoptionDecidedOn: '2026-02-16', panelOn: '2026-08-06' };
    expect(refused('adoptionMatch', elsewhere, inCare)).toEqual([]);
    expect(refused('adoptionMatch', { ...elsewhere, panelOn: '2026-08-18' }, inCare)).toHaveLength(1);
  });
  it('goes through where the head of service says so by name, once', () => {
    const let33: Told = ['gateOverride', '2026-08-10', { gate: 'matchAfterPanel' }];
    expect(matching(decision, let33)).toEqual([]);
    expect(matching(decision, let33, ['adoptionMatch', '2026-08-12'])).toHaveLength(1);
  });
  it('with other adopters has a panel of its own', () => {
    const back: readonly Told[] = [
      decision,
      order,
      panel,
      match,
      ['placement', '2026-09-07', { type: 'A6' }],
      ['placement', '2026-11-02', { type: 'U6' }],
    ];
    const again = (...told: readonly Told[]) => refused('adoptionMatch', { matchedOn: '2027-02-08' }, inCare, fostered, ...back, ...told);
    expect(again()).toEqual([expect.stringContaining('reg 33(1)')]);
    expect(again(['adoptionRecommendation', '2027-02-01', { subject: 'match', recommendation: 'recommended' }])).toEqual([]);
  });
});

describe('a placement for adoption', () => {
  it('comes after the match and under a placement order or with consent', () => {
    expect(placing({}, order, match)).toEqual([]);
    expect(placing({}, ['consentToPlacement', '2026-03-02'], match)).toEqual([]);
    expect(placing({}, order)).toEqual([expect.stringContaining('regs 33, 35(1)')]);
    expect(placing({}, match)).toEqual([expect.stringContaining('ss18–19, 21')]);
    expect(placing({}, order, ['adoptionMatch', '2026-09-08']), 'a match of the day after').toHaveLength(1);
  });
  it('is not asked of any other placement, nor of one that goes on under another code or began before this record', () => {
    expect(placing({ type: 'U2' })).toEqual([]);
    expect(placing({ beganEarlier: true })).toHaveLength(2);
    expect(refused('placement', { startedOn: '2026-09-07', type: 'A5', beganEarlier: true }, inCare)).toEqual([]);
    expect(placing({ type: 'A5', sameCarers: true }, ['placement', '2026-08-03', { type: 'A3' }])).toEqual([]);
  });
  it('after a disruption needs a match of its own', () => {
    const back: readonly Told[] = [order, match, ['placement', '2026-08-24', { type: 'A6' }], ['placement', '2026-08-31', { type: 'U6' }]];
    expect(placing({}, ...back)).toEqual([expect.stringContaining('regs 33, 35(1)')]);
    expect(placing({}, ...back, ['adoptionMatch', '2026-09-02'])).toEqual([]);
  });
  it('is recorded on no day before both, whatever came in which order, unless two conditions were passed by name', () => {
    const days = fc.integer({ min: 0, max: 300 }).map((n) => addDays(date('2026-01-12'), n));
    fc.assert(
      fc.property(fc.option(days), fc.option(days), fc.option(days), days, (matched, ordered, consented, on) => {
        const told: readonly Told[] = [
          ...(matched === null ? [] : ([['adoptionMatch', matched]] as const)),
          ...(ordered === null ? [] : ([['legalStatus', ordered, { legalStatus: 'E1' }]] as const)),
          ...(consented === null ? [] : ([['consentToPlacement', consented]] as const)),
        ];
        const isBy = (day: string | null): boolean => day !== null && day <= on;
        const lacks = (isBy(matched) ? 0 : 1) + (isBy(ordered) || isBy(consented) ? 0 : 1);
        expect(placing({ startedOn: on }, ...told)).toHaveLength(lacks);
        const passed = (['placedAfterMatch', 'placedWithAuthority'] as const).map((gate): Told => ['gateOverride', on, { gate }]);
        expect(placing({ startedOn: on }, ...told, ...passed)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
