import type { Fields } from '../../../kernel/field/field.ts';
import type { History } from '../../../kernel/step/history.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { NewEntry } from '../../../record/contract.ts';
import { givenOf } from '../../../kernel/field/understand.ts';
import { eachPrefix, sharedPrefix, type Understood } from '../../form/understand.ts';
import type { GivenForm } from '../../memory.ts';
import { Refusal } from '../../session.ts';
import { standsAt, type Found, type Other } from './putting-right.ts';

type Words = Readonly<Record<string, unknown>>;

const part = (answers: Words, isIn: (name: string) => boolean): Words =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => isIn(name)));

/** What an entry says to all whom it is about; withheld here, it is read on the record of one who may be read. */
export function sharedWords({ statement, step }: Pick<Found, 'statement' | 'step'>, others: readonly Other[]): Words {
  const whole = [statement, ...others.map((other) => other.statement)].find(({ withheld }) => withheld !== true);
  if (whole === undefined)
    throw new Refusal(
      403,
      'The shared words of this entry are withheld. Somebody who is named for the restricted record can write them anew.',
    );
  return part(whole.answers, (name) => !(name in step.each));
}

/** The entry as its form: all that it says now. */
export function asForm({ record, statement, step }: Found, others: readonly Other[]): GivenForm {
  const lines = [{ person: record.person, statement }, ...others];
  return Object.assign(
    givenOf(step.fields, sharedWords({ statement, step }, others), sharedPrefix),
    ...lines.map((one) => givenOf(step.each, one.statement.answers, eachPrefix(one.person))),
  );
}

const positionOf = (history: History, entry: string): number =>
  history.find((one) => one.entry === entry)?.position ?? Number.POSITIVE_INFINITY;
const until = (history: History, entry: string): History => history.filter(({ position }) => position < positionOf(history, entry));

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Judged as it was when it was recorded: by what had been recorded before it; or by what is on record now, where what was missing then is recorded since. What stood
 * against it already, as a source or an earlier form had it, does not stand in the way of putting the rest right.
 */
export const asBefore = (step: AnyStep, entry: string): AnyStep => ({
  ...step,
  decide: (history, answers, today) => {
    const [then, itself] = [until(history, entry), history.find((one) => one.entry === entry)];
    const raised = step.decide(then, answers, today);
    if (itself === undefined || raised.length === 0) return raised;
    const others = history.filter((one) => one !== itself);
    if (step.decide(others, answers, today).length === 0) return [];
    const [given, stood]: [Words, Words] = [answers, itself.answers];
    const before = new Set(step.decide(then, itself.answers as never, today).map(({ field }) => field));
    return raised.filter(({ field = '' }) => !before.has(field) || !isSame(given[field], stood[field]));
  },
  ...ofAnother(step, entry),
});

/** Whoever was named when it was recorded was judged by the line as it was then: only another is judged by the line as it is. */
const ofAnother = ({ outsideTheLine }: AnyStep, entry: string): Pick<AnyStep, 'outsideTheLine'> => {
  if (outsideTheLine === undefined) return {};
  const { who, against } = outsideTheLine;
  return {
    outsideTheLine: {
      who,
      against: (history, answers, place) => {
        const itself = history.find((one) => one.entry === entry);
        return itself !== undefined && who(itself.answers as never) === who(answers) ? [] : against(until(history, entry), answers, place);
      },
    },
  };
};

/** What the form no longer asks stays answered as it was. */
function withRetired(fields: Fields, before: Words, now: Words, isOwn: boolean): Words {
  const isKept = (name: string): boolean => fields[name]?.until !== undefined || (fields[name] === undefined && !isOwn);
  return { ...part(before, isKept), ...now };
}

type Corrected = {
  readonly entry: string;
  readonly wording: string;
  readonly reason: string;
  readonly chosen: readonly Pick<Other, 'person' | 'statement'>[];
  readonly answers: Understood;
  readonly shared: Words;
  /** Whom the answers are about besides, with their own line of it (what two people are to one another is stated of both). */
  readonly told: readonly { readonly person: string; readonly answers: Words }[];
  /** Those of them of whom the entry was stated before. */
  readonly toldBefore: readonly Other[];
  /** Made like `entry`: strikes it out for whom it is no longer about. */
  readonly strikes: string;
};

/** The correction as it is recorded: one statement about all who were chosen, each upon what stands on their own record. */
export function correctionOf(step: AnyStep, asked: Corrected): readonly NewEntry[] {
  const { entry, wording, reason, chosen, answers, shared, told, toldBefore, strikes } = asked;
  const ownOf = ({ person, statement }: Pick<Other, 'person' | 'statement'>): Words =>
    withRetired(
      step.each,
      part(statement.answers, (name) => name in step.each),
      answers.each.get(person) ?? {},
      true,
    );
  const words = withRetired(step.fields, shared, answers.shared, false);
  const [first] = chosen;
  const happenedOn = step.happenedOn({ ...words, ...(first === undefined ? {} : ownOf(first)) } as never);
  const before = new Map(toldBefore.map((other) => [other.person, other]));
  const left = toldBefore.filter(({ person }) => !told.some((one) => one.person === person));
  return [
    {
      entry,
      step: step.name,
      wording,
      happenedOn,
      shared: words,
      about: [
        ...chosen.map((one) => ({ person: one.person, answers: ownOf(one), corrects: standsAt(one.statement), reason })),
        ...told.map((one) => {
          const known = before.get(one.person);
          return known === undefined ? one : { ...one, corrects: standsAt(known.statement), reason };
        }),
      ],
    },
    ...(left.length === 0 ? [] : [struckFor(step, { entry: strikes, wording, reason, chosen: left })]),
  ];
}

/** Struck out for these people: no words but why. */
export function struckFor(
  step: AnyStep,
  { entry, wording, reason, chosen }: Pick<Corrected, 'entry' | 'wording' | 'reason' | 'chosen'>,
): NewEntry {
  const [first] = chosen;
  if (first === undefined) throw new Error('Nobody is chosen');
  return {
    entry,
    step: step.name,
    wording,
    happenedOn: first.statement.happenedOn,
    shared: {},
    about: chosen.map(({ person, statement }) => ({ person, answers: {}, corrects: standsAt(statement), tombstone: true, reason })),
  };
}
