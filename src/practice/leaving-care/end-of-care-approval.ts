import { ageAt, date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { workingDaysBetween } from '../../kernel/calendar/working-days.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom, lifeOf, notAhead } from '../checks.ts';
import { lookedAfterSince, periodsOf, type PeriodOfCare } from '../looked-after/care.ts';

const approvers = { nominatedOfficer: 'Nominated officer', director: 'Director of children’s services' } as const;

const destinations = {
  holder: 'With a parent, or somebody else with parental responsibility',
  elsewhere: 'Elsewhere: by themselves, or with somebody without it',
} as const;

/** Ends that are the authority’s own decision; a death, a birthday and another authority ask nobody’s approval. */
const decidedHere: ReadonlySet<unknown> = new Set(['E4A', 'E5', 'E6', 'E8', 'E13']);

/** Accommodated by agreement on the last day, or nothing else is recorded: from an order, a remand and police protection only others release a child. */
const isByAgreement = ({ statuses }: PeriodOfCare): boolean =>
  ['V2', undefined].some((one) => one === statuses.at(-1)?.answers['legalStatus']);

const isSixteenOrMore = (history: History, day: LocalDate): boolean => {
  const { bornOn } = lifeOf(history);
  return bornOn !== undefined && ageAt(bornOn, day) >= 16;
};

/** Regulation 39: of a child who has been looked after for at least twenty working days; of one of 16 or 17 who is not in care, always. */
function ceased(end: Statement, history: History): LocalDate | undefined {
  const period = periodsOf(history).find((one) => one.end === end);
  const since = period === undefined ? undefined : lookedAfterSince(history, end.happenedOn);
  if (period === undefined || since === undefined) return undefined;
  if (!decidedHere.has(end.answers['reason']) || !isByAgreement(period)) return undefined;
  const isLong = period.beganEarlier || workingDaysBetween(since, end.happenedOn) >= 20;
  return isLong || isSixteenOrMore(history, end.happenedOn) ? end.happenedOn : undefined;
}

/** Regulation 39(5): at 16 or 17 the director’s. An approval before the end of this period of care was given in time. */
function approved(approval: Statement, history: History, start?: Statement): LocalDate | undefined {
  if (start === undefined) return approval.happenedOn;
  if (isSixteenOrMore(history, start.happenedOn) && approval.answers['by'] !== 'director') return undefined;
  const began = periodsOf(history).find((one) => one.end === start)?.startedOn ?? start.happenedOn;
  return approval.happenedOn < began ? undefined : countedFrom(start, approval);
}

const endOfCareLimits: readonly Timescale[] = [
  {
    rule: 'endOfCareApproval',
    version: 'Care Planning Regulations 2010 as amended in 2015',
    reading: 2,
    title: 'Approval to stop looking after the child',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [{ step: 'periodOfCareEnd', on: ceased }],
    meets: { step: 'endOfCareApproval', on: approved },
    endedBy: [{ step: 'periodOfCare', because: 'looked after again' }],
    inForce: { from: literal('2015-04-01') },
    announcedOn: literal('2015-04-01'),
    standing: 'statutory',
    law: 'Care Planning Regulations 2010 reg 39: approved before it is put into effect; of a child of 16 or 17 who is not in care by the director of children’s services',
  },
];

/** Somebody other than the child’s worker agreed that the authority may cease to look after the child. */
export const endOfCareApproval = defineStep({
  name: 'endOfCareApproval',
  title: 'Approval to stop looking after the child',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 39',
  fields: {
    approvedOn: date('Date of the approval', { required: 'Regulation 39: before the child ceases to be looked after' }),
    by: code('Who approved it', approvers, {
      required: 'Regulation 39: the nominated officer; of a child of 16 or 17 who is not under a care order the director',
    }),
    goesTo: code('Where the child will live', destinations, {
      hint: 'Of a child accommodated by agreement who does not go to them, a review comes first (regulation 33(3))',
    }),
    reasons: text('Why it is right for the child, and what the child wants', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.approvedOn,
  offers: (_history, today) => ({ approvedOn: { value: today } }),
  timescales: endOfCareLimits,
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ by }) => `Approved by the ${inSentence(approvers[by])} to stop looking after the child`,
  decide: (_history, { approvedOn }, today) => notAhead({ field: 'approvedOn', what: 'The date of the approval', on: approvedOn }, today),
  examples: {
    'home to parents': {
      approvedOn: literal('2026-06-24'),
      by: 'nominatedOfficer',
      goesTo: 'holder',
      reasons: 'Eight weeks of overnight stays have gone well; she wants to go home.',
    },
  },
});
