import type { TableName } from './ssda903/build/built-row.ts';
import { annexLists } from './annex-a/lists.ts';
import { vacancyTable, workersTable } from './workforce-census/census.ts';

/** Modules of the census, as practice calls them. */
const census = {
  Child: 'The child',
  ChildIdentifiers: 'Numbers and birth',
  ChildCharacteristics: 'Ethnicity',
  Disabilities: 'Disabilities',
  CINdetails: 'Referral and period of need',
  Assessments: 'Child and family assessment',
  FactorsIdentifiedAtAssessment: 'Factors found in the assessment',
  AssessmentFactors: 'Factors found in the assessment',
  CINPlanDates: 'Child in need plan',
  Section47: 'Section 47 enquiry and initial child protection conference',
  ChildProtectionPlans: 'Child protection plan',
  Reviews: 'Reviews of the child protection plan',
  PreProceedingsandFGDM: 'Before court, and family group decision making',
} as const;

const lookedAfter: Readonly<Record<TableName, string>> = {
  header: 'The child',
  episodes: 'Episode of care',
  reviews: 'Looked-after review',
  uasc: 'Unaccompanied asylum-seeking child',
  oc2: 'Health, SDQ and convictions',
  oc3: 'Care leaver',
  ad1: 'Adoption',
  placed_adoption: 'Placed for adoption',
  prev_perm: 'Permanence before care',
  missing: 'Missing from care',
  social_worker: 'Social worker',
  deprivation_of_liberty_order: 'Order of deprivation of liberty',
};

/** The tables of the Standard Safeguarding Dataset in which a child stands. */
const dataset = {
  ssd_address: 'Address',
  ssd_assessment_factors: 'Factors found in the assessment',
  ssd_care_leavers: 'Care leaver',
  ssd_cin_assessments: 'Child and family assessment',
  ssd_cin_episodes: 'Referral and period of need',
  ssd_cin_plans: 'Child in need plan',
  ssd_cin_visits: 'Visit to a child in need',
  ssd_cla_care_plan: 'Care plan',
  ssd_cla_convictions: 'Conviction',
  ssd_cla_episodes: 'Episode of care',
  ssd_cla_health: 'Health of a child in care',
  ssd_cla_immunisations: 'Immunisations',
  ssd_cla_placement: 'Placement',
  ssd_cla_previous_permanence: 'Permanence before care',
  ssd_cla_reviews: 'Looked-after review',
  ssd_cla_substance_misuse: 'Substance use',
  ssd_cla_visits: 'Visit to a child in care',
  ssd_contacts: 'Contact',
  ssd_cp_plans: 'Child protection plan',
  ssd_cp_reviews: 'Review of the child protection plan',
  ssd_cp_visits: 'Visit under a child protection plan',
  ssd_disability: 'Disability',
  ssd_early_help_episodes: 'Early help',
  ssd_family: 'Family',
  ssd_immigration_status: 'Immigration status',
  ssd_initial_cp_conference: 'Initial child protection conference',
  ssd_involvements: 'Who worked with the child',
  ssd_legal_status: 'Legal status',
  ssd_linked_identifiers: 'Numbers elsewhere',
  ssd_missing: 'Missing',
  ssd_mother: 'A parent’s child',
  ssd_permanence: 'Adoption and permanence',
  ssd_person: 'The child',
  ssd_pre_proceedings: 'Before court',
  ssd_s47_enquiry: 'Section 47 enquiry',
  ssd_sdq_scores: 'Strengths and difficulties (SDQ)',
} as const;

/** Tables whose own name nobody outside of this program knows. */
const ours: Readonly<Record<string, string>> = {
  'cp-is': 'Plan or care, by NHS number',
  'cp-is-without-nhs-number': 'Who has no NHS number',
  asglb: 'Adoption and special guardianship',
  [workersTable]: 'Social worker',
  [vacancyTable]: 'Vacancies and agency staff',
};

const known: Readonly<Record<string, string>> = { ...census, ...lookedAfter, ...dataset };
const lists: Readonly<Record<string, string>> = Object.fromEntries(annexLists.map(({ name, of }) => [name, of]));

/** What a part of a return is called in a line: in words, where its name is none that those who answer for returns know. */
export const nameOfPart = (name: string): string => ours[name] ?? name;

/** What heads a part of a return: words, with the name under which the return itself has it. */
export function titleOfPart(name: string): string {
  const list = lists[name];
  if (list !== undefined) return `${name}: ${list.charAt(0).toLowerCase()}${list.slice(1)}`;
  const words = known[name];
  return words === undefined ? nameOfPart(name) : `${words} (${name})`;
}
