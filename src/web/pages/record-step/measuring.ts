import { contactMinutesOf } from '../../../oversight/burden/direct-contact.ts';
import { lagOf } from '../../../oversight/burden/lag.ts';
import type { ChildRecord } from '../../../record/contract.ts';
import type { RecordingCost } from '../../../record/recording-sums.ts';
import { costOfForm, rekeyedIn } from '../../form/form-cost.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { Understood } from '../../form/understand.ts';
import type { GivenForm } from '../../memory.ts';
import { one } from '../../request.ts';

/** A browser may say anything: an hour between two saves is as long as anybody types without one. */
const longestBetweenSaves = 3600;

const upTo = (most: number, text: string): number => (/^\d{1,7}$/.test(text) ? Math.min(most, Number(text)) : 0);

/** The seconds of typing since the last save, as the form says; without scripts it says nothing. */
export const typedIn = (given: GivenForm): Partial<RecordingCost> => {
  const seconds = upTo(longestBetweenSaves, one(given, 'spent'));
  return { seconds, sittings: seconds === 0 ? 0 : upTo(1, one(given, 'sitting')) };
};

/** What one form cost that is recorded now: of how many questions, and how long after the event. */
export function recordedCost(
  { step, given, chosen, child, today }: StepFormProps,
  answers: Understood,
  records: ReadonlyMap<string, ChildRecord>,
): Partial<RecordingCost> {
  const happenedOn = step.happenedOn({ ...answers.shared, ...answers.each.get(child.person) } as never);
  return {
    forms: 1,
    ...costOfForm(step, given, answers, chosen, today),
    rekeyed: rekeyedIn(step, given, answers, records.get(child.person)?.history ?? []),
    ...lagOf(step, happenedOn, today),
    contactMinutes: contactMinutesOf(step.name),
  };
}
