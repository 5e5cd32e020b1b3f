import { createHash } from 'node:crypto';
import { oneOffHolidays } from '../kernel/calendar/bank-holidays.ts';
import { schoolTerms } from '../kernel/calendar/school-terms.ts';
import type { CodeSet } from '../kernel/field/code.ts';
import type { AnyField, Fields } from '../kernel/field/field.ts';
import { keysVersion } from '../kernel/names/keys.ts';
import { clocksOf, type Clock, type ClockSources } from '../kernel/step/clock.ts';
import type { History } from '../kernel/step/history.ts';
import { practitioners, type Permissions } from '../kernel/step/permission.ts';
import { erase, type AnyStep } from '../kernel/step/step.ts';
import type { Timescale } from '../kernel/step/timescale.ts';
import type { Derivation, Identifier } from '../kernel/derivation/derivation.ts';
import { action } from './actions/action.ts';
import { actionProgress } from './actions/action-progress.ts';
import { assessmentAuthorisation } from './assessment/assessment-authorisation.ts';
import { childAndFamilyAssessment } from './assessment/child-and-family-assessment.ts';
import { carryingBy } from './carried.ts';
import { lifeForLimits } from './checks.ts';
import { childInNeedPlanEnd } from './child-in-need/child-in-need-plan-end.ts';
import { childInNeedReview } from './child-in-need/child-in-need-review.ts';
import { childInNeedPlan } from './child-in-need/child-in-need-plan.ts';
import { childProtectionPlanEnd } from './child-protection/child-protection-plan-end.ts';
import { childProtectionPlan } from './child-protection/child-protection-plan.ts';
import { coreGroupMeeting } from './child-protection/core-group-meeting.ts';
import { initialConference } from './child-protection/initial-conference.ts';
import { reviewConference } from './child-protection/review-conference.ts';
import { section47Enquiry } from './child-protection/section-47-enquiry.ts';
import { section47Outcome } from './child-protection/section-47-outcome.ts';
import { strategyDiscussion } from './child-protection/strategy-discussion.ts';
import { explanations } from './assessment/explanations.ts';
import { conferenceInvitation } from './child-protection/conference-invitation.ts';
import { assessmentReport } from './assessment/assessment-report.ts';
import { assessmentReturn } from './assessment/assessment-return.ts';
import { birthPlan } from './child-protection/birth-plan.ts';
import { categoryChange } from './child-protection/category-change.ts';
import { extraFamilialHarm } from './child-protection/extra-familial-harm.ts';
import { injury } from './child-protection/injury.ts';
import { missedAppointment } from './child-protection/missed-appointment.ts';
import { patternSetAside } from './patterns/pattern-set-aside.ts';
import { caseNote } from './child-in-need/case-note.ts';
import { gateOverride } from './gates/gate-override.ts';
import { courtSteps } from './court/court-steps.ts';
import { visit } from './child-protection/visit.ts';
import { frontDoorSteps } from './front-door/steps.ts';
import { helpSteps } from './help/steps.ts';
import { privateLawSteps } from './private-law/steps.ts';
import { transferSteps } from './transfer/steps.ts';
import { fosteringSteps } from './fostering/steps.ts';
import { guardianshipSteps } from './special-guardianship/steps.ts';
import { longStaySteps } from './long-stay/steps.ts';
import { privateFosteringSteps } from './private-fostering/steps.ts';
import { adopterSteps, adoptionSteps } from './adoption/steps.ts';
import { allegationSteps } from './allegations/steps.ts';
import { deathSteps } from './death/steps.ts';
import { caseFileAuditSteps } from './case-file-audit/steps.ts';
import { inspectionSteps } from './inspection/steps.ts';
import { voiceSteps } from './voice/steps.ts';
import { seriousIncidentSteps } from './serious-incidents/steps.ts';
import { lawyers } from './consultation/consultation-advice.ts';
import { consultationSteps } from './consultation/steps.ts';
import { procedureSteps } from './procedures/steps.ts';
import { safeguardingBoardSteps } from './safeguarding-board/steps.ts';
import { supervisionSteps } from './supervision/steps.ts';
import { inductionSteps } from './induction/steps.ts';
import { trainingSteps } from './training/steps.ts';
import { adultDetails } from './people/adult-details.ts';
import { household } from './people/household.ts';
import { parentalResponsibility } from './people/parental-responsibility.ts';
import { knownBy } from './people/known-by.ts';
import { mergesIn, recordMerge } from './people/record-merge.ts';
import { identityDecision } from './people/identity-decision.ts';
import { personDetails } from './people/person-details.ts';
import { professional } from './people/professional.ts';
import { relationship } from './people/relationship.ts';
import { warning, warningEnd } from './people/warning.ts';
import { lookedAfterSteps } from './looked-after/steps.ts';
import { leavingCareSteps } from './leaving-care/steps.ts';
import { boardLine } from './board-line.ts';
import { legalHold, legalHoldEnd } from './retention/legal-hold.ts';
import { rectificationAnswer, rectificationRequest } from './retention/rectification.ts';
import { documentReleased } from './outputs/document-released.ts';
import { subjectAccessSteps } from './subject-access/steps.ts';
import { lateReasonOf } from './quality/late-reason.ts';
import { returnExplanation } from './quality/return-explanation.ts';
import { readBy, standingBy } from './standing.ts';
import { workforceSteps } from './workforce/steps.ts';

