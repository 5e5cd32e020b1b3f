import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { weeks, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import {
  adoptionOn,
  becameLookedAfterBy,
  isShortBreak,
  legalStatusAt,
  lookedAfterOn,
  lookedAfterSince,
  periodAt,
  periodsOf,
  type PeriodOfCare,
} from './care.ts';

/** The Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959. */
export const regulations2010 = {
  version: 'Care Planning Regulations 2010',
  inForce: { from: date('2011-04-01') },
  announcedOn: date('2010-03-26'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

/** The Review of Children’s Cases Regulations 1991, SI 1991/895, and the placement regulations of that year. */
export const regulations1991 = {
  version: '1991 Regulations',
  inForce: { from: date('1991-10-14'), to: date('2011-03-31') },
  announcedOn: date('1991-10-14'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

/** What is asked here without a law that counts it. */
export const localStandard = {
  version: 'local',
  inForce: { from: date('2011-04-01') },
  announcedOn: date('2011-04-01'),
  standing: 'local',
} as const satisfies Partial<Timescale>;

const [relaxedFrom, relaxedTo, againFrom] = [date('2020-04-24'), date('2020-09-25'), date('2020-09-26')];

/** SI 2020/445, the Adoption and Children (Coronavirus) (Amendment) Regulations 2020: from 24 April to 25 September of that year. */
export const regulations2020 = {
  version: 'SI 2020/445',
  inForce: { from: relaxedFrom, to: relaxedTo },
  announcedOn: relaxedFrom,
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

/** The rule as it was before and after those months, and as `relaxed` says within them. */
const exceptIn2020 = (rule: Timescale, relaxed: Pick<Timescale, 'limit' | 'law'>): readonly Timescale[] => [
  { ...rule, inForce: { ...rule.inForce, to: date('2020-04-23') } },
  { ...rule, ...regulations2020, ...relaxed },
  { ...rule, version: `${rule.version}, again`, inForce: { from: againFrom } },
];

/** For those months the same limit, and where it could not be kept, as soon as was reasonably practicable. */
export const withRelaxationOf2020 = (rule: Timescale): readonly Timescale[] =>
  exceptIn2020(rule, {
    limit: rule.limit,
    law: `${rule.law}; SI 2020/445: where that was not possible, as soon as reasonably practicable`,
  });

/** For those months up to 24 weeks. What began in them kept its length after them (regulations 18 to 20). */
export const withTwentyFourWeeksIn2020 = (rule: Timescale): readonly Timescale[] =>
  exceptIn2020(rule, { limit: weeks(24), law: `${rule.law}; SI 2020/445 reg 8: up to 24 weeks` });

export const isRelaxedIn2020 = (day: LocalDate): boolean => day >= relaxedFrom && day <= relaxedTo;

/** A limit that SI 2020/445 took away for those months. */
export const exceptWhileRelaxedIn2020 = (rule: Timescale): readonly Timescale[] =>
  exceptIn2020(rule, { limit: rule.limit, law: rule.law }).filter(({ version }) => version !== regulations2020.version);

const periodBegunBy = (start: Statement, history: History): PeriodOfCare | undefined =>
  periodsOf(history).find((one) => one.start === start);

/** A period whose first day is known; a series of short breaks is not one. A series that becomes full care begins on that day. */
export const becameLookedAfter: readonly Moment[] = [
  {
    step: 'periodOfCare',
    on: (start, history) => {
      const period = periodBegunBy(start, history);
      return period === undefined || period.beganEarlier ? undefined : lookedAfterSince(history, period.startedOn);
    },
  },
  {
    step: 'legalStatus',
    on: (status, history) => {
      const began = becameLookedAfterBy(history, status.happenedOn);
      return began?.entry === status.entry && began.happenedOn !== periodAt(history, status.happenedOn)?.startedOn
        ? status.happenedOn
        : undefined;
    },
  },
];

/** Already looked after when the record begins: what repeats runs from that day at its longest; nothing is counted from a first day nobody knows. */
export const alreadyLookedAfter: Moment = {
  step: 'periodOfCare',
  on: (start, history) => {
    const period = periodBegunBy(start, history);
    return period?.beganEarlier === true ? lookedAfterSince(history, period.startedOn) : undefined;
  },
};

const periodOf = (statement: Statement, history: History): PeriodOfCare | undefined =>
  periodBegunBy(statement, history) ?? periodAt(history, statement.happenedOn);

/** The end of the period in which the clock began, not of one before it that ended on the same day. */
function endOfThisCare(end: Statement, history: History, start?: Statement): LocalDate | undefined {
  if (start === undefined) return end.happenedOn;
  const period = periodOf(start, history);
  return period === undefined || period.end === end ? end.happenedOn : undefined;
}

export const endsOfCare: Timescale['endedBy'] = [
  { step: 'periodOfCareEnd', because: 'ceased to be looked after', on: endOfThisCare },
  {
    step: 'legalStatus',
    because: 'became a series of short breaks',
    on: (status, history) => (isShortBreak(legalStatusAt(history, status.happenedOn)) ? status.happenedOn : undefined),
  },
];

/** What ends the limits for looked-after children when the child is placed for adoption. */
export const endsWhenPlacedForAdoption: Timescale['endedBy'] = [
  {
    step: 'placement',
    because: 'placed for adoption',
    on: (placement, history) => (adoptionOn(history, placement.happenedOn) === 'placed' ? placement.happenedOn : undefined),
  },
];

/** What ends the limits for their reviews: those of adoption begin with the authority to place. */
export const endsForAdoption: Timescale['endedBy'] = [
  {
    step: 'legalStatus',
    because: 'the agency may place the child for adoption',
    on: (status, history) => (adoptionOn(history, status.happenedOn) === 'waiting' ? status.happenedOn : undefined),
  },
  {
    step: 'consentToPlacement',
    because: 'the agency may place the child for adoption',
    on: (consent, history) => (adoptionOn(history, consent.happenedOn) === 'waiting' ? consent.happenedOn : undefined),
  },
  ...endsWhenPlacedForAdoption,
];

/** A review counts if it was held. */
export const reviewHeld: Moment = { step: 'lookedAfterReview', on: (review) => (wasHeld(review) ? review.happenedOn : undefined) };
export const wasHeld = (review: Statement): boolean => review.answers['held'] !== false;

/** A visit counts if the child was seen. */
export const childSeen: Moment = { step: 'visit', on: (visit) => (visit.answers['seen'] === true ? visit.happenedOn : undefined) };

/** The reviews held between two days, both included. */
export const reviewsBetween = (history: History, from: LocalDate, to: LocalDate): readonly Statement[] =>
  history.filter((one) => one.step === 'lookedAfterReview' && wasHeld(one) && one.happenedOn >= from && one.happenedOn <= to);

export const whileLookedAfter = (day: LocalDate, history: History): LocalDate | undefined =>
  lookedAfterOn(history, day) ? day : undefined;
