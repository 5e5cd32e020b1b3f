import { expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { exitOf } from './exit-test.ts';

const statement = (entry: string, step: string, on: string, answers: Statement['answers']): Statement => ({
  entry,
  step,
  position: 1,
  happenedOn: date(on),
  recordedAt: `${on}T12:00:00Z`,
  recordedBy: 'w',
  tombstone: false,
  answers,
  corrections: [],
});
const asked = (sustainedFor?: number) =>
  statement('r', 'inspectionRecommendation', '2026-01-05', sustainedFor === undefined ? {} : { sustainedFor });
const judged = (on: string, how: string, recommendation = 'r') => statement(on, 'improvementProgress', on, { judged: how, recommendation });

test.each([
  ['not met, where nobody has judged it', asked(), [], { kind: 'notMet' }],
  ['not met, whatever was judged of another', asked(), [judged('2026-02-02', 'met', 'other')], { kind: 'notMet' }],
  ['not met, while it is in part', asked(), [judged('2026-02-02', 'partly')], { kind: 'notMet', judged: 'partly' }],
  [
    'holding, until somebody has looked again',
    asked(),
    [judged('2026-02-02', 'met')],
    { kind: 'holding', since: '2026-02-02', lookAgainFrom: '2026-08-02', months: 6 },
  ],
  [
    'holding, though it was seen again too soon',
    asked(),
    [judged('2026-02-02', 'met'), judged('2026-08-01', 'met')],
    { kind: 'holding', since: '2026-02-02', lookAgainFrom: '2026-08-02', months: 6 },
  ],
  [
    'sustained, when it is seen at the end of its months',
    asked(),
    [judged('2026-02-02', 'met'), judged('2026-08-02', 'met')],
    { kind: 'sustained', since: '2026-02-02', shownOn: '2026-08-02', months: 6 },
  ],
  [
    'sustained after as many months as were agreed',
    asked(12),
    [judged('2026-02-02', 'met'), judged('2026-08-02', 'met'), judged('2027-02-08', 'met')],
    { kind: 'sustained', since: '2026-02-02', shownOn: '2027-02-08', months: 12 },
  ],
  [
    'counted anew where it slipped in between',
    asked(),
    [judged('2026-02-02', 'met'), judged('2026-05-04', 'partly'), judged('2026-06-01', 'met'), judged('2026-08-03', 'met')],
    { kind: 'holding', since: '2026-06-01', lookAgainFrom: '2026-12-01', months: 6 },
  ],
  [
    'open again where it slipped after all',
    asked(),
    [judged('2026-02-02', 'met'), judged('2026-08-02', 'met'), judged('2026-11-02', 'notMet')],
    { kind: 'notMet', judged: 'notMet' },
  ],
] as const)('an improvement is %s', (_, recommendation, history, exit) => expect(exitOf(recommendation, history)).toEqual(exit));