export { agreedIn, idOf as idWithin } from './actions/agreed-actions.ts';
export { openActions } from './actions/open-actions.ts';
export { auditMethods, auditPopulations, auditThemes } from './case-file-audit/audit-programme.ts';
export { caseFileAudit, spokenWith, verdicts as auditVerdicts } from './case-file-audit/case-file-audit.ts';
export { changedSince } from './case-file-audit/changed-since.ts';
export { auditGrades, falls, standards } from './case-file-audit/grades.ts';
export { commentingAgencies, procedureComment } from './procedures/procedure-comment.ts';
export { commentOutcomes, procedureCommentAnswer } from './procedures/procedure-comment-answer.ts';
export { procedureRead } from './procedures/procedure-read.ts';
export { changes as supervisionChanges } from './supervision/supervision-quality.ts';
export { agreedActionsOf, isFollowed, whatFollowed, type ActionState, type Followed } from './supervision/what-followed.ts';
export { grades as inspectionGrades, kinds as inspectionKinds } from './inspection/inspection-report.ts';
export { kinds as fosterKinds } from './fostering/foster-carer-enquiry.ts';
export { decisions as fosterDecisions } from './fostering/foster-carer-approval.ts';
export { adopterKinds } from './adoption/adopter-enquiry.ts';
export { adopterDecisions } from './adoption/adopter-approval.ts';
export { orderThatEnds } from './adoption/adopter-orders.ts';
export { adopterMoments } from './adoption/adopter-stage.ts';
export { settings as allegationSettings } from './allegations/allegation.ts';
export { strands as allegationStrands } from './allegations/allegation-enquiry.ts';
export { outcomes as allegationOutcomes } from './allegations/allegation-outcome.ts';
export { kinds as voiceKinds } from './voice/voice-exercise.ts';
export { readers as briefingReaders } from './voice/theme-briefing.ts';
export { connectionWeights } from './serious-incidents/missed-connection.ts';
export { agencies as agencyTitles, agencyAskedBy, agencyWords } from './safeguarding-board/agencies.ts';
export { agencyAssessment, agencyAssessmentChallenge, agencyScores, agencyStandards } from './safeguarding-board/agency-assessment.ts';
export { measureOf, quarterMissing, trendsOf, type Trend } from './safeguarding-board/agency-data.ts';
export { agendaOf, openChallenges, openIssues } from './safeguarding-board/agenda.ts';
export { challengeEnds } from './safeguarding-board/body-challenge-answer.ts';
export { bodyPriority } from './safeguarding-board/body-priority.ts';
export { riskRegister, riskStates } from './safeguarding-board/body-risk.ts';
export { constitutionOf } from './safeguarding-board/body-constitution.ts';
export { configurationOf, configurationTitles, seats } from './safeguarding-board/configurations.ts';
export { attendanceOf, emptySeats, sittings, type Sitting } from './safeguarding-board/membership.ts';
export { caseloadStandard } from './workforce/caseload-standard.ts';
export { laterObservationsSupplied } from './workforce/later-observations.ts';
export { contracts, employment } from './workforce/employment.ts';
export { reasonsToGo } from './workforce/exit-interview.ts';
export { grades } from './workforce/grades.ts';
export { incidentKinds } from './workforce/safety-incident.ts';
export { caseloadDecision } from './induction/caseload-decision.ts';
export { observed } from './induction/direct-observation.ts';
export { capabilities } from './induction/induction-evidence.ts';
export { outcomes as inductionOutcomes } from './induction/induction-end.ts';
export { inductionProgramme } from './induction/induction-programme.ts';
export { inductionReview, judgements as inductionJudgements, reviewStages, timeGiven } from './induction/induction-review.ts';
export { schemeOf, schemeTitles } from './induction/schemes.ts';
export { newlyQualifiedWeeks } from './supervision/supervision-limits.ts';
export { courseDesign, obliged } from './training/course-design.ts';
export { courseEvaluation, evaluated } from './training/course-evaluation.ts';
export { unregistered } from './training/course-register.ts';
export { courseSession } from './training/course-session.ts';
export { topics, topicWords } from './training/topics.ts';
export { firstWithin, trainingOwed, type Attended, type Mandatory, type Owed } from './training/training-due.ts';

