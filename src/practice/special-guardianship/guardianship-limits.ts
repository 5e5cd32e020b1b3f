import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import { date as literal } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { answering, dayIn, saying } from '../../kernel/step/limit-moments.ts';
import { months, until, workingDays, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';

const regulations2005 = {
  version: 'Special Guardianship Regulations 2005',
  inForce: { from: literal('2005-12-30') },
  announcedOn: literal('2005-12-30'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;
const local = { ...regulations2005, version: 'local', standing: 'local' } as const;

const applicationOver: Timescale['endedBy'] = [
  {
    step: 'guardianshipEnd',
    because: 'the application ended',
    on: (end, _history, start) => (isOf(end, start) ? end.happenedOn : undefined),
  },
];
const supportOver: Timescale['endedBy'] = [
  { step: 'guardianshipOrderEnd', because: 'the order ended' },
  { step: 'periodOfCare', because: 'the child is looked after' },
  { ...saying('guardianSupportDecision', 'decision', 'notProvided', 'ended'), because: 'no support is given' },
];

/** An end that names no notice is of whichever runs. */
function isOf({ answers, happenedOn }: Statement, start: Statement | undefined): boolean {
  const named = answers['notice'];
  return start === undefined || (named === undefined ? happenedOn >= start.happenedOn : named === start.entry);
}

/** The court names a day; an applicant may apply three months after the notice, and the court makes no order without the report (section 14A(11)). */
function reportBy(notice: Statement): Limit | undefined {
  if (notice.answers['how'] !== 'court') return months(3);
  const day = dayIn(notice, 'reportBy');
  return day === undefined ? undefined : until(day);
}

/** The proposal says until when it may be answered; then nothing keeps the decision back. */
function afterAnswer(proposal: Statement): Limit | undefined {
  const day = dayIn(proposal, 'answerBy');
  return day === undefined ? undefined : until(addWorkingDays(day, 10));
}

const reviewed = (what: string): Moment => ({
  step: 'guardianSupportReview',
  on: ({ answers, happenedOn }) => (Array.isArray(answers['reviewed']) && answers['reviewed'].includes(what) ? happenedOn : undefined),
});
const goesOn = (what: string): Moment => ({
  step: 'guardianSupportReview',
  on: (review) =>
    review.answers['decision'] !== 'ended' && Array.isArray(review.answers['reviewed']) && review.answers['reviewed'].includes(what)
      ? review.happenedOn
      : undefined,
});
const endsAtReview: Timescale['endedBy'] = [{ ...saying('guardianSupportReview', 'decision', 'ended'), because: 'support has ended' }];

/** Decided to be given; `regularly`: and money at regular intervals is, or is not, all there is of it. */
const given = (counts: (answers: Statement['answers']) => boolean): Moment => ({
  step: 'guardianSupportDecision',
  on: ({ answers, happenedOn }) =>
    ['provided', 'changed'].includes(String(answers['decision'])) && counts(answers) ? happenedOn : undefined,
});
const isServices = (services: unknown): boolean => Array.isArray(services) && services.some((one) => one !== 'moneyRegularly');
const isRegularMoney = (services: unknown): boolean => Array.isArray(services) && services.includes('moneyRegularly');

export const reportLimits: readonly Timescale[] = [
  {
    ...local,
    rule: 'guardianshipReport',
    title: 'Report to the court on special guardianship',
    limit: reportBy,
    starts: [{ step: 'guardianshipNotice' }],
    meets: answering('guardianshipReport', 'notice'),
    alsoMetBy: [
      {
        step: 'guardianshipReport',
        on: (report, _history, start) =>
          report.answers['notice'] === undefined && start !== undefined && report.happenedOn >= start.happenedOn
            ? report.happenedOn
            : undefined,
      },
    ],
    endedBy: applicationOver,
    law: 'Children Act 1989 s14A(7)–(9): by the day that the court names; after a notice no law names one: local, by the end of the three months after which the application may be made',
  },
];

export const supportLimits: readonly Timescale[] = [
  {
    ...local,
    rule: 'guardianSupportAssessed',
    title: 'Assessment of special guardianship support, with the proposal upon it',
    limit: workingDays(45),
    starts: [{ step: 'guardianSupportRequest' }],
    meets: { step: 'guardianSupportProposal' },
    endedBy: [{ step: 'guardianSupportDecision', because: 'it was decided without a proposal' }],
    law: 'Special Guardianship Regulations 2005 regs 11–13 and 15: an assessment upon request, and notice of what is proposed; local standard 45 working days',
  },
  {
    ...local,
    rule: 'guardianSupportDecided',
    title: 'Decision on special guardianship support',
    limit: afterAnswer,
    starts: [{ step: 'guardianSupportProposal' }],
    meets: { step: 'guardianSupportDecision' },
    endedBy: [],
    law: 'Special Guardianship Regulations 2005 regs 15–16: not before the time allowed for representations is over; local standard, within ten working days after it',
  },
];

export const reviewLimits: readonly Timescale[] = [
  {
    ...regulations2005,
    rule: 'guardianSupportReview',
    title: 'Review of special guardianship support services',
    limit: months(12),
    starts: [given(({ services }) => isServices(services)), goesOn('services')],
    meets: reviewed('services'),
    endedBy: [...supportOver, ...endsAtReview],
    law: 'Special Guardianship Regulations 2005 reg 17(2)(c): at least annually',
  },
  {
    ...regulations2005,
    rule: 'guardianMoneyReview',
    title: 'Review of money paid regularly to special guardians',
    limit: months(12),
    starts: [given(({ services }) => isRegularMoney(services)), goesOn('money')],
    meets: reviewed('money'),
    endedBy: [...supportOver, ...endsAtReview],
    law: 'Special Guardianship Regulations 2005 regs 10 and 18(2): annually, on the yearly statement of the guardian',
  },
];
