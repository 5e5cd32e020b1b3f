import { addDays, birthday, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { until, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom, isBefore, lifeOf } from '../checks.ts';
import { legalStatusAt } from './care.ts';
import { endsOfCare } from './care-moments.ts';

/** Children Act 1989 s20, in force since 14 October 1991; what an agreement must be was said by the courts in 2012 and 2018. */
const section20 = {
  version: 'Children Act 1989 s20',
  inForce: { from: date('2012-07-30') },
  announcedOn: date('2012-07-30'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

const byAgreement = 'V2';

/** Accommodated by agreement from this day, and by something else, or not at all, on the day before. */
function becameByAgreement({ happenedOn, answers }: Statement, history: History): LocalDate | undefined {
  const isNew = legalStatusAt(history, addDays(happenedOn, -1)) !== byAgreement;
  return answers['legalStatus'] === byAgreement && answers['beganEarlier'] !== true && isNew ? happenedOn : undefined;
}

const counts = ['capacity', 'understood', 'inWriting'] as const;

/** An agreement in the form that counts; that nobody can be asked needs none. */
export function isAgreementWhole(answer: unknown, madeSure: unknown): boolean {
  if (answer !== 'agrees' && answer !== 'youngPerson') return true;
  return Array.isArray(madeSure) && counts.every((one) => madeSure.includes(one));
}

/** An agreement of an earlier time is none: it is asked anew within three months before the child is accommodated. */
export const askedAnewFrom = (accommodatedOn: LocalDate): LocalDate => addDays(accommodatedOn, -92);

/** Given before the child was accommodated, it was given in time. */
function given(agreement: Statement, _history: History, start?: Statement): LocalDate | undefined {
  const { answers, happenedOn } = agreement;
  if (answers['answer'] === 'objects' || !isAgreementWhole(answers['answer'], answers['madeSure'])) return undefined;
  if (start === undefined) return happenedOn;
  return happenedOn < askedAnewFrom(start.happenedOn) ? undefined : countedFrom(start, agreement);
}

/** Given anew, after it had ended. */
function givenAnew(agreement: Statement, history: History, start?: Statement): LocalDate | undefined {
  const day = given(agreement, history);
  return start === undefined || isBefore(start, agreement) ? day : undefined;
}

/** On that day, or until it: the day on which something else began is one on which it was by agreement. */
const isByAgreementOn = (history: History, day: LocalDate): boolean =>
  [day, addDays(day, -1)].some((one) => legalStatusAt(history, one) === byAgreement);

/** Section 20(11): where a young person of sixteen agrees to be accommodated, no holder of parental responsibility may object or take them away. */
function youngPersonAgrees(history: History, day: LocalDate): boolean {
  const { bornOn } = lifeOf(history);
  const last = history.findLast(
    ({ step, happenedOn, answers }) =>
      happenedOn <= day &&
      ((step === 'accommodationAgreement' && answers['answer'] === 'youngPerson') ||
        (step === 'accommodationAgreementEnd' && answers['why'] === 'youngPerson')),
  );
  return last?.step === 'accommodationAgreement' && bornOn !== undefined && birthday(bornOn, 16) <= day;
}

/** By agreement alone, and not by that of the young person, whom nobody else’s word binds: on the day on which somebody takes theirs back. */
const keptByAgreement = ({ happenedOn }: Statement, history: History): LocalDate | undefined =>
  isByAgreementOn(history, happenedOn) && !youngPersonAgrees(history, happenedOn) ? happenedOn : undefined;

/** Withdrawn by whoever may, or objected to by a holder who can have the child: nothing but another power lets the authority keep the child. */
const noLongerAgreed: readonly Moment[] = [
  {
    step: 'accommodationAgreementEnd',
    on: (end, history) => (end.answers['why'] === 'order' ? undefined : keptByAgreement(end, history)),
  },
  {
    step: 'accommodationAgreement',
    on: (said, history) => (said.answers['answer'] === 'objects' ? keptByAgreement(said, history) : undefined),
  },
];

const otherPower: Moment = {
  step: 'legalStatus',
  on: ({ answers, happenedOn }) => (answers['legalStatus'] === byAgreement ? undefined : happenedOn),
};

export const accommodationLimits: readonly Timescale[] = [
  {
    ...section20,
    rule: 'accommodationAgreed',
    title: 'Agreement to accommodation, by whoever may give it',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [
      { step: 'periodOfCare', on: becameByAgreement },
      { step: 'legalStatus', on: becameByAgreement },
    ],
    meets: { step: 'accommodationAgreement', on: given },
    endedBy: [{ ...otherPower, because: 'no longer accommodated by agreement' }, ...endsOfCare],
    law: 'Children Act 1989 s20(7)–(11): from the first day, by somebody with capacity who understood it, and in writing',
  },
  {
    ...section20,
    rule: 'accommodationAfterWithdrawal',
    title: 'Child home, or kept by another power, after the agreement ended',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: noLongerAgreed,
    meets: { step: 'periodOfCareEnd' },
    alsoMetBy: [otherPower, { step: 'accommodationAgreement', on: givenAnew }],
    endedBy: [],
    law: 'Children Act 1989 s20(7) and (8): whoever holds parental responsibility may have the child back at any time; only an order or police protection keeps the child',
  },
];
