import { addMonths, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { professional, professionalsOn } from '../people/professional.ts';
import { adoptionOn, lookedAfterSince, periodAt } from './care.ts';
import { reviewsBetween, wasHeld } from './care-moments.ts';
import { carePlan } from './care-plan.ts';
import { dentalCheck } from './dental-check.ts';
import { healthAssessment } from './health-assessment.ts';
import { legalStatus } from './legal-status.ts';
import { personalEducationPlan } from './personal-education-plan.ts';
import { placement } from './placement.ts';
import { schoolPlace } from './school-place.ts';
import { strengthsAndDifficulties } from './strengths-and-difficulties.ts';

/** What Schedule 7 has a review consider, and the record knows: of each the latest, in the words of the chronology. */
const considered: readonly AnyStep[] = [
  erase(legalStatus),
  erase(carePlan),
  erase(placement),
  erase(schoolPlace),
  erase(personalEducationPlan),
  erase(healthAssessment),
  erase(dentalCheck),
  erase(strengthsAndDifficulties),
];

const lineOf = (step: AnyStep, one: Statement): string => `${step.summary(one.answers as never)}, ${formatDate(one.happenedOn)}`;

/** The review after one that is held today: three months after the first, else six; for who may be adopted other rules say when. */
function nextBy(history: History, today: LocalDate): readonly string[] {
  const since = lookedAfterSince(history, today);
  if (since === undefined || adoptionOn(history, today) !== undefined) return [];
  const isFirst = periodAt(history, today)?.beganEarlier !== true && reviewsBetween(history, since, today).length === 0;
  return [`Next review: by ${formatDate(addMonths(today, isFirst ? 3 : 6))} at the latest`];
}

/** How things stand for the child on the day of a review, to be put right: facts alone, and no words of anybody. */
export function knownInCare(history: History, today: LocalDate): Offer<string> | undefined {
  const latest = considered.flatMap((step) => {
    const from = history.findLast((one) => one.step === step.name);
    return from === undefined ? [] : [{ from, line: lineOf(step, from) }];
  });
  const newest = latest.map(({ from }) => from).reduce<Statement | undefined>(later, undefined);
  return newest && { value: [...latest.map(({ line }) => line), ...nextBy(history, today)].join('\n'), from: newest };
}

const later = (one: Statement | undefined, other: Statement): Statement =>
  one !== undefined && one.happenedOn > other.happenedOn ? one : other;

/** Who was asked last time, else the professionals around the child now. Who came is said afresh. */
export function askedToReview(history: History, today: LocalDate): Offer<string> | undefined {
  const before = history.findLast(({ step, answers }) => step === 'lookedAfterReview' && typeof answers['people'] === 'string');
  if (before !== undefined) return { value: String(before.answers['people']), from: before };
  const now = professionalsOn(history, today);
  const from = now.at(-1);
  return from && { value: now.map(({ answers }) => professional.summary(answers)).join('\n'), from };
}

/** How often a child placed for adoption is visited, as the last review that was held decided. */
export function visitsAsBefore(history: History): Offer<number> | undefined {
  const from = history.findLast(
    (one) => one.step === 'lookedAfterReview' && wasHeld(one) && typeof one.answers['visitsEveryWeeks'] === 'number',
  );
  return from && { value: Number(from.answers['visitsEveryWeeks']), from };
}
