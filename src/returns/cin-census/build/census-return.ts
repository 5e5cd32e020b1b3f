import type { History } from '../../../kernel/step/history.ts';
import { buildChild } from './build-child.ts';
import type { BuiltElement } from './element.ts';
import { writeCensus, type CensusHeader } from './write-census.ts';

/** The steps that a children in need census tells: nothing of any other is read for it. */
export const censusSteps: readonly string[] = [
  'personDetails',
  'childDeath',
  'periodOfCare',
  'legalStatus',
  'periodOfCareEnd',
  'referral',
  'referralDecision',
  'closure',
  'childAndFamilyAssessment',
  'assessmentAuthorisation',
  'childInNeedPlan',
  'childInNeedPlanEnd',
  'strategyDiscussion',
  'section47Enquiry',
  'section47Outcome',
  'initialConference',
  'transferInConference',
  'childProtectionPlan',
  'childProtectionPlanEnd',
  'categoryChange',
  'reviewConference',
  'legalPlanningMeeting',
  'letterBeforeProceedings',
  'preProceedingsMeeting',
  'preProceedingsEnd',
  'familyGroupMeeting',
  'decisionToIssue',
  'careProceedings',
  'returnExplanation',
];

/** The census of a year as XML, in pieces, from what stands of everybody; children are told in the order in which they come. */
export async function* censusOfAll(
  header: CensusHeader,
  told: AsyncIterable<{ readonly history: History }>,
): AsyncGenerator<string, void, undefined> {
  async function* built(): AsyncGenerator<BuiltElement> {
    for await (const { history } of told) {
      const child = buildChild(history, header);
      if (child !== undefined) yield child;
    }
  }
  yield* writeCensus(header, built());
}
