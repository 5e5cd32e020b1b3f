import { addDays, addMonths, date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { allOf, isOf } from '../../kernel/step/step.ts';
import { months, weeks, type Limit, type Timescale } from '../../kernel/step/timescale.ts';
import { isBefore, planOpenOn, statementsOf } from '../checks.ts';
import { lookedAfterOn } from '../looked-after/care.ts';
import { staffSupervisionAgreement } from './staff-supervision-agreement.ts';

/** What was agreed last by a day, unless supervision has ended since. */
function agreementOn(history: History, day: LocalDate) {
  const agreed = allOf(staffSupervisionAgreement, history).findLast(({ happenedOn }) => happenedOn <= day);
  const ended = statementsOf('staffSupervisionEnd', history).findLast(({ happenedOn }) => happenedOn <= day);
  return agreed === undefined || (ended !== undefined && ended.happenedOn >= agreed.happenedOn) ? undefined : agreed.answers;
}

/** Four weeks; in the assessed and supported year weekly for six weeks and every two weeks for six months. Sooner where that was agreed. */
function untilNext(_start: Statement, history: History, on: LocalDate): Limit | undefined {
  const agreed = agreementOn(history, on);
  if (agreed === undefined) return undefined;
  const standard = agreed.grade === 'newlyQualified' ? newlyQualifiedWeeks(agreed.startedInPostOn ?? agreed.startedOn, on) : 4;
  return weeks(Math.min(standard, agreed.everyWeeks ?? standard));
}

/** How many weeks there are between two supervisions of somebody newly qualified, by how long they have been in post. */
export const newlyQualifiedWeeks = (since: LocalDate, on: LocalDate): number =>
  on < addDays(since, 42) ? 1 : on < addMonths(since, 6) ? 2 : 4;

/** A later agreement, of another grade, does not begin a second count while one runs. */
const isFirst = (agreement: Statement, history: History): LocalDate | undefined =>
  agreementOn(
    history.filter((one) => one.step !== agreement.step || isBefore(one, agreement)),
    agreement.happenedOn,
  ) === undefined
    ? agreement.happenedOn
    : undefined;

const tookPlace = (supervision: Statement): LocalDate | undefined =>
  supervision.answers['held'] === false ? undefined : supervision.happenedOn;

export const staffSupervisionDue: Timescale = {
  rule: 'staffSupervision',
  version: 'local',
  title: 'Staff supervision',
  limit: untilNext,
  starts: [
    {
      step: 'staffSupervisionAgreement',
      on: (statement, history) => (isOf(staffSupervisionAgreement, statement) ? isFirst(statement, history) : undefined),
    },
    { step: 'staffSupervision', on: tookPlace },
  ],
  meets: { step: 'staffSupervision', on: tookPlace },
  endedBy: [{ step: 'staffSupervisionEnd', because: 'supervision ended' }],
  inForce: { from: literal('2000-01-01') },
  announcedOn: literal('2000-01-01'),
  standing: 'local',
  law: 'Local standard: four weeks; newly qualified weekly for six weeks, then every two weeks to six months (assessed and supported year in employment)',
};

/** From the first time on: whom nobody has brought to supervision yet is named on its page, and in no limit. */
export const caseDiscussionDue: Timescale = {
  rule: 'caseDiscussion',
  version: 'local',
  title: 'Case discussed in supervision',
  limit: (_start, history, on) => (planOpenOn(history, on) || lookedAfterOn(history, on) ? weeks(4) : months(3)),
  starts: [{ step: 'caseDiscussion' }],
  meets: { step: 'caseDiscussion' },
  endedBy: [{ step: 'closure', because: 'case closed' }],
  inForce: { from: literal('2000-01-01') },
  announcedOn: literal('2000-01-01'),
  standing: 'local',
  law: 'Local standard: four weeks while the child is on a plan or looked after, otherwise three months',
};
