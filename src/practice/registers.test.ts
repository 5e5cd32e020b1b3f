import { describe, expect, it, test } from 'vitest';
import { historyOf, type Told } from './history.fixture.ts';
import { registerNames, registers, registersIn } from './registers.ts';
import { timescales } from './pathway.ts';

const on = (...told: readonly Told[]) =>
  registersIn(historyOf(...told)).map(({ register, since, state }) => `${register} ${since} ${state}`);
const inCare: readonly Told[] = [
  ['periodOfCare', '2026-01-12', { legalStatus: 'C1' }],
  ['placement', '2026-01-12', { type: 'U6' }],
];
const notice: Told = ['guardianshipNotice', '2026-01-12', { how: 'notice' }];
const order: Told = ['guardianshipEnd', '2026-05-18', { outcome: 'made' }];
const support: Told = ['guardianSupportDecision', '2026-04-20', { decision: 'provided', services: ['contact'] }];
const decided: Told = ['adoptionDecision', '2026-03-02'];
const authority: Told = ['legalStatus', '2026-06-01', { legalStatus: 'E1' }];
const match: Told = ['adoptionMatch', '2026-08-17'];
const placed: Told = ['placement', '2026-09-14', { type: 'A6' }];
const here: Told = ['placedHere', '2026-03-02'];
const done = (...what: readonly string[]): Told => ['placedHereChange', '2026-03-06', { done: what }];
const fostered: Told = ['privateFosteringNotice', '2026-03-02'];
const stay: Told = ['longStayNotice', '2026-03-02'];

describe('registers', () => {
  test.each([
    ['nothing', [], []],
    ['a notice', [notice], ['guardianship 2026-01-12 assessed']],
    ['a report', [notice, ['guardianshipReport', '2026-04-07']], ['guardianship 2026-01-12 reported']],
    ['withdrawn', [notice, ['guardianshipEnd', '2026-02-02', { outcome: 'withdrawn' }]], []],
    ['an order without support', [notice, order], ['guardianship 2026-05-18 order']],
    ['an order with support', [notice, support, order], ['guardianship 2026-05-18 supported']],
    [
      'support that ended',
      [notice, support, order, ['guardianSupportReview', '2027-04-12', { decision: 'ended' }]],
      ['guardianship 2026-05-18 order'],
    ],
    ['an order that ended', [notice, order, ['guardianshipOrderEnd', '2027-01-11']], []],
    ['in care again', [notice, order, ['periodOfCare', '2027-01-11', { legalStatus: 'C1' }]], []],
    ['a new notice after an order of old', [notice, order, ['guardianshipNotice', '2027-02-01']], ['guardianship 2027-02-01 assessed']],
    ['decided, no authority', [...inCare, decided], ['adoption 2026-03-02 decided']],
    ['authority', [...inCare, decided, authority], ['adoption 2026-03-02 waiting']],
    ['authority alone', [...inCare, authority], ['adoption 2026-06-01 waiting']],
    ['matched', [...inCare, decided, authority, match], ['adoption 2026-08-17 matched']],
    ['placed', [...inCare, decided, authority, match, placed], ['adoption 2026-09-14 placed']],
    [
      'disrupted',
      [...inCare, decided, authority, match, placed, ['placement', '2026-10-12', { type: 'U6' }]],
      ['adoption 2026-03-02 waiting'],
    ],
    ['no longer the plan', [...inCare, decided, ['adoptionDecisionEnd', '2026-04-06']], []],
    ['adopted', [...inCare, decided, authority, match, placed, ['adoptionOrder', '2027-02-01']], []],
    ['left care', [...inCare, decided, ['periodOfCareEnd', '2026-04-06', { reason: 'E4A' }]], []],
    ['placed here', [here], ['placedHere 2026-03-02 bothOwed']],
    ['placed here, noticed', [here, done('noticeReceived')], ['placedHere 2026-03-02 toldOwed']],
    ['placed here, told', [here, done('toldHere')], ['placedHere 2026-03-02 noticeOwed']],
    ['placed here, both', [here, done('noticeReceived', 'toldHere')], ['placedHere 2026-03-02 complete']],
    ['gone from here', [here, done('ended')], []],
    [
      'placed here a second time',
      [here, done('noticeReceived', 'toldHere', 'ended'), ['placedHere', '2026-07-06']],
      ['placedHere 2026-07-06 bothOwed'],
    ],
    ['privately fostered', [fostered], ['privateFostering 2026-03-02 undecided']],
    [
      'decided on',
      [fostered, ['privateFosteringDecision', '2026-04-06', { decision: 'suitable' }]],
      ['privateFostering 2026-03-02 suitable'],
    ],
    ['no private fostering', [fostered, ['privateFosteringDecision', '2026-04-06', { decision: 'not' }]], []],
    ['a long stay', [stay], ['longStay 2026-03-02 undecided']],
    ['determined', [stay, ['longStayDecision', '2026-04-06', { decision: 'support' }]], ['longStay 2026-03-02 acted']],
    ['came home', [stay, ['longStayEnd', '2026-06-15']], []],
  ] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('%s', (_, told, expected) =>
    expect(on(...told)).toEqual(expected),
  );

  it('have words for each state, and limits that are there', () => {
    const rules = new Set(timescales.map(({ rule }) => rule));
    for (const name of registerNames) expect(registers[name].rules.filter((rule) => !rules.has(rule))).toEqual([]);
  });
});
