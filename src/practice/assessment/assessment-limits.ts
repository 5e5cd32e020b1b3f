import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { statementsOf } from '../checks.ts';
import { callsForAssessment, decisionOn, needsNoAssessment, referralDecided } from '../front-door/response.ts';

const referredForAction: Moment = {
  step: 'referral',
  on: (referral) => (referral.answers['noFurtherAction'] === true ? undefined : referral.happenedOn),
};

/**
 * An assessment that is not the first since the referral begins its own limit: the case was already open. So does one with no referral on record
 * that called for it: none at all, or one on which it had been decided that no assessment was needed.
 */
function furtherAssessment(assessment: Statement, history: History): LocalDate | undefined {
  const referral = statementsOf('referral', history).findLast(
    (one) => one.happenedOn <= assessment.happenedOn && callsForAssessment(one, history, assessment.happenedOn),
  );
  if (referral === undefined) return assessment.happenedOn;
  const first = statementsOf('childAndFamilyAssessment', history).find((one) => one.happenedOn >= referral.happenedOn);
  return first?.entry === assessment.entry ? undefined : assessment.happenedOn;
}

/** The assessment that was authorised, when the authorisation names it. */
const assessed = (authorisation: Statement, history: History): Statement | undefined =>
  history.find((one) => one.entry === authorisation.answers['assessment']);

function authorisedFor(authorisation: Statement, _history: History, start?: Statement): LocalDate | undefined {
  const another =
    start?.step === 'childAndFamilyAssessment' &&
    authorisation.answers['assessment'] !== undefined &&
    authorisation.answers['assessment'] !== start.entry;
  return another ? undefined : authorisation.happenedOn;
}

const kindOf = (authorisation: Statement, history: History): unknown => assessed(authorisation, history)?.answers['kind'];
const notCore: Moment = {
  step: 'assessmentAuthorisation',
  on: (done, history) => (kindOf(done, history) === 'core' ? undefined : done.happenedOn),
};
const notInitial: Moment = {
  step: 'assessmentAuthorisation',
  on: (done, history) => (kindOf(done, history) === 'initial' ? undefined : done.happenedOn),
};

/** The end of an initial assessment begins a core assessment only where one was then started. */
const initialThenCore: Moment = {
  step: 'assessmentAuthorisation',
  on: (done, history) => {
    const coreFollows = statementsOf('childAndFamilyAssessment', history).some(
      (one) => one.answers['kind'] === 'core' && one.happenedOn >= done.happenedOn,
    );
    return kindOf(done, history) === 'initial' && coreFollows ? done.happenedOn : undefined;
  },
};

const closed = [{ step: 'closure', because: 'case closed' }] as const;

/** The decision that stands on this very referral. One on another leaves the assessment already owed as it is. */
function decidedAgainst(decision: Statement, history: History, start?: Statement): LocalDate | undefined {
  const ofThis = start === undefined || referralDecided(decision, history)?.entry === start.entry;
  const stands = start === undefined || decisionOn(start, history)?.entry === decision.entry;
  return ofThis && stands && needsNoAssessment(decision) ? decision.happenedOn : undefined;
}

/** Working Together: within one working day a manager decides the response; an assessment is owed only where that is the response. */
const closedOrNotNeeded: Timescale['endedBy'] = [
  ...closed,
  { step: 'referralDecision', because: 'decided that no assessment is needed', on: decidedAgainst },
];

/** From 15 April 2013 one assessment; before it, under the Assessment Framework, an initial and then perhaps a core assessment. */
export const assessmentLimits: readonly Timescale[] = [
  {
    rule: 'assessment',
    version: 'Working Together 2013',
    title: 'Assessment completed',
    limit: workingDays(45),
    starts: [referredForAction, { step: 'childAndFamilyAssessment', on: furtherAssessment }],
    meets: { step: 'assessmentAuthorisation', on: authorisedFor },
    endedBy: closedOrNotNeeded,
    inForce: { from: date('2013-04-15') },
    announcedOn: date('2013-03-21'),
    standing: 'guidance',
    law: 'Working Together 2013 and every edition since: 45 working days from the referral at most',
  },
  {
    rule: 'initialAssessment',
    version: 'Assessment Framework 2000',
    title: 'Initial assessment completed',
    limit: workingDays(7),
    starts: [referredForAction],
    meets: notCore,
    endedBy: closedOrNotNeeded,
    inForce: { from: date('2000-04-01'), to: date('2010-03-16') },
    announcedOn: date('2000-04-01'),
    standing: 'guidance',
    law: 'Assessment Framework 2000; Working Together 2006: seven working days from the referral',
  },
  {
    rule: 'initialAssessment',
    version: 'Working Together 2010',
    title: 'Initial assessment completed',
    limit: workingDays(10),
    starts: [referredForAction],
    meets: notCore,
    endedBy: closedOrNotNeeded,
    inForce: { from: date('2010-03-17'), to: date('2013-04-14') },
    announcedOn: date('2010-03-17'),
    standing: 'guidance',
    law: 'Working Together 2010: ten working days from the referral',
  },
  {
    rule: 'coreAssessment',
    version: 'Assessment Framework 2000',
    title: 'Core assessment completed',
    limit: workingDays(35),
    starts: [
      initialThenCore,
      {
        step: 'strategyDiscussion',
        on: (discussion) => (discussion.answers['enquiriesInitiated'] === true ? discussion.happenedOn : undefined),
      },
    ],
    meets: notInitial,
    endedBy: closed,
    inForce: { from: date('2000-04-01'), to: date('2013-04-14') },
    announcedOn: date('2000-04-01'),
    standing: 'guidance',
    law: 'Assessment Framework 2000; Working Together 2006: 35 working days from the end of the initial assessment or the strategy discussion that began section 47 enquiries',
  },
];
