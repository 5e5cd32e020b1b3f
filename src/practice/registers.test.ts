import { describe, expect, it, test } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { historyOf, type Told } from './history.fixture.ts';
import { isRegisteredOn, registerNames, registers, registersIn, type RegisterName } from './registers.ts';
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
const adopted: Told = ['adoptionOrder', '2027-03-01'];
const here: Told = ['placedHere', '2026-03-02'];
const done = (...what: readonly string[]): Told => ['placedHereChange', '2026-03-06', { done: what }];
const fostered: Told = ['privateFosteringNotice', '2026-03-02'];
const stay: Told = ['longStayNotice', '2026-03-02'];

const grown: readonly Told[] = [
  ['personDetails', '2009-05-01', { bornOn: '2009-05-01' }],
  ['periodOfCare', '2020-01-12', { legalStatus: 'C2' }],
];
const left: Told = ['periodOfCareEnd', '2026-07-01', { reason: 'E6' }];
const adviser: Told = ['personalAdviserNamed', '2026-05-22', { adviser: 'a' }];
const plan: Told = ['pathwayPlan', '2026-06-01'];
const inTouch = (how: string): Told => ['careLeaverContact', '2026-09-01', { inTouch: how }];
const shortBreak: Told = ['periodOfCare', '2026-03-02', { legalStatus: 'V3' }];
const home: Told = ['periodOfCareEnd', '2026-03-06', { reason: 'E4A' }];

describe('registers', () => {
  test.each([
    ['an adoption order', [adopted], ['sealing 2027-03-01 storyOwed']],
    ['an order, and the book alone', [adopted, ['lifeStory', '2027-03-08', { what: 'book' }]], ['sealing 2027-03-01 storyOwed']],
    [
      'an order, the book and then the letter',
      [adopted, ['lifeStory', '2027-03-08', { what: 'book' }], ['lifeStory', '2027-03-10', { what: 'letter' }]],
      ['sealing 2027-03-01 toSeal'],
    ],
    ['an order, and the record is sealed', [adopted, ['recordSealed', '2027-03-15']], []],
    [
      'care that ended with adoption, no order on record',
      [...inCare, ['periodOfCareEnd', '2027-03-01', { reason: 'E12' }]],
      ['sealing 2027-03-01 orderOwed'],
    ],
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
    ['adopted', [...inCare, decided, authority, match, placed, ['adoptionOrder', '2027-02-01']], ['sealing 2027-02-01 storyOwed']],
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
    ['left care without an adviser', [...grown, left], ['careLeavers 2026-07-01 noAdviser']],
    ['with an adviser, no plan', [...grown, adviser, left], ['careLeavers 2026-07-01 noPlan']],
    ['with a plan', [...grown, adviser, plan, left], ['careLeavers 2026-07-01 supported']],
    ['not in touch', [...grown, adviser, plan, left, inTouch('NO')], ['careLeavers 2026-07-01 notInTouch']],
    ['in touch', [...grown, adviser, plan, left, inTouch('YES')], ['careLeavers 2026-07-01 supported']],
    ['no longer needs it', [...grown, adviser, plan, left, inTouch('NREQ')], []],
    ['adopted at seventeen', [...grown, ['periodOfCareEnd', '2026-07-01', { reason: 'E12' }]], ['sealing 2026-07-01 orderOwed']],
    ['in care again', [...grown, left, ['periodOfCare', '2026-08-03', { legalStatus: 'V2' }]], []],
    ['on a break', [shortBreak], ['shortBreaks 2026-03-02 away']],
    ['home from a break', [shortBreak, home], ['shortBreaks 2026-03-06 between']],
    ['home, and closed', [shortBreak, home, ['closure', '2026-03-20']], []],
    ['a series agreed', [['periodOfCare', '2026-03-02', { legalStatus: 'V4' }]], ['shortBreaks 2026-03-02 agreement']],
    ['a series that ended', [['periodOfCare', '2026-03-02', { legalStatus: 'V4' }], home], []],
    ['a break that became care', [shortBreak, ['legalStatus', '2026-03-05', { legalStatus: 'V2' }]], []],
    ['came home', [stay, ['longStayEnd', '2026-06-15']], []],
  ] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('%s', (_, told, expected) =>
    expect(on(...told)).toEqual(expected),
  );

  it('end with the age that is theirs, and where nothing follows for long', () => {
    const stands = (register: RegisterName, state: string, bornOn: string, today: string) =>
      isRegisteredOn(register, { since: date('2026-03-06'), state }, date(bornOn), date(today));
    expect(stands('careLeavers', 'supported', '2005-06-15', '2030-06-14')).toBe(true);
    expect(stands('careLeavers', 'supported', '2005-06-15', '2030-06-15')).toBe(false);
    expect(stands('placedHere', 'bothOwed', '2008-06-15', '2026-06-15')).toBe(false);
    expect(stands('shortBreaks', 'between', '2015-06-15', '2027-03-06')).toBe(true);
    expect(stands('shortBreaks', 'between', '2015-06-15', '2027-03-07')).toBe(false);
  });

  it('have words for each state, and limits that are there', () => {
    const rules = new Set(timescales.map(({ rule }) => rule));
    for (const name of registerNames) expect(registers[name].rules.filter((rule) => !rules.has(rule))).toEqual([]);
  });
});
