import { daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import { offersOf } from '../../kernel/step/prefill.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import type { RecordingCost } from '../../record/recording-sums.ts';

/** A year late is as late as counts. */
const longest = 365;

/** What is usually recorded on its day, as its form offers: a visit, a decision. Not who somebody is, which began with their birth. */
export const isOfADay = (step: AnyStep, today: LocalDate): boolean =>
  [...offersOf(step, [], today).values()].some(({ value }) => value === today);

/** How long after its day a form was recorded. */
export function lagOf(step: AnyStep, happenedOn: LocalDate, recordedOn: LocalDate): Pick<RecordingCost, 'dated' | 'lagDays' | 'prompt'> {
  if (!isOfADay(step, recordedOn)) return { dated: 0, lagDays: 0, prompt: 0 };
  const lagDays = Math.min(longest, Math.max(0, daysBetween(happenedOn, recordedOn)));
  return { dated: 1, lagDays, prompt: lagDays <= 1 ? 1 : 0 };
}
