import { addMonths, ageAt, birthday, date, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { isAdultAlone, lifeForLimits, lifeOf } from '../checks.ts';

/** How long a kind of record is kept: dated, since the law of the day on which the work ended counts. */
type Rule = {
  readonly kind: string;
  readonly title: string;
  readonly law: string;
  /** No period in law: the authority's own schedule. */
  readonly isLocal?: true;
  readonly inForce: { readonly from: LocalDate; readonly to?: LocalDate };
  /** The day on which work of this kind last ended; undefined: there was none. */
  readonly endedOn: (history: History) => LocalDate | undefined;
  /** Until when it is kept; undefined: what is on record does not say. */
  readonly until: (history: History, endedOn: LocalDate) => LocalDate | undefined;
};

const years = (from: LocalDate, count: number): LocalDate => addMonths(from, 12 * count);

/** To a birthday; of a child who died before 18, fifteen years from the death. */
const toBirthday =
  (age: number) =>
  (history: History): LocalDate | undefined => {
    const { bornOn } = lifeOf(history);
    const { diedOn } = lifeForLimits(history);
    if (diedOn !== undefined && (bornOn === undefined || ageAt(bornOn, diedOn) < 18)) return years(diedOn, 15);
    return bornOn === undefined ? undefined : birthday(bornOn, age);
  };

const lastOf =
  (...steps: readonly string[]) =>
  (history: History): LocalDate | undefined =>
    history.findLast(({ step }) => steps.includes(step))?.happenedOn;

/** An adoption order ends a period of care, with reason E11 or E12. */
const adoptedOn = (history: History): LocalDate | undefined =>
  history.findLast(({ step, answers }) => step === 'periodOfCareEnd' && ['E11', 'E12'].some((one) => one === answers['reason']))
    ?.happenedOn;

/** When something was last written of the person. Details of a person are dated by their birth: what counts is when they were written down. */
const lastWritten = (history: History): LocalDate | undefined =>
  history
    .flatMap((one) => [one, ...one.corrections])
    .map(({ statedAt, source, recordedAt, happenedOn }) => dayIn(statedAt ?? (source === undefined ? recordedAt : ''), happenedOn))
    .toSorted()
    .at(-1);

const dayIn = (instant: string, otherwise: LocalDate): LocalDate => {
  const day = instant.slice(0, 10);
  return isDate(day) ? day : otherwise;
};

/** By a local schedule no record goes while it may still be sued upon: six years from when something was last written (Limitation Act 1980 s5). */
const toTwentyFive = (history: History, on: LocalDate): LocalDate | undefined => {
  const end = toBirthday(25)(history);
  return end === undefined ? undefined : [end, years(lastWritten(history) ?? on, 6)].toSorted().at(-1);
};
const inOurTime = { from: date('1900-01-01') };

/** A record is kept until the last of those that are of it ends. A new law is a new line, from its day on. */
export const retentionRules: readonly Rule[] = [
  {
    kind: 'adoption',
    title: 'Adopted before 30 December 2005',
    law: 'Adoption Agencies Regulations 1983 reg 14(3): at least 75 years',
    inForce: { from: date('1984-05-27'), to: date('2005-12-29') },
    endedOn: adoptedOn,
    until: (_history, on) => years(on, 75),
  },
  {
    kind: 'adoption',
    title: 'Adopted',
    law: 'Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005 reg 6: at least 100 years from the adoption order',
    inForce: { from: date('2005-12-30') },
    endedOn: adoptedOn,
    until: (_history, on) => years(on, 100),
  },
  {
    kind: 'lookedAfter',
    title: 'Looked after',
    law: 'Arrangements for Placement of Children (General) Regulations 1991 reg 9: to the 75th birthday, or 15 years after a death before 18',
    inForce: { from: date('1900-01-01'), to: date('2011-03-31') },
    endedOn: lastOf('periodOfCare', 'periodOfCareEnd'),
    until: toBirthday(75),
  },
  {
    kind: 'lookedAfter',
    title: 'Looked after',
    law: 'Care Planning, Placement and Case Review Regulations 2010 reg 50: to the 75th birthday, or 15 years after a death before 18',
    inForce: { from: date('2011-04-01') },
    endedOn: lastOf('periodOfCare', 'periodOfCareEnd'),
    until: toBirthday(75),
  },
  {
    kind: 'childProtection',
    title: 'Child protection',
    law: 'No period in law: UK GDPR Art 5(1)(e), as long as it is needed; by the usual schedule to the 25th birthday, and six years after the last entry',
    isLocal: true,
    inForce: inOurTime,
    endedOn: lastOf('strategyDiscussion', 'section47Enquiry', 'initialConference', 'childProtectionPlan', 'childProtectionPlanEnd'),
    until: toTwentyFive,
  },
  {
    kind: 'childInNeed',
    title: 'Child in need, assessment or referral',
    law: 'No period in law: UK GDPR Art 5(1)(e), as long as it is needed; by the usual schedule to the 25th birthday, and six years after the last entry',
    isLocal: true,
    inForce: inOurTime,
    endedOn: (history) => (isAdultAlone(history) ? undefined : lastWritten(history)),
    until: toTwentyFive,
  },
  {
    kind: 'adult',
    title: 'Adult of a family',
    law: 'No period in law: UK GDPR Art 5(1)(e), as long as it is needed; by a schedule of ours 25 years after the last entry, as long as a child born that day is to be protected',
    isLocal: true,
    inForce: inOurTime,
    endedOn: (history) => (isAdultAlone(history) ? lastWritten(history) : undefined),
    until: (_history, on) => years(on, 25),
  },
];

/** How long one person's record is kept as a record of one kind. */
export type Retention = Pick<Rule, 'kind' | 'title' | 'law' | 'isLocal'> & {
  readonly until: LocalDate | undefined;
  /** Where nothing can be counted: why. */
  readonly otherwise?: string;
};

/** By every rule that is of this person's record; of several children in one entry, each has their own. */
export function retentionOf(history: History): readonly Retention[] {
  return retentionRules.flatMap(({ kind, title, law, isLocal, inForce, endedOn, until }) => {
    const on = endedOn(history);
    if (on === undefined || on < inForce.from || (inForce.to !== undefined && on > inForce.to)) return [];
    return [{ kind, title, law, ...(isLocal === undefined ? {} : { isLocal }), until: until(history, on) }];
  });
}

/** The last day of all rules; undefined: none is of this record, or one cannot be counted because the date of birth is not on record. */
export function keptUntil(history: History): LocalDate | undefined {
  const ends = retentionOf(history).map(({ until }) => until);
  return ends.every((end) => end !== undefined) ? ends.toSorted().at(-1) : undefined;
}
