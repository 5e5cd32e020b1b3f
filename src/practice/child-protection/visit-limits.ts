import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { lifeOf, planBegunBy } from '../checks.ts';
import { endsOfPlan, whileOnPlan } from './plan-moments.ts';

/** Still expected at the end of a day. A child of whom neither birth nor expected birth is known was born at some time. */
function isUnbornOn(day: LocalDate, history: History): boolean {
  const { bornOn, expectedOn } = lifeOf(history);
  return bornOn === undefined ? expectedOn !== undefined : day < bornOn;
}

/** A plan made before birth asks for visits to the child from the birth, if it still runs then. */
function sinceBirth(plan: Statement, history: History): LocalDate | undefined {
  if (!isUnbornOn(plan.happenedOn, history)) return plan.happenedOn;
  const { bornOn } = lifeOf(history);
  const isStill = bornOn !== undefined && planBegunBy(bornOn, history)?.entry === plan.entry;
  return isStill ? whileOnPlan(bornOn, history) : undefined;
}

const seen: Moment = { step: 'visit', on: (visit) => (visit.answers['seen'] === true ? visit.happenedOn : undefined) };
const motherSeen: Moment = { step: 'visit', on: (visit) => (visit.answers['motherSeen'] === true ? visit.happenedOn : undefined) };

const local = {
  version: 'local',
  limit: workingDays(10),
  inForce: { from: date('2000-01-01') },
  announcedOn: date('2000-01-01'),
  standing: 'local',
} as const satisfies Partial<Timescale>;

/** A child who is born is to be seen; before birth it is the expectant mother who is visited. */
export const childProtectionVisitLimits: readonly Timescale[] = [
  {
    ...local,
    rule: 'childProtectionVisit',
    title: 'Child protection visit, child seen',
    starts: [
      { step: 'childProtectionPlan', on: sinceBirth },
      {
        step: 'visit',
        on: (made, history) =>
          made.answers['seen'] === true && !isUnbornOn(made.happenedOn, history) ? whileOnPlan(made.happenedOn, history) : undefined,
      },
    ],
    meets: seen,
    endedBy: endsOfPlan,
    reading: 2,
    law: 'Local standard: the child is seen at least every ten working days while on a child protection plan',
  },
  {
    ...local,
    rule: 'expectantMotherVisit',
    title: 'Visit to the expectant mother',
    starts: [
      { step: 'childProtectionPlan', on: (plan, history) => (isUnbornOn(plan.happenedOn, history) ? plan.happenedOn : undefined) },
      {
        step: 'visit',
        on: (made, history) =>
          made.answers['motherSeen'] === true && isUnbornOn(made.happenedOn, history) ? whileOnPlan(made.happenedOn, history) : undefined,
      },
    ],
    meets: motherSeen,
    endedBy: [...endsOfPlan, { step: 'personDetails', because: 'the child was born', on: (_details, history) => lifeOf(history).bornOn }],
    law: 'Local standard: the expectant mother is visited at least every ten working days while the unborn child is on a child protection plan',
  },
];
