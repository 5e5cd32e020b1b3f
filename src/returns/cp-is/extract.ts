import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { isShortBreak, lifeOf, periodsOf, statementsOf } from '../../practice/pathway.ts';
import { endOfProtection } from '../cin-census/build/protection.ts';
import { detailIn } from '../details.ts';

/*
 * The Child Protection Information Sharing extract: who is on a child protection plan, who was on one before birth, and who is looked after, so that
 * whoever sees the child in unscheduled care is told and tells us. What the NHS's file needs is known here; its own layout was not at hand.
 */
export const cpIsHeads = [
  'NHS_NUMBER',
  'LOCAL_ID',
  'FAMILY_NAME',
  'GIVEN_NAME',
  'DATE_OF_BIRTH',
  'EXPECTED_DATE_OF_BIRTH',
  'PLAN_TYPE',
  'PLAN_START_DATE',
  'PLAN_END_DATE',
  'LA_CODE',
] as const;

/** The steps that the extract tells: nothing of any other is read for it. */
export const cpIsSteps: readonly string[] = [
  'personDetails',
  'adultDetails',
  'relationship',
  'childDeath',
  'childProtectionPlan',
  'childProtectionPlanEnd',
  'closure',
  'periodOfCare',
  'periodOfCareEnd',
  'legalStatus',
  'placement',
];

/** CPP: a child protection plan; UCPP: one of an unborn child, known by the mother's number; LAC: looked after. */
export type PlanType = 'CPP' | 'UCPP' | 'LAC';

export type Flag = {
  /** The entry that began it: by it the same is known again. */
  readonly key: string;
  readonly type: PlanType;
  readonly startedOn: LocalDate;
  readonly endedOn?: LocalDate;
  /** The entries that say so. */
  readonly from: readonly string[];
};

export type FlaggedChild = {
  readonly person: string;
  /** Absent: nobody has given the child a number, and nothing can be sent. */
  readonly localId?: string;
  readonly nhsNumber?: string;
  /** Of an unborn child: under whose number it stands. */
  readonly mother?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  readonly bornOn?: string;
  readonly expectedOn?: string;
  readonly flags: readonly Flag[];
  /** By what is said of the child (`nhsNumber`, `familyName`, …), the entries that say so. */
  readonly from: Readonly<Record<string, readonly string[]>>;
};

/** What ended stays in the extract for a year, with its end. */
const kept = 12;

const isTold = (on: LocalDate, endedOn: LocalDate | undefined): boolean => endedOn === undefined || endedOn >= addMonths(on, -kept);

export type About = { readonly person: string; readonly history: History; readonly isRestricted: boolean };

/** What stands of a child on a day; undefined: neither plan nor care. Pure. */
export function flaggedChild({ person, history, isRestricted }: About, on: LocalDate): FlaggedChild | undefined {
  const told = history.filter(({ happenedOn }) => happenedOn <= on);
  const detail = detailIn(history);
  const said = (name: string): string | undefined => {
    const answer = detail(name)?.answers[name];
    return typeof answer === 'string' ? answer : undefined;
  };
  const { bornOn } = lifeOf(history);
  const flags = [...plansIn(told, bornOn, on), ...careIn(told, on)];
  if (flags.length === 0) return undefined;
  const isUnborn = bornOn === undefined || bornOn > on;
  const mother = isUnborn ? motherIn(told) : undefined;
  const from = Object.fromEntries(asked.map((name) => [asAsked[name] ?? name, entryOf(detail(name))]));
  return {
    person,
    flags,
    from: { ...from, ...(mother === undefined ? {} : { mother: entryOf(mother) }) },
    ...given('localId', said('laChildId')),
    ...given('nhsNumber', said('nhsNumber')),
    ...given('mother', mother && String(mother.answers['relative'])),
    ...(isRestricted ? {} : { ...given('familyName', said('lastName')), ...given('givenName', said('firstName')) }),
    ...(isUnborn ? given('expectedOn', said('expectedOn')) : given('bornOn', bornOn)),
  };
}

const asked = ['laChildId', 'nhsNumber', 'lastName', 'firstName', 'bornOn', 'expectedOn'] as const;
const asAsked: Readonly<Record<string, string>> = { laChildId: 'localId', lastName: 'familyName', firstName: 'givenName' };
const entryOf = (one: Statement | undefined): readonly string[] => (one === undefined ? [] : [one.entry]);

const given = <K extends keyof FlaggedChild>(key: K, value: FlaggedChild[K] | undefined): Partial<FlaggedChild> =>
  value === undefined ? {} : { [key]: value };

/** A plan made before the birth is the unborn child's until then, and the child's from then on: the type says how it stands on the day. */
const plansIn = (told: History, bornOn: LocalDate | undefined, on: LocalDate): readonly Flag[] =>
  statementsOf('childProtectionPlan', told).flatMap((begun) => {
    const end = endOfProtection(begun, told);
    const type = bornOn === undefined || bornOn > on ? 'UCPP' : 'CPP';
    return isTold(on, end?.happenedOn) ? [flagOf(begun, type, end)] : [];
  });

/** Short breaks are no care for this. */
const careIn = (told: History, on: LocalDate): readonly Flag[] =>
  periodsOf(told).flatMap(({ start, end, statuses }) => {
    const first = statuses.find(({ answers }) => !isShortBreak(String(answers['legalStatus'])));
    const begun = first ?? (statuses.length === 0 ? start : undefined);
    return begun !== undefined && isTold(on, end?.happenedOn) ? [flagOf(begun, 'LAC', end)] : [];
  });

const flagOf = (begun: Statement, type: PlanType, end: Statement | undefined): Flag => ({
  key: `${begun.entry} ${type === 'LAC' ? 'LAC' : 'plan'}`,
  type,
  startedOn: begun.happenedOn,
  ...(end === undefined ? {} : { endedOn: end.happenedOn }),
  from: [begun.entry, ...(end === undefined ? [] : [end.entry])],
});

/** Where the record names the mother. */
const motherIn = (told: History): Statement | undefined =>
  statementsOf('relationship', told).findLast(({ answers }) => answers['bond'] === 'mother' && typeof answers['relative'] === 'string');
