import type { Standing } from '../kernel/derivation/derivation.ts';

/** A column of the board: the limits that stand in it; of several that run, the most pressing is shown. */
export type Column = { readonly name: string; readonly title: string; readonly rules: readonly string[] };

const review: Column = { name: 'review', title: 'Review conference', rules: ['firstReviewConference', 'laterReviewConference'] };
const coreGroup: Column = { name: 'coreGroup', title: 'Core group', rules: ['firstCoreGroup', 'laterCoreGroup'] };
const visit: Column = { name: 'visit', title: 'Visit', rules: ['childProtectionVisit', 'expectantMotherVisit'] };
const careReview: Column = {
  name: 'careReview',
  title: 'Looked-after review',
  rules: [
    'firstLookedAfterReview',
    'secondLookedAfterReview',
    'laterLookedAfterReview',
    'earlyLookedAfterReview',
    'reviewAtEndOfCustody',
    'reviewBeforePlacementEnded',
    'reviewBeforeAccommodationEnds',
    'firstReviewWaitingForAdoption',
    'laterReviewWaitingForAdoption',
    'reviewAfterAdoptionDisrupted',
    'firstReviewOfAdoptivePlacement',
    'laterReviewOfAdoptivePlacement',
  ],
};
export const careReviewRules = careReview.rules;
const careVisit: Column = {
  name: 'careVisit',
  title: 'Visit',
  rules: [
    'firstVisitInPlacement',
    'visitAfterCareOrderAtHome',
    'lookedAfterVisit',
    'visitAfterConcern',
    'visitOnRequest',
    'firstAdoptionVisit',
    'laterAdoptionVisit',
  ],
};
const health: Column = { name: 'health', title: 'Health', rules: ['initialHealthAssessment', 'reviewHealthAssessment', 'dentalCheck'] };
/** What is owed for where the child lives and by which power, and about the plans: also that a review was completed and its record sent. */
const plans: Column = {
  name: 'plans',
  title: 'Plans and placement',
  rules: [
    'carePlan',
    'permanencePlan',
    'accommodationAgreed',
    'accommodationAfterWithdrawal',
    'unregisteredSignOff',
    'deprivationOfLibertyEnds',
    'familyTimeRefused',
    'educationAfterExclusion',
    'placementPlan',
    'firstPersonalEducationPlan',
    'termlyPersonalEducationPlan',
    'accommodationUnderSixteen',
    'secureWithoutOrder',
    'secureUnderThirteen',
    'secureOrderEnds',
    'firstSecureReview',
    'laterSecureReview',
    'policeProtection',
    'emergencyProtectionOrder',
    'emergencyPlacement',
    'temporaryApproval',
    'extendedTemporaryApproval',
    'parentsAssessment',
    'detentionPlacementPlan',
    'outOfAreaApproval',
    'outOfAreaNotice',
    'abroadApprovedByCourt',
    'abroadApprovedByHolders',
    'abroadSupervision',
    'schoolPlace',
    'keyStageFourMove',
    'adjournedLookedAfterReview',
    'reviewDecisionsSent',
    'reviewRecordWritten',
    'reviewRecordSent',
    'reviewDispute',
    'adoptionAgencyDecision',
    'matchDecision',
    'adoptionDecisionToldOrally',
    'adoptionDecisionToldInWriting',
  ],
};

/**
 * Every column that no other is put together from, in the order in which their dates are kept. How many they are, and which are whose, is also written
 * in the indexes of `record.board` and in `record.board_page`: one more is a migration.
 */
export const columns = [review, coreGroup, visit, careReview, careVisit, health, plans] as const;

const together = (name: string, title: string, ...parts: readonly Column[]): Column => ({
  name,
  title,
  rules: parts.flatMap(({ rules }) => rules),
});

const inPlans = [review, coreGroup, visit] as const;
const inCare = [careReview, careVisit, health, plans] as const;

/** Whom the board is about. Some children are in both: they are counted once, and the overlap is said. */
export type Population = {
  readonly title: string;
  readonly tab: string;
  readonly columns: readonly Column[];
};

export const isOnPlan = (standing: Standing): boolean => standing.onPlanSince !== undefined;
export const isLookedAfter = (standing: Standing): boolean => standing.lookedAfterSince !== undefined;

export const populationNames = ['plans', 'care', 'all'] as const;
export type PopulationName = (typeof populationNames)[number];

export const populations: Readonly<Record<PopulationName, Population>> = {
  plans: { title: 'Children on protection plans', tab: 'On protection plans', columns: inPlans },
  care: { title: 'Children looked after', tab: 'Looked after', columns: inCare },
  all: {
    title: 'Children on plans and looked after',
    tab: 'Everyone',
    columns: [
      together('reviews', 'Review', review, careReview),
      together('visits', 'Visit', visit, careVisit),
      together('others', 'Other limits', coreGroup, health, plans),
    ],
  },
};

/** Each of the two ways of being reviewed independently, for the figures. */
export const reviewed = {
  plans: {
    of: 'children on protection plans',
    isIn: isOnPlan,
    since: (standing: Standing) => standing.onPlanSince,
    last: (standing: Standing) => standing.lastReviewOn,
    column: review,
  },
  care: {
    of: 'children looked after',
    isIn: isLookedAfter,
    since: (standing: Standing) => (standing.careBeganEarlier === true ? undefined : standing.lookedAfterSince),
    last: (standing: Standing) => standing.lastLookedAfterReviewOn,
    column: careReview,
  },
} as const;

export const visitsOf = [visit, careVisit];