/** What a children looked after return calls an episode, derived. */
export { episodesOf, type EpisodeOfCare } from './looked-after/episodes-of-care.ts';
/** What a children in need census asks of a history. */
export { isBefore, isEndOf, lifeOf, statementsOf } from './checks.ts';
export { isNhsNumber } from './people/nhs-number.ts';
export { concludedWithoutConference, enquiriesOf } from './child-protection/enquiries.ts';
export { decisionOn, leadsNowhere } from './front-door/response.ts';
export * from './looked-after/care.ts';
export { isMove, stayBegan } from './looked-after/placement-stays.ts';
export { inSafeguardingDataset, returnYearOf } from './carried.ts';
export * as reviewing from './looked-after/reviewing.ts';
export { isRegisteredOn, registerNames, registers, type RegisterName } from './registers.ts';
export { careReviewRules } from './populations.ts';
export { adviserOf } from './leaving-care/adviser.ts';
export { inCareAfter, leavingCareStatusOn } from './leaving-care/leaving-care.ts';
export { socialWorkerEpisodesOf, type SocialWorkerEpisode } from './workforce/social-worker-episodes.ts';

const dated: readonly AnyStep[] = [
  erase(personDetails),
  erase(identityDecision),
  erase(recordMerge),
  erase(adultDetails),
  erase(relationship),
  erase(household),
  erase(parentalResponsibility),
  erase(professional),
  erase(warning),
  erase(warningEnd),
  ...helpSteps,
  ...privateLawSteps,
  ...transferSteps,
  ...frontDoorSteps,
  erase(childAndFamilyAssessment),
  erase(assessmentReport),
  erase(explanations),
  erase(assessmentReturn),
  erase(assessmentAuthorisation),
  erase(caseNote),
  erase(gateOverride),
  erase(childInNeedPlan),
  erase(childInNeedReview),
  erase(childInNeedPlanEnd),
  erase(strategyDiscussion),
  erase(section47Enquiry),
  erase(section47Outcome),
  erase(conferenceInvitation),
  erase(initialConference),
  erase(childProtectionPlan),
  erase(childProtectionPlanEnd),
  erase(reviewConference),
  erase(coreGroupMeeting),
  erase(visit),
  erase(injury),
  erase(missedAppointment),
  erase(extraFamilialHarm),
  erase(birthPlan),
  erase(categoryChange),
  erase(patternSetAside),
  ...courtSteps,
  ...lookedAfterSteps,
  ...leavingCareSteps,
  ...adoptionSteps,
  ...guardianshipSteps,
  ...privateFosteringSteps,
  ...longStaySteps,
  ...deathSteps,
  erase(legalHold),
  erase(legalHoldEnd),
  erase(rectificationRequest),
  erase(rectificationAnswer),
  ...subjectAccessSteps,
  erase(documentReleased),
  erase(returnExplanation),
  ...workforceSteps,
  ...supervisionSteps,
  ...consultationSteps,
  ...caseFileAuditSteps,
  ...procedureSteps,
  ...seriousIncidentSteps,
  ...safeguardingBoardSteps,
  ...inspectionSteps,
  ...voiceSteps,
  ...allegationSteps,
  ...fosteringSteps,
  ...inductionSteps,
  ...trainingSteps,
  ...adopterSteps,
  erase(action),
  erase(actionProgress),
];

