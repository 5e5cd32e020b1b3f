import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { workingDays, type LimitOf, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { saying } from '../../kernel/step/limit-moments.ts';

const at = (step: string, stage: string): Moment => saying(step, 'stage', stage);

/** More time counts only if they were told of it before the first ran out. */
const unlessExtended =
  (stage: string, first: number, most: number): LimitOf =>
  (_start: Statement, history: History, on: LocalDate) => {
    const last = addWorkingDays(on, first);
    const isTold = history.some(
      ({ step, answers, happenedOn }) =>
        step === 'complaintExtension' && answers['stage'] === stage && happenedOn >= on && happenedOn <= last,
    );
    return workingDays(isTold ? most : first);
  };

type Limited = Pick<Timescale, 'rule' | 'title' | 'limit' | 'starts' | 'meets' | 'law'>;

const ofAComplaint = (limited: Limited): Timescale => ({
  ...limited,
  version: 'SI 2006/1738',
  afterDeath: true,
  endedBy: [{ step: 'complaintWithdrawn', because: 'complaint withdrawn' }],
  inForce: { from: literal('2006-09-01') },
  announcedOn: literal('2006-09-01'),
  standing: 'statutory',
});

export const answerLimits: readonly Timescale[] = [
  ofAComplaint({
    rule: 'complaintStageOne',
    title: 'Complaint answered, stage 1',
    limit: unlessExtended('one', 10, 20),
    starts: [{ step: 'complaint' }],
    meets: at('complaintAnswer', 'one'),
    law: 'SI 2006/1738 reg 14: ten working days; ten more where it is complex or there is no advocate yet',
  }),
  ofAComplaint({
    rule: 'complaintStageTwo',
    title: 'Complaint answered, stage 2',
    limit: unlessExtended('two', 25, 65),
    starts: [at('complaintFurther', 'two')],
    meets: at('complaintAnswer', 'two'),
    law: 'SI 2006/1738 reg 17: 25 working days, or where that cannot be done at most 65',
  }),
  ofAComplaint({
    rule: 'complaintStageThree',
    title: 'Complaint answered, after the panel',
    limit: workingDays(15),
    starts: [{ step: 'complaintFindings' }],
    meets: at('complaintAnswer', 'three'),
    law: 'SI 2006/1738 reg 20: within fifteen working days of the findings',
  }),
];

export const panelLimit: Timescale = ofAComplaint({
  rule: 'complaintPanel',
  title: 'Review panel on a complaint',
  limit: workingDays(30),
  starts: [at('complaintFurther', 'three')],
  meets: { step: 'complaintPanel' },
  law: 'SI 2006/1738 reg 19: within thirty working days of the request',
});

export const findingsLimit: Timescale = ofAComplaint({
  rule: 'complaintFindings',
  title: 'Findings of the review panel',
  limit: workingDays(5),
  starts: [{ step: 'complaintPanel' }],
  meets: { step: 'complaintFindings' },
  law: 'SI 2006/1738 reg 20: within five working days of the panel',
});
