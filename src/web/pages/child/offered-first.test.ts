import { expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { nextAfter } from '../../../practice/pathway.ts';
import { historyOf } from '../../../practice/history.fixture.ts';
import { isOfferedFirst } from './offered-first.ts';

const since = date('2026-01-12');
const afterVisit = nextAfter(
  historyOf(['childProtectionPlan', '2025-02-03'], ['lookedAfterReview', '2026-02-02'], ['visit', '2026-02-09']),
);
const first = (step: string, standing: Parameters<typeof isOfferedFirst>[2]): boolean => isOfferedFirst(step, afterVisit, standing);

it('a core group is offered first of a child on a plan, and of nobody else', () => {
  expect(first('coreGroupMeeting', { onPlanSince: since })).toBe(true);
  expect(first('coreGroupMeeting', { lookedAfterSince: since })).toBe(false);
});

it('a move and a time missing are offered first of a child in care; of whoever left it, no review of it', () => {
  for (const step of ['placement', 'missingEpisode', 'earlyReviewRequest']) expect(first(step, { lookedAfterSince: since })).toBe(true);
  expect(first('earlyReviewRequest', { shortBreaksSince: since })).toBe(true);
  for (const step of ['placement', 'earlyReviewRequest', 'carePlan']) expect(first(step, {})).toBe(false);
  expect(first('visit', {})).toBe(true);
});
