import type { ReturnRow } from '../ssda903/return-row.ts';

export type Cells = ReturnRow['values'];
/** What of a row answers a question: a column, or what is made of one or several. */
export type Answer =
  string | { readonly columns: readonly string[]; readonly as: (cells: Cells) => string | readonly string[] | undefined };

/** How one step is read from the rows of a table. */
export type DatasetRule = {
  readonly table: string;
  readonly step: string;
  /** The row's own id: by it the same row is known again in the next extract. */
  readonly key: string;
  /** Whether the row says anything of this step. */
  readonly when?: (cells: Cells) => boolean;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Questions that ask which entry this follows: the step that another rule reads from the row with the same key. */
  readonly links?: Readonly<Record<string, string>>;
};

const has =
  (column: string) =>
  (cells: Cells): boolean =>
    cells[column] !== undefined;

/** Y and N, 1 and 0, yes and no, as a form would say them. */
const yesNo = (column: string): Answer => ({
  columns: [column],
  as: (cells) => words.get((cells[column] ?? '').toUpperCase()) ?? cells[column],
});
const words: ReadonlyMap<string, string> = new Map([
  ['Y', 'yes'],
  ['YES', 'yes'],
  ['1', 'yes'],
  ['N', 'no'],
  ['NO', 'no'],
  ['0', 'no'],
]);

const coded = (column: string, codes: Readonly<Record<string, string>>): Answer => ({
  columns: [column],
  as: (cells) => codes[(cells[column] ?? '').toLowerCase()] ?? cells[column],
});

/** Which of the standard's flags is set, as our answer; nothing where none is that we ask about. */
export const flagged = (column: string, codes: Readonly<Record<string, string>>): Answer => ({
  columns: [column],
  as: (cells) => Object.entries(codes).find(([key]) => isSet(cells[column], key))?.[1],
});
const isSet = (json: string | undefined, key: string): boolean => new RegExp(`"${key}"\\s*:\\s*"(Y|1|Yes|True)"`, 'i').test(json ?? '');

const alone = (column: string): Answer => ({
  columns: [column],
  as: (cells) => (words.get((cells[column] ?? '').toUpperCase()) === 'yes' ? 'yes' : undefined),
});

const categories = {
  neglect: 'NEG',
  'physical abuse': 'PHY',
  'sexual abuse': 'SAB',
  'emotional abuse': 'EMO',
  multiple: 'MUL',
} as const;
/** "Multiple: …" lists which; the code is of several. */
const category = (column: string): Answer => ({
  columns: [column],
  as: (cells) => {
    const said = (cells[column] ?? '').replace(/^[-\s]+/, '').toLowerCase();
    return Object.entries(categories).find(([name]) => said.startsWith(name))?.[1] ?? cells[column];
  },
});

const visit = (table: string, prefix: string): DatasetRule => ({
  table,
  step: 'visit',
  key: `${prefix}_visit_id`,
  answers: {
    visitedOn: `${prefix}_visit_date`,
    seen: yesNo(`${prefix}_visit_seen`),
    seenAlone: alone(`${prefix}_visit_seen_alone`),
    ...(table === 'ssd_cla_visits' ? {} : { sleepingPlaceSeen: yesNo(`${prefix}_visit_bedroom`) }),
  },
});