export const timescales: readonly Timescale[] = dated.flatMap((step) => step.timescales);

export { lawyers };

/** Where a lawyer is asked or answers: privileged, and an inspector’s powers do not reach it. */
const toLawyers: ReadonlySet<string> = new Set([...lawyers, 'caseConsultation']);

/** An inspector reads of children what every practitioner reads, no file, and nothing that may be a lawyer’s; who they are and when, the database says. */
function readByInspectors(all: readonly AnyStep[]): readonly AnyStep[] {
  return all.map((step) =>
    (step.file === undefined || step.file === 'also') &&
    !toLawyers.has(step.name) &&
    practitioners.every((role) => step.may.read.includes(role))
      ? { ...step, may: { ...step.may, read: [...step.may.read, 'inspector'] } }
      : step,
  );
}

/** Every step of practice: the one list from which all else is derived. A reason for lateness is about a limit of any other. */
export const steps: readonly AnyStep[] = readByInspectors([
  ...dated,
  erase(lateReasonOf(Object.fromEntries(timescales.map(({ rule, title }) => [rule, title])))),
]);

export { documentKinds, recipientKinds, type DocumentKindName, type RecipientKind } from './outputs/document-released.ts';
export { untoldIn } from './front-door/untold.ts';
export { contactDecided, contactOf, isProfessional } from './front-door/contacts.ts';
export { warningsOn } from './people/warning.ts';

const byName: ReadonlyMap<string, AnyStep> = new Map(steps.map((step) => [step.name, step]));

export const stepNamed = (name: string): AnyStep | undefined => byName.get(name);

export { nextAfter } from './what-follows.ts';

const carrying = carryingBy(steps);

const sources: ClockSources = {
  carrying,
  life: lifeForLimits,
  lateReasons: (history) =>
    new Map(
      history
        .filter((one) => one.step === 'lateReason')
        .map((one) => [`${String(one.answers['rule'])} ${String(one.answers['startedBy'])}`, one.entry]),
    ),
};

/** The limits of some rules alone: of many files at once, all of them would take long. */
export const clocksUnder = (rules: ReadonlySet<string>): ((history: History) => readonly Clock[]) => {
  const some = timescales.filter(({ rule }) => rules.has(rule));
  return (history) => clocksOf(history, some, sources);
};

/** What lists need to know of a child, from what stands. */
export const standingOf = standingBy(carrying);

/** The fields of each step by which somebody is known elsewhere: asked of every statement at every append. */
const identifying: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map(
  steps.map((step) => [
    step.name,
    Object.entries({ ...step.fields, ...step.each }).flatMap(([name, { identifies }]) =>
      identifies === undefined ? [] : [[name, identifies] as const],
    ),
  ]),
);

