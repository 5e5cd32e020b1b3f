import { expect, test } from 'vitest';
import type { Told } from '../history.fixture.ts';
import { owed } from '../owed.fixture.ts';

const received: Told = ['complaint', '2026-03-09', { receivedOn: '2026-03-09', from: 'child' }];
const more = (on: string, stage: string): Told => ['complaintExtension', on, { toldOn: on, stage, why: 'x' }];
const answered = (on: string, stage: string): Told => ['complaintAnswer', on, { answeredOn: on, stage }];
const further = (on: string, stage: string): Told => ['complaintFurther', on, { askedOn: on, stage }];
const panel = (on: string): Told => ['complaintPanel', on, { heldOn: on }];
const findings = (on: string): Told => ['complaintFindings', on, { sentOn: on }];

// SI 2006/1738 regs 14, 17, 19 and 20.
test.each([
  ['an answer in ten working days', [received], ['complaintStageOne 2026-03-23']],
  ['twenty, if they are told so within the ten', [received, more('2026-03-23', 'one')], ['complaintStageOne 2026-04-08']],
  ['ten, if they are told so too late', [received, more('2026-03-24', 'one')], ['complaintStageOne 2026-03-23']],
  ['nothing more, once it is answered', [received, answered('2026-03-20', 'one')], ['complaintStageOne 2026-03-23 met 2026-03-20']],
  [
    'an investigation in 25 working days',
    [received, answered('2026-03-20', 'one'), further('2026-04-07', 'two')],
    ['complaintStageOne 2026-03-23 met 2026-03-20', 'complaintStageTwo 2026-05-13'],
  ],
  [
    '65 at most, if they are told so within the 25',
    [further('2026-04-07', 'two'), more('2026-05-13', 'two')],
    ['complaintStageTwo 2026-07-09'],
  ],
  ['a panel in thirty working days', [further('2026-07-20', 'three')], ['complaintPanel 2026-09-01']],
  ['its findings in five', [panel('2026-08-20')], ['complaintFindings 2026-08-27']],
  [
    'the answer in fifteen from the findings',
    [panel('2026-08-20'), findings('2026-08-24'), answered('2026-09-01', 'three')],
    ['complaintStageThree 2026-09-15 met 2026-09-01', 'complaintFindings 2026-08-27 met 2026-08-24'],
  ],
  [
    'nothing, once it is withdrawn',
    [received, ['complaintWithdrawn', '2026-03-12', { on: '2026-03-12' }]],
    ['complaintStageOne 2026-03-23 ended 2026-03-12'],
  ],
] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('a complaint is owed %s', (_, events, limits) =>
  expect(owed(...events)).toEqual(limits),
);
