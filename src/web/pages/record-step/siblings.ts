import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { familyOn, siblingsOf, type Family } from '../../../practice/people/family.ts';
import type { ChildRecord, Opened } from '../../../record/contract.ts';
import { beforeOf, type Before } from '../../form/last-time.tsx';
import type { OfferedBy } from '../../form/asking.ts';
import { markerOf, offeredOf, prefilled } from '../../form/offers.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { Who } from '../../session.ts';
import { openAndRead } from '../child/opening.ts';
import { personFields } from '../family/people-linked.ts';
import { eachPrefix, type Subject } from '../../form/understand.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { several } from '../../request.ts';

/** `together`: whom a new form ticks. `closed`: of how many more the record is restricted, as the page of the family tells the same reader: they cannot be ticked. */
type Subjects = {
  readonly child: Subject;
  readonly siblings: readonly Subject[];
  readonly together: readonly string[];
  readonly closed: number;
};

const subjectOf = ({ person, standing: { name, bornOn, expectedOn } }: ChildRecord): Subject => ({ person, name, bornOn, expectedOn });

type Relatives = Awaited<ReturnType<WebParts['record']['relatives']>>;

/** Of a step that is stated of one child alone nobody is offered beside it. */
const isOfOne = ({ each, togetherWith }: AnyStep): boolean =>
  togetherWith === 'nobody' || (Object.keys(each).length === 0 && togetherWith !== 'siblings');

/** The family, read once: those of whom the step may be stated at once, and with whom its questions may be answered. */
export const relativesFor = (parts: WebParts, opened: Opened, step: AnyStep): Promise<Relatives> =>
  isOfOne(step) && personFields(step).length === 0 ? Promise.resolve([]) : parts.record.relatives(opened);

/** The child, and those of the family whom the step may be stated of at once: brothers and sisters, or everybody with a record. */
export const subjectsOf = (step: AnyStep, record: ChildRecord, relatives: Relatives, today: LocalDate): Subjects =>
  relatives.length === 0 || isOfOne(step)
    ? { child: subjectOf(record), siblings: [], together: [], closed: 0 }
    : subjectsIn(familyOn(record.person, relatives, today), step, record);

/** What is said once for several children may name an entry only that is on the record of each: of another’s it would count for nobody. */
export const linkedElsewhere = (
  step: AnyStep,
  shared: Readonly<Record<string, unknown>>,
  { chain }: ChildRecord,
  first?: Subject,
): readonly Problem[] =>
  Object.entries(step.fields).flatMap(([field, { control, label, required }]): readonly Problem[] => {
    const named = shared[field];
    if (control.kind !== 'link' || control.to !== 'entry' || named === undefined || chain.some(({ entry }) => entry === named)) return [];
    const instead = required === undefined ? 'leave it empty, or record this' : 'record this';
    return [{ field, message: `${label} is on the record of ${first?.name ?? 'another child'} alone: ${instead} of each child by itself` }];
  });

type Aged = { readonly name: string; readonly bornOn?: LocalDate | undefined; readonly expectedOn?: LocalDate | undefined };
/** As a family is spoken of: eldest first, whoever is not yet born last, whose age nobody knows after them. */
const ageOf = ({ bornOn, expectedOn, name }: Aged): string => `${bornOn ?? expectedOn ?? '9999'} ${name}`;
const eldestFirst = (a: Aged, b: Aged): number => ageOf(a).localeCompare(ageOf(b), 'en');

/** The same where the family is read already, and the step can be of several. */
export function subjectsIn(family: Family, step: AnyStep, record: ChildRecord): Subjects {
  const offered = step.togetherWith === 'family' ? family.members.filter(({ id }) => id !== record.person) : siblingsOf(family);
  const isOffered = step.about === undefined ? ({ isAdult }: { readonly isAdult: boolean }) => !isAdult : () => true;
  const siblings = offered.filter((one) => one.isOnRecord && !one.isRestricted && isOffered(one));
  return {
    child: subjectOf(record),
    siblings: siblings.toSorted(eldestFirst).map(({ id, name, bornOn, expectedOn }) => ({ person: id, name, bornOn, expectedOn })),
    together: step.ticks === 'household' ? family.household : [],
    closed: offered.filter((one) => one.isOnRecord && one.isRestricted).length,
  };
}

