import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Role } from '../../kernel/step/permission.ts';

/** A course that somebody owes: `everyMonths` absent: once. */
export type Mandatory = {
  readonly course: string;
  readonly title: string;
  readonly topic: string;
  readonly mandatoryFor: string;
  readonly from: LocalDate;
  readonly everyMonths?: number;
};

/** That somebody came to a course, or learnt the like elsewhere. */
export type Attended = { readonly topic: string; readonly course?: string; readonly heldOn: LocalDate; readonly came: string };

/** `lastOn` absent: never. */
export type Owed = { readonly course: string; readonly title: string; readonly lastOn?: LocalDate; readonly dueOn: LocalDate };

const managers: readonly Role[] = ['teamManager', 'headOfService'];
const socialWorkers: readonly Role[] = [...managers, 'socialWorker', 'reviewingOfficer', 'dutyWorker'];
const withChildren: readonly Role[] = [...socialWorkers, 'leadPractitioner'];
const whom: Readonly<Record<string, readonly Role[]>> = { everybody: withChildren, socialWorkers, managers };

/** Whoever has never come has so many months from the day on which the course became mandatory, or from their own first day here if that is later. */
export const firstWithin = 3;

/**
 * What is mandatory for somebody of these roles, and until when: so many months after they last came to it, or learnt the like elsewhere. A local standard,
 * derived from who came, and asked of nobody. `startedOn`: their first day here; absent: it is not on record. What was done once and is owed once is not listed. The first to be due stands first.
 */
export function trainingOwed(
  mandatory: readonly Mandatory[],
  attended: readonly Attended[],
  roles: readonly Role[],
  startedOn?: LocalDate,
): readonly Owed[] {
  return mandatory
    .filter(({ mandatoryFor }) => whom[mandatoryFor]?.some((role) => roles.includes(role)))
    .flatMap(({ course, title, topic, from, everyMonths }): readonly Owed[] => {
      const lastOn = attended
        .filter((one) => one.came === 'came' && (one.course === course || (one.course === undefined && one.topic === topic)))
        .map(({ heldOn }) => heldOn)
        .toSorted()
        .at(-1);
      const since = startedOn === undefined || startedOn < from ? from : startedOn;
      if (lastOn === undefined) return [{ course, title, dueOn: addMonths(since, firstWithin) }];
      return everyMonths === undefined ? [] : [{ course, title, lastOn, dueOn: addMonths(lastOn, everyMonths) }];
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title));
}
