import { expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { whatStands } from '../kernel/step/history.ts';
import { columnsOf, openIn } from './board-marks.ts';
import { chain } from './history.fixture.ts';
import { derivation, timescales } from './pathway.ts';

/** Why a limit stands in no column of the boards. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  'before there is a plan: the child is on no board': [
    'referralDecision',
    'assessment',
    'initialAssessment',
    'coreAssessment',
    'initialConference',
    'returnedAssessment',
  ],
  'of the court, whatever plan the child is on: the child’s page and the worker’s day show it': [
    'letterBeforeProceedings',
    'preProceedingsMeeting',
    'preProceedingsReview',
    'preProceedingsEnd',
    'careProceedings',
  ],
  'before the birth: the child’s page and the worker’s day show it': ['birthPlan'],
  'at the front door, which has a queue of its own': [
    'contactDecision',
    'triage',
    'agencyChecks',
    'referrerTold',
    'referralAfterAdvice',
    'dutyHandover',
    'transferInConference',
  ],
  'family help, a move away or a court report alone puts a child on no board': ['familyHelpReview', 'transferOutConference', 'courtReport'],
  'after a death, when the child is on no board': [
    'jointAgencyResponse',
    'childDeathNotification',
    'seriousIncidentNotification',
    'deathInCareNotification',
  ],
  'a child in need plan or a series of short breaks alone puts a child on no board': [
    'firstChildInNeedReview',
    'laterChildInNeedReview',
    'firstShortBreakVisit',
    'laterShortBreakVisit',
    'firstShortBreakReview',
    'laterShortBreakReview',
    'shortBreakLength',
    'shortBreaksInTwelveMonths',
  ],
  'another authority looks after the child, who is on no board of ours': ['noticeOfPlacementHere', 'placementHereTold'],
  'begins on the day on which the child leaves the board': ['endOfCareApproval', 'relevantChildNeedsAssessment'],
  'after an adoption order, when the child is on no board': ['lifeStoryBook', 'laterLifeLetter', 'recordSealed'],
  'of the leaving care service, before and after 18': [
    'pathwayNeedsAssessment',
    'personalAdviserNamed',
    'pathwayPlanReview',
    'pathwayPlanReviewAfterMove',
    'firstAdviserVisit',
    'laterAdviserVisit',
    'careLeaverInTouch',
  ],
  'the board counts those without a reviewing officer by themselves': ['reviewingOfficerNamed', 'reviewingOfficerBeforeFirstReview'],
  'of any child who was missing, also of those on no board': ['returnHomeInterview'],
  'of a child who came alone or may be trafficked, on a board or not: the child’s page and the worker’s day show it': [
    'ageAssessment',
    'nationalTransfer',
    'nationalReferral',
    'reasonableGrounds',
  ],
  'the reviewing officer’s desk': ['reviewMidwayCheck', 'reviewDisputeLevel'],
  'asked of an objection that was made, which has met it': ['managersObjection'],
  'of anybody on record, whom no board is about': ['rectificationAnswer', 'subjectAccessAnswer', 'subjectAccessReply'],
  'its owner sees it in My day, of whatever meeting or plan it comes': ['actionDue'],
  'an action in the day of whoever is asked by name, and of any child': [
    'consultationAnswer',
    'childFoundUnsafe',
    'chairsConcern',
    'caseFileReaudit',
  ],
  'the file of a complaint and the list of complaints, of no child': [
    'complaintStageOne',
    'complaintStageTwo',
    'complaintStageThree',
    'complaintPanel',
    'complaintFindings',
  ],
  'support of kinship carers alone puts a child on no board': ['kinshipSupportReview'],
  'special guardianship has a register of its own': [
    'guardianshipReport',
    'guardianSupportAssessed',
    'guardianSupportDecided',
    'guardianSupportReview',
    'guardianMoneyReview',
  ],
  'a long stay in hospital, school or a care home has a register of its own': [
    'longStayDecision',
    'firstLongStayVisit',
    'laterLongStayVisit',
  ],
  'private fostering alone puts a child on no board': [
    'firstPrivateFosteringVisit',
    'laterPrivateFosteringVisit',
    'privateFosteringDecision',
  ],
  'the file of adopters and their list, of no child': [
    'adopterRegistration',
    'adopterStageOne',
    'adopterStageTwoAsked',
    'adopterStageTwo',
    'adopterDecision',
    'adopterReview',
    'adopterRepresentations',
  ],
  'the file of foster carers and their list, of no child': [
    'fosterStageOneTold',
    'fosterAssessment',
    'fosterDecision',
    'fosterReview',
    'fosterUnannouncedVisit',
    'fosterTemporaryApproval',
    'fosterExtendedApproval',
    'fosterRepresentations',
    'fosterConcern',
    'carersOfficerTold',
  ],
  'the file of an allegation and the list of allegations, which nobody else opens': [
    'allegationReferred',
    'allegationConsidered',
    'allegationMeeting',
    'allegationReviewed',
    'allegationConcluded',
    'barringReferral',
    'allegationLearnt',
  ],
  'the quality record of a service, or the register of what people say': [
    'homeVisited',
    'homeReviewed',
    'homeEventOfsted',
    'homeEventAuthority',
    'improvementMet',
    'briefingAnswered',
  ],
  'the file of a review and the list of reviews, of no child': [
    'incidentNotified',
    'incidentInCareNotified',
    'rapidReview',
    'caseReviewPublished',
    'learningTested',
  ],
  'its own page, of whom a manager supervises and of no board': ['staffSupervision', 'caseDiscussion'],
  'the staff file, and the page of the workforce of their own manager: no child’s': ['registrationRenewal'],
  'the page of its chapter, and the file of the chapter: no child’s': ['procedureComment'],
  'of a body such as the Safeguarding Board, on its page and of no child': ['bodyMeeting', 'bodyReport', 'bodyChallenge', 'localIssue'],
  'the file of an induction, and the page of the newly qualified: of no child': [
    'inductionFirstReview',
    'inductionSecondReview',
    'inductionThirdReview',
    'inductionFinalReview',
    'directObservation',
    'mentorMeeting',
    'inductionExtended',
  ],
  'the file of a course, and the page of training: of no child': ['courseRegister', 'courseEvaluationLater'],
  'once a year, as the return counts it': ['strengthsAndDifficulties'],
};

it('every limit stands in a column of the boards, or is said to be elsewhere and why', () => {
  const rules = [...new Set(timescales.map(({ rule }) => rule))];
  expect(Object.values(elsewhere).flat().toSorted()).toEqual(rules.filter((rule) => !columnsOf.has(rule)).toSorted());
  expect([...columnsOf.keys()].filter((rule) => !rules.includes(rule))).toEqual([]);
});

it('a child who is in secure accommodation for a hundred hours without an order is late on the board', () => {
  const clocks = derivation.clocks(
    whatStands(
      chain(
        ['periodOfCare', '2026-01-05', { legalStatus: 'C2' }],
        ['carePlan', '2026-01-05'],
        ['placement', '2026-01-12', { type: 'K1', startedAt: '16:40' }],
        ['placementPlan', '2026-01-12'],
      ),
    ),
  );
  const at = (instant: string) => openIn(clocks, { today: date(instant.slice(0, 10)), at: new Date(instant) }).get('plans');
  expect(at('2026-01-15T16:00:00Z')).toMatchObject({ clock: { rule: 'secureWithoutOrder' }, state: 'dueSoon' });
  expect(at('2026-01-16T20:40:00Z')).toMatchObject({ clock: { rule: 'secureWithoutOrder' }, state: 'late' });
});
