import { addMonths, ageAt, birthday, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { months, until, workingDays, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { lifeOf } from '../checks.ts';
import { lookedAfterOn } from './care.ts';
import { nextTermEnds } from './school-days.ts';
import { alreadyLookedAfter, becameLookedAfter, endsOfCare, localStandard, regulations2010, whileLookedAfter } from './care-moments.ts';

const wasDone = (assessment: Statement): boolean => assessment.answers['done'] !== false;
const assessed: Moment = { step: 'healthAssessment', on: (one) => (wasDone(one) ? one.happenedOn : undefined) };
/** The initial assessment is a registered medical practitioner’s. */
const assessedByDoctor: Moment = {
  step: 'healthAssessment',
  on: (one) => (wasDone(one) && one.answers['kind'] !== 'review' && one.answers['by'] !== 'nurse' ? one.happenedOn : undefined),
};

/** An interval that begins under five stays six-monthly, also when the fifth birthday falls in it. Without a date of birth the shorter is taken. */
function untilNextAssessment(_start: Statement, history: History, on: LocalDate): Limit {
  const { bornOn } = lifeOf(history);
  return months(bornOn !== undefined && ageAt(bornOn, on) >= 5 ? 12 : 6);
}

/** From a birthday on, where the child is younger when it starts, and only if still looked after then. */
const fromAge = (age: number, moment: Moment): Moment => ({
  step: moment.step,
  on: (statement, history) => {
    const on = moment.on === undefined ? statement.happenedOn : moment.on(statement, history);
    const { bornOn } = lifeOf(history);
    const day = bornOn === undefined ? undefined : birthday(bornOn, age);
    if (on === undefined || day === undefined || day <= on) return on;
    return lookedAfterOn(history, day) ? day : undefined;
  },
});

/** Asked of children aged 4 to 16: none falls due from the 17th birthday on. */
function yearlyToSeventeen(_start: Statement, history: History, on: LocalDate): Limit | undefined {
  const { bornOn } = lifeOf(history);
  const due = addMonths(on, 12);
  return bornOn !== undefined && due >= birthday(bornOn, 17) ? undefined : until(due);
}

export const healthLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    rule: 'initialHealthAssessment',
    title: 'Initial health assessment, by a doctor',
    limit: workingDays(20),
    starts: becameLookedAfter,
    meets: assessedByDoctor,
    endedBy: endsOfCare,
    law: 'Care Planning Regulations 2010 reg 7, and guidance of 2015: before the first review, within 20 working days',
  },
  {
    ...regulations2010,
    rule: 'reviewHealthAssessment',
    title: 'Review health assessment',
    limit: untilNextAssessment,
    starts: [
      { step: 'healthAssessment', on: (one, history) => (wasDone(one) ? whileLookedAfter(one.happenedOn, history) : undefined) },
      alreadyLookedAfter,
    ],
    meets: assessed,
    endedBy: endsOfCare,
    law: 'Care Planning Regulations 2010 reg 7(3): every six months before the fifth birthday, every twelve after it',
  },
];

const checked: Moment = { step: 'dentalCheck', on: (one) => (one.answers['attended'] === false ? undefined : one.happenedOn) };

export const dentalLimits: readonly Timescale[] = [
  {
    ...localStandard,
    rule: 'dentalCheck',
    title: 'Dental check',
    limit: months(12),
    starts: [
      ...becameLookedAfter,
      alreadyLookedAfter,
      {
        step: 'dentalCheck',
        on: (one, history) => (one.answers['attended'] === false ? undefined : whileLookedAfter(one.happenedOn, history)),
      },
    ],
    meets: checked,
    endedBy: endsOfCare,
    law: 'Local reminder: a dental check every twelve months (the return asks for one in each year of care)',
  },
];

export const questionnaireLimits: readonly Timescale[] = [
  {
    ...localStandard,
    rule: 'strengthsAndDifficulties',
    title: 'Strengths and difficulties questionnaire',
    limit: yearlyToSeventeen,
    starts: [
      ...becameLookedAfter.map((one) => fromAge(4, one)),
      fromAge(4, alreadyLookedAfter),
      { step: 'strengthsAndDifficulties', on: (one, history) => whileLookedAfter(one.happenedOn, history) },
    ],
    meets: { step: 'strengthsAndDifficulties' },
    endedBy: endsOfCare,
    law: 'Local reminder: every twelve months from the fourth birthday to the seventeenth (the return asks for one in each year of care)',
  },
];

const planMade: Moment = { step: 'personalEducationPlan', on: (one) => (one.answers['held'] === false ? undefined : one.happenedOn) };

export const educationLimits: readonly Timescale[] = [
  {
    ...localStandard,
    standing: 'guidance',
    version: 'guidance',
    rule: 'firstPersonalEducationPlan',
    title: 'First personal education plan',
    limit: workingDays(10),
    starts: becameLookedAfter.map((one) => fromAge(3, one)),
    meets: planMade,
    endedBy: endsOfCare,
    law: 'Promoting the education of looked-after children 2018: started within ten working days, so that it is ready for the first review',
  },
  {
    ...localStandard,
    standing: 'guidance',
    version: 'guidance, school terms of England',
    rule: 'termlyPersonalEducationPlan',
    title: 'Personal education plan of the term',
    limit: (_start, _history, on) => until(nextTermEnds(on)),
    starts: [
      {
        step: 'personalEducationPlan',
        on: (one, history) => (one.answers['held'] === false ? undefined : whileLookedAfter(one.happenedOn, history)),
      },
      fromAge(3, alreadyLookedAfter),
    ],
    meets: planMade,
    endedBy: endsOfCare,
    law: 'Promoting the education of looked-after children 2018: reviewed each term',
  },
];