/** The rows that each say one thing, or one thing and its end. Who the child is, and periods of care, are read from several rows together. */
export const datasetRules: readonly DatasetRule[] = [
  {
    table: 'ssd_cin_episodes',
    step: 'referral',
    key: 'cine_referral_id',
    answers: {
      referredOn: 'cine_referral_date',
      source: 'cine_referral_source_code',
      primaryNeed: 'cine_cin_primary_need_code',
      noFurtherAction: yesNo('cine_referral_nfa'),
    },
  },
  {
    table: 'ssd_cin_episodes',
    step: 'closure',
    key: 'cine_referral_id',
    when: has('cine_close_date'),
    answers: { closedOn: 'cine_close_date', reason: 'cine_close_reason' },
  },
  {
    table: 'ssd_cin_assessments',
    step: 'childAndFamilyAssessment',
    key: 'cina_assessment_id',
    answers: { startedOn: 'cina_assessment_start_date' },
  },
  {
    table: 'ssd_cin_assessments',
    step: 'assessmentAuthorisation',
    key: 'cina_assessment_id',
    when: has('cina_assessment_auth_date'),
    answers: {
      authorisedOn: 'cina_assessment_auth_date',
      factors: { columns: ['cinf_assessment_factors_json'], as: (cells) => factorsIn(cells['cinf_assessment_factors_json']) },
    },
    links: { assessment: 'childAndFamilyAssessment' },
  },
  { table: 'ssd_cin_plans', step: 'childInNeedPlan', key: 'cinp_cin_plan_id', answers: { startedOn: 'cinp_cin_plan_start_date' } },
  {
    table: 'ssd_cin_plans',
    step: 'childInNeedPlanEnd',
    key: 'cinp_cin_plan_id',
    when: has('cinp_cin_plan_end_date'),
    answers: { endedOn: 'cinp_cin_plan_end_date' },
  },
  visit('ssd_cin_visits', 'cinv_cin'),
  {
    table: 'ssd_s47_enquiry',
    step: 'section47Enquiry',
    key: 's47e_s47_enquiry_id',
    answers: { startedOn: 's47e_s47_start_date', conferenceTargetOn: 'icpc_icpc_target_date' },
  },
  {
    table: 'ssd_s47_enquiry',
    step: 'section47Outcome',
    key: 's47e_s47_enquiry_id',
    when: has('s47e_s47_end_date'),
    answers: {
      concludedOn: 's47e_s47_end_date',
      outcome: {
        columns: ['s47e_s47_outcome_json', 's47e_s47_nfa'],
        as: (cells) =>
          isSet(cells['s47e_s47_outcome_json'], 'CP_CONFERENCE_FLAG')
            ? 'conference'
            : words.get((cells['s47e_s47_nfa'] ?? '').toUpperCase()) === 'yes' || isSet(cells['s47e_s47_outcome_json'], 'NFA_FLAG')
              ? 'notSubstantiated'
              : 'noContinuingRisk',
      },
    },
    links: { enquiry: 'section47Enquiry' },
  },
  {
    table: 'ssd_initial_cp_conference',
    step: 'initialConference',
    key: 'icpc_icpc_id',
    when: (cells) => cells['icpc_icpc_date'] !== undefined && words.get((cells['icpc_icpc_transfer_in'] ?? '').toUpperCase()) !== 'yes',
    answers: { heldOn: 'icpc_icpc_date', outcome: coded('icpc_icpc_outcome_cp_flag', { y: 'planMade', n: 'noPlan' }) },
  },
  {
    table: 'ssd_initial_cp_conference',
    step: 'transferInConference',
    key: 'icpc_icpc_id',
    when: (cells) => cells['icpc_icpc_date'] !== undefined && words.get((cells['icpc_icpc_transfer_in'] ?? '').toUpperCase()) === 'yes',
    answers: { heldOn: 'icpc_icpc_date', outcome: coded('icpc_icpc_outcome_cp_flag', { y: 'planHere', n: 'none' }) },
  },
  {
    table: 'ssd_cp_plans',
    step: 'childProtectionPlan',
    key: 'cppl_cp_plan_id',
    answers: {
      startedOn: 'cppl_cp_plan_start_date',
      category: category('cppl_cp_plan_initial_category'),
      latestCategory: category('cppl_cp_plan_latest_category'),
    },
  },
  {
    table: 'ssd_cp_plans',
    step: 'childProtectionPlanEnd',
    key: 'cppl_cp_plan_id',
    when: has('cppl_cp_plan_end_date'),
    answers: { endedOn: 'cppl_cp_plan_end_date' },
    links: { plan: 'childProtectionPlan' },
  },
  {
    table: 'ssd_cp_reviews',
    step: 'reviewConference',
    key: 'cppr_cp_review_id',
    when: has('cppr_cp_review_date'),
    answers: { heldOn: 'cppr_cp_review_date', continues: yesNo('cppr_cp_review_outcome_continue_cp') },
  },
  visit('ssd_cp_visits', 'cppv_cp'),
  visit('ssd_cla_visits', 'clav_cla'),
];

function factorsIn(json: string | undefined): readonly string[] | undefined {
  try {
    const said: unknown = JSON.parse(json ?? '[]');
    if (Array.isArray(said)) return said.map(String);
    return Object.entries(said ?? {}).flatMap(([code, yes]) => (/^(y|yes|1|true)$/i.test(String(yes)) ? [code] : []));
  } catch {
    return undefined;
  }
}