/**
 * Whoever was ticked after the form was shown was offered nothing then: what is offered of them is filled in where it was left empty, and is seen before it
 * is recorded. `given` as it was sent where nothing is.
 */
export function filledForTicked(step: AnyStep, given: GivenForm, offers: OfferedBy, ticked: readonly Subject[]) {
  const late = ticked.filter(({ person }) => !Object.keys(given).some((name) => name.startsWith(markerOf(`${eachPrefix(person)}.`))));
  const filled = late.filter(({ person }) => [...offers.keys()].some((id) => isOpenTo(given, id, person)));
  const theirs = new Map([...offers].filter(([id]) => filled.some(({ person }) => isOpenTo(given, id, person))));
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !theirs.has(name)));
  return { given: filled.length === 0 ? given : prefilled(step, theirs, rest), filled };
}

/** The same from their records as they are now. */
export function filledFrom(
  { step, given, child, chosen, today }: StepFormProps,
  records: ReadonlyMap<string, ChildRecord>,
  titleOf: (step: string) => string,
) {
  const ticked = chosen.filter((one) => one !== child);
  const offers = ticked.flatMap(({ person }) => [...offeredOf(step, person, records.get(person)?.history ?? [], today, titleOf)]);
  return filledForTicked(step, given, new Map(offers), ticked);
}

/** A question of this person’s own line that was left empty. */
const isOpenTo = (given: GivenForm, id: string, person: string): boolean =>
  id.startsWith(`${eachPrefix(person)}.`) &&
  !Object.keys(given).some((name) => (name === id || name.startsWith(`${id}.`)) && several(given, name).some((value) => value !== ''));

type Asked = {
  readonly step: AnyStep;
  readonly child: string;
  readonly siblings: readonly Subject[];
  readonly ticked: readonly string[];
  readonly today: LocalDate;
  readonly titleOf: (step: string) => string;
};
type OfSiblings = { readonly offers: OfferedBy; readonly before: ReadonlyMap<string, Before> };

/**
 * What each brother or sister is offered on their own line, and was answered last time. Of those alone who are ticked, whose records are opened as they are
 * when it is recorded, or whose record the writer has opened: nobody's is opened because a form of somebody else was looked at.
 */
export async function ofSiblings(parts: WebParts, { session, memory }: Who, asked: Asked): Promise<OfSiblings> {
  const { step, child, siblings, ticked, today, titleOf } = asked;
  const read = siblings.filter(({ person }) => ticked.includes(person) || memory.opened.has(person)).map(({ person }) => person);
  if (read.length === 0 || Object.keys(step.each).length === 0) return { offers: new Map(), before: new Map() };
  const reason = memory.opened.get(child)?.reason ?? 'Recording for the family';
  const records = [...(await openAndRead(parts, session, read, reason)).values()];
  const offers = records.flatMap(({ person, history }) => [...offeredOf(step, person, history, today, titleOf)]);
  const before = records.flatMap(({ person, history }) => {
    const last = beforeOf(step.name, history, titleOf);
    return last === undefined ? [] : [[person, last] as const];
  });
  return { offers: new Map(offers.filter(([id]) => id.startsWith(eachPrefix('')))), before: new Map(before) };
}

/** A form with what each brother or sister is offered and was answered last time; a new one is filled in with it. */
export async function withSiblings(
  parts: WebParts,
  who: Who,
  form: StepFormProps,
  titleOf: (step: string) => string,
  isNew: boolean,
): Promise<StepFormProps> {
  const { step, child, siblings, chosen, given, offers, today } = form;
  const ticked = chosen.map(({ person }) => person);
  const others = await ofSiblings(parts, who, { step, child: child.person, siblings, ticked, today, titleOf });
  return {
    ...form,
    given: isNew
      ? prefilled(step, others.offers, given)
      : filledForTicked(
          step,
          given,
          others.offers,
          siblings.filter(({ person }) => ticked.includes(person)),
        ).given,
    offers: new Map([...(offers ?? []), ...others.offers]),
    beforeOfSiblings: others.before,
  };
}
