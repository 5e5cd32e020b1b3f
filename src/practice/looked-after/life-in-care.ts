import { addMonths, yearBegan, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore, sumOf, upTo } from '../checks.ts';
import { askedAnewFrom } from './accommodation-limits.ts';
import { legalStatusAt, lookedAfterSince } from './care.ts';
import { schoolYearBegan } from './school-days.ts';

const words = (value: unknown): string => (typeof value === 'string' ? value.trim().toLowerCase() : '');

/** The latest of each: of a person, of a matter and whoever answers for it. */
const latestOfEach = (all: readonly Statement[], ...names: readonly string[]): readonly Statement[] => [
  ...new Map(all.map((one) => [names.map((name) => words(one.answers[name])).join('|'), one])).values(),
];

/** What each holder says now to accommodation by agreement, while it is by agreement: an agreement that has ended says nothing. */
export function agreementsOn(history: History, day: LocalDate): readonly Statement[] {
  const since = lookedAfterSince(history, day);
  if (since === undefined || legalStatusAt(history, day) !== 'V2') return [];
  const ends = upTo('accommodationAgreementEnd', history, day);
  const given = upTo('accommodationAgreement', history, day).filter(({ happenedOn }) => happenedOn >= askedAnewFrom(since));
  const isOver = (one: Statement): boolean =>
    ends.some((end) =>
      end.answers['agreement'] === undefined
        ? given.findLast((other) => isBefore(other, end)) === one
        : end.answers['agreement'] === one.entry,
    );
  return latestOfEach(given, 'holder', 'name').filter((one) => !isOver(one));
}

/** Who holds parental responsibility on a day and has said nothing to it: by the record of each. */
export function holdersNotAsked(history: History, day: LocalDate): readonly Statement[] {
  if (legalStatusAt(history, day) !== 'V2') return [];
  const asked = agreementsOn(history, day);
  if (asked.some(({ answers }) => answers['answer'] === 'nobody' || answers['answer'] === 'youngPerson')) return [];
  return latestOfEach(upTo('parentalResponsibility', history, day), 'holder', 'name').filter(
    ({ answers }) =>
      (answers['until'] === undefined || String(answers['until']) >= day) &&
      !asked.some(
        (one) => words(one.answers['holder']) === words(answers['holder']) && words(one.answers['name']) === words(answers['name']),
      ),
  );
}

/** Who may decide what, as last written down as a whole. */
export const delegatedOn = (history: History, day: LocalDate): Statement | undefined => upTo('delegatedAuthority', history, day).at(-1);

export const consentsOn = (history: History, day: LocalDate): readonly Statement[] =>
  latestOfEach(upTo('consent', history, day), 'matter', 'by', 'holder', 'name');

export const familyTimeOn = (history: History, day: LocalDate): readonly Statement[] =>
  latestOfEach(upTo('familyTimePlan', history, day), 'person', 'name');

/** What became of family time in the three months to a day: how many times it was to be, and took place, cut short or not. */
export function familyTimeKept(
  history: History,
  day: LocalDate,
): { readonly planned: number; readonly kept: number; readonly notByUs: number } {
  const times = upTo('familyTime', history, day).filter(({ happenedOn }) => happenedOn > addMonths(day, -3));
  const went = (...how: readonly unknown[]): number => times.filter(({ answers }) => how.includes(answers['how'])).length;
  return { planned: times.length, kept: went('place', 'short'), notByUs: went('notByUs') };
}

/** The milestones of life-story work that were reached, each with the day on which it first was. */
export function lifeStoryReached(history: History, day: LocalDate): ReadonlyMap<string, LocalDate> {
  const reached = new Map<string, LocalDate>();
  for (const { answers, happenedOn } of upTo('lifeStoryWork', history, day))
    for (const one of Array.isArray(answers['reached']) ? answers['reached'] : [])
      if (!reached.has(String(one))) reached.set(String(one), happenedOn);
  return reached;
}

export type Schooling = {
  readonly attendance: readonly Statement[];
  readonly exclusions: readonly Statement[];
  readonly daysSuspended: number;
  /** Pounds of pupil premium plus agreed since the financial year began. */
  readonly premium: number;
  readonly plan: Statement | undefined;
};

/** School as the record has it: attendance and exclusions of this school year, money of this financial year, of which the grant is, the latest plan. */
export function schoolingOn(history: History, day: LocalDate): Schooling {
  const year = schoolYearBegan(day);
  const exclusions = upTo('schoolExclusion', history, day).filter(
    ({ answers, happenedOn }) => happenedOn >= year && (answers['kind'] === 'suspension' || answers['kind'] === 'permanent'),
  );
  return {
    attendance: upTo('schoolAttendance', history, day).filter(({ happenedOn }) => happenedOn >= addMonths(day, -12)),
    exclusions,
    daysSuspended: sumOf(exclusions, 'days'),
    premium: sumOf(
      upTo('pupilPremiumPlus', history, day).filter(({ happenedOn }) => happenedOn >= yearBegan(day, '04-01')),
      'amount',
    ),
    plan: upTo('personalEducationPlan', history, day).findLast(({ answers }) => answers['held'] !== false),
  };
}
