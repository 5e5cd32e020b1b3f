import { expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { measuredChild } from '../measures/measured-child.ts';
import { arrivalsOf } from './arrivals.ts';

const enquiry: Told = ['strategyDiscussion', '2026-06-01', { heldOn: '2026-06-01', enquiriesInitiated: true }];
const outcome = (said: string): Told => ['section47Outcome', '2026-06-12', { concludedOn: '2026-06-12', outcome: said }];
const held: Told = ['initialConference', '2026-06-19', { heldOn: '2026-06-19', outcome: 'planMade' }];
const ledTo = (...told: readonly Told[]) =>
  arrivalsOf(measuredChild(historyOf(...told), date('2026-10-31')), 'p', date('2025-11-01'))
    .filter(({ kind }) => kind === 'enquiry')
    .map(({ led }) => led);

test('an enquiry leads to a conference once it is held, also where its outcome was recorded before', () => {
  expect(ledTo(enquiry, held)).toEqual([true]);
  expect(ledTo(enquiry, outcome('conference'), held)).toEqual([true]);
});
test('until then it is not decided, unless it was concluded without one, or the case was closed', () => {
  expect(ledTo(enquiry)).toEqual([undefined]);
  expect(ledTo(enquiry, outcome('conference'))).toEqual([undefined]);
  expect(ledTo(enquiry, outcome('notSubstantiated'))).toEqual([false]);
  expect(ledTo(enquiry, ['closure', '2026-07-01', { closedOn: '2026-07-01' }])).toEqual([false]);
});
test('a conference of the next enquiry is not of the one before', () => {
  const next: Told = ['strategyDiscussion', '2026-07-06', { heldOn: '2026-07-06', enquiriesInitiated: true }];
  expect(ledTo(enquiry, outcome('notSubstantiated'), next, ['initialConference', '2026-07-20', { heldOn: '2026-07-20' }])).toEqual([
    false,
    true,
  ]);
});