/** Every identifier that any step asks for, as it stands. */
function identifiersOf(history: History): readonly Identifier[] {
  const found = new Map<string, Identifier>();
  for (const { step, answers } of history)
    for (const [name, kind] of identifying.get(step) ?? []) {
      const value = answers[name];
      if (typeof value === 'string') found.set(`${kind} ${value}`, { kind, value });
    }
  return [...found.values()];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Raised with every change in what is derived besides limits: what a standing holds, what is counted on boards, or what a child is known by. A test of
 * dated cases fails until it is. By which keys a name is found has a version of its own (`kernel/names/keys.ts`).
 */
const derivedVersion = 18;

/** All rules and one-off holidays. A change of law is a new `version`, a change in how it is counted here a new `reading`: functions have no text that survives the bundler. */
const ofRules = sha256(
  JSON.stringify(
    timescales.map(({ starts, meets, alsoMetBy, endedBy, ...rule }) => ({
      ...rule,
      starts: starts.map(({ step }) => step),
      meets: meets.step,
      alsoMetBy: alsoMetBy?.map(({ step }) => step),
      endedBy: endedBy.map(({ step, because }) => [step, because]),
    })),
  ) +
    oneOffHolidays +
    'a file tells of its tables and of the time up to its last day' +
    `${derivedVersion} ${keysVersion}`,
);

/** Of a record that was merged into another nothing is derived here: it is derived there. */
const unlessMerged =
  <T>(nothing: T, derived: (history: History) => T) =>
  (history: History): T =>
    mergesIn(history).into === undefined ? derived(history) : nothing;

/** The clocks of some rules alone, for whoever asks of thousands of records and of few rules. */
export function clocksOfRules(isAsked: (rule: string) => boolean): Derivation['clocks'] {
  const some = timescales.filter(({ rule }) => isAsked(rule));
  return unlessMerged([], (history) => clocksOf(history, some, sources));
}

export const derivation: Derivation = {
  clocks: unlessMerged([], (history) => clocksOf(history, timescales, sources)),
  standing: standingOf,
  identifiers: unlessMerged([], identifiersOf),
  knownBy: unlessMerged({ names: [] }, knownBy),
  merges: mergesIn,
  fileSteps: new Set(steps.flatMap(({ name, file }) => (file === undefined || file === 'also' ? [] : [name]))),
  mergeStep: recordMerge.name,
  readBy,
  boardLine,
  /** By which an authority’s own term dates count too: other dates, other limits. */
  get rulesHash() {
    const { years } = schoolTerms();
    return years.size === 0 ? ofRules : sha256(ofRules + JSON.stringify([...years].toSorted(([a], [b]) => a.localeCompare(b))));
  },
};

/** Hash of what was asked: fields, kinds, codes and words. Kept with each entry, so that it reads later as it was asked. */
export function wordingOf(step: Pick<AnyStep, 'title' | 'fields' | 'each'>): string {
  return sha256(JSON.stringify([step.title, asked(step.fields), asked(step.each)]));
}

const asked = (fields: Fields): readonly (readonly unknown[])[] =>
  Object.entries(fields).map(([name, field]) => [
    name,
    field.kind,
    field.label,
    field.hint ?? '',
    codesOf(field),
    field.required ?? '',
    field.until ?? '',
    ...(field.control.kind === 'rows' ? [asked(field.control.columns)] : []),
  ]);

const codesOf = (field: AnyField): readonly (readonly [string, string])[] =>
  'codes' in field ? Object.entries(field.codes as CodeSet) : [];

/** Who may record and read each step. */
export const permissionTable = (): readonly ({ readonly step: string } & Permissions & Pick<AnyStep, 'file'>)[] =>
  steps.map(({ name, may, file }) => ({ step: name, ...may, ...(file === undefined ? {} : { file }) }));
