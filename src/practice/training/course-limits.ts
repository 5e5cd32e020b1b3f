import { addMonths, date } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import { answering, dayIn } from '../../kernel/step/limit-moments.ts';
import { until, type LimitOf, type Timescale } from '../../kernel/step/timescale.ts';

const local = {
  version: 'local',
  inForce: { from: date('2000-01-01') },
  announcedOn: date('2000-01-01'),
  standing: 'local',
} as const;

const afterTheSession =
  (days: number): LimitOf =>
  (start) => {
    const held = dayIn(start, 'heldOn');
    return held === undefined ? undefined : until(addWorkingDays(held, days));
  };

export const courseRegisterDue: Timescale = {
  ...local,
  rule: 'courseRegister',
  title: 'Register of a session',
  limit: afterTheSession(5),
  starts: [{ step: 'courseSession' }],
  meets: answering('courseRegister', 'session'),
  endedBy: [
    { ...answering('courseSessionEnd', 'session'), because: 'the session was called off' },
    { step: 'courseClosed', because: 'the course ended' },
  ],
  law: 'Local standard: who came is on record within five working days of the session',
};

/** Asked three months on, and a month to answer. A course that was ended is asked about all the same: whether it worked is what the next one needs to know. */
export const courseEvaluationDue: Timescale = {
  ...local,
  rule: 'courseEvaluationLater',
  title: 'What those who came say three months on',
  limit: (start) => until(addMonths(start.happenedOn, 4)),
  starts: [{ step: 'courseRegister' }],
  meets: {
    step: 'courseEvaluation',
    on: ({ answers, happenedOn }, _history, start) =>
      start !== undefined && answers['when'] === 'threeMonths' && answers['session'] === start.answers['session'] ? happenedOn : undefined,
  },
  endedBy: [],
  law: 'Local standard: whoever came is asked again three months on, and the answers are counted within a month',
};
