import { flagged, type Cells, type DatasetRule } from './dataset-rules.ts';

const yes = (column: string) => ({
  columns: [column],
  as: (cells: Cells) => said.get((cells[column] ?? '').toUpperCase()) ?? cells[column],
});
const said: ReadonlyMap<string, string> = new Map([
  ['Y', 'yes'],
  ['N', 'no'],
]);
const isCompleted = {
  columns: ['clah_health_check_status'],
  as: (cells: Cells) => (/^(cancelled|refused)$/i.test(cells['clah_health_check_status'] ?? '') ? 'no' : 'yes'),
};
/** What is planned has not been done. */
const isCheck =
  (type: RegExp) =>
  (cells: Cells): boolean =>
    type.test(cells['clah_health_check_type'] ?? '') && !/^planned$/i.test(cells['clah_health_check_status'] ?? '');

/** The looked-after return knows these by the same codes. */
export const careRules: readonly DatasetRule[] = [
  {
    table: 'ssd_cla_reviews',
    step: 'lookedAfterReview',
    key: 'clar_cla_review_id',
    when: (cells) =>
      cells['clar_cla_review_date'] !== undefined && said.get((cells['clar_cla_review_cancelled'] ?? '').toUpperCase()) !== 'yes',
    answers: { heldOn: 'clar_cla_review_date', participation: 'clar_cla_review_participation' },
  },
  {
    table: 'ssd_cla_care_plan',
    step: 'carePlan',
    key: 'lacp_table_id',
    answers: {
      madeOn: 'lacp_cla_care_plan_start_date',
      permanence: flagged('lacp_cla_care_plan_json', {
        ADOPTION: 'adoption',
        LTFOST18: 'longTermFostering',
        LTRELFR: 'familyOrFriends',
        RESPLMT: 'residential',
        SUPPLIV: 'independence',
        REMAINSUP: 'returnHome',
        RETURN1M: 'returnHome',
        RETURN6M: 'returnHome',
        RETURNEV: 'returnHome',
      }),
    },
  },
  {
    table: 'ssd_cla_health',
    step: 'healthAssessment',
    key: 'clah_health_check_id',
    when: isCheck(/health assessment/i),
    answers: { assessedOn: 'clah_health_check_date', done: isCompleted },
  },
  {
    table: 'ssd_cla_health',
    step: 'dentalCheck',
    key: 'clah_health_check_id',
    when: isCheck(/dental/i),
    answers: { checkedOn: 'clah_health_check_date', attended: isCompleted },
  },
  {
    table: 'ssd_cla_immunisations',
    step: 'immunisations',
    key: 'clai_person_id',
    answers: { checkedOn: 'clai_immunisations_status_date', upToDate: yes('clai_immunisations_status') },
  },
  {
    table: 'ssd_sdq_scores',
    step: 'strengthsAndDifficulties',
    key: 'csdq_table_id',
    answers: { completedOn: 'csdq_sdq_completed_date', score: 'csdq_sdq_score', noScoreBecause: 'csdq_sdq_reason' },
  },
  {
    table: 'ssd_cla_substance_misuse',
    step: 'substanceUse',
    key: 'clas_substance_misuse_id',
    answers: {
      consideredOn: 'clas_substance_misuse_date',
      // Other systems name the substance: then there was a problem.
      problem: {
        columns: ['clas_substance_misused'],
        as: (cells) => (/^(n|no|none)$/i.test(cells['clas_substance_misused'] ?? '') ? 'no' : 'yes'),
      },
      received: yes('clas_intervention_received'),
    },
  },
  {
    table: 'ssd_missing',
    step: 'missingEpisode',
    key: 'miss_table_id',
    answers: {
      startedOn: 'miss_missing_episode_start_date',
      kind: {
        columns: ['miss_missing_episode_type'],
        as: (cells) => (/^m/i.test(cells['miss_missing_episode_type'] ?? '') ? 'M' : 'A'),
      },
    },
  },
  {
    table: 'ssd_missing',
    step: 'returnFromMissing',
    key: 'miss_table_id',
    when: (cells) => cells['miss_missing_episode_end_date'] !== undefined,
    answers: { returnedOn: 'miss_missing_episode_end_date' },
    links: { episode: 'missingEpisode' },
  },
  {
    table: 'ssd_cla_previous_permanence',
    step: 'previousPermanence',
    key: 'lapp_table_id',
    answers: {
      option: 'lapp_previous_permanence_option',
      authority: 'lapp_previous_permanence_la',
      orderedOn: 'lapp_previous_permanence_order_date',
    },
  },
  {
    table: 'ssd_immigration_status',
    step: 'unaccompaniedChild',
    key: 'immi_immigration_status_id',
    when: (cells) => /unaccompanied|uasc/i.test(cells['immi_immigration_status'] ?? ''),
    answers: { establishedOn: 'immi_immigration_status_start_date', ceasedOn: 'immi_immigration_status_end_date' },
  },
  {
    table: 'ssd_care_leavers',
    step: 'careLeaverContact',
    key: 'clea_table_id',
    when: (cells) => cells['clea_care_leaver_latest_contact'] !== undefined && cells['clea_care_leaver_in_touch'] !== undefined,
    answers: {
      contactOn: 'clea_care_leaver_latest_contact',
      inTouch: 'clea_care_leaver_in_touch',
      activity: 'clea_care_leaver_activity',
      accommodation: {
        columns: ['clea_care_leaver_accommodation', 'clea_care_leaver_accom_suitable'],
        as: (cells) => `${cells['clea_care_leaver_accommodation'] ?? ''}${cells['clea_care_leaver_accom_suitable'] ?? ''}`,
      },
    },
  },
  {
    table: 'ssd_permanence',
    step: 'adoptionDecision',
    key: 'perm_table_id',
    when: (cells) => cells['perm_adm_decision_date'] !== undefined,
    answers: { decidedOn: 'perm_adm_decision_date' },
  },
  {
    table: 'ssd_permanence',
    step: 'adoptionMatch',
    key: 'perm_table_id',
    when: (cells) => cells['perm_matched_date'] !== undefined,
    answers: {
      matchedOn: 'perm_matched_date',
      formerFosterCarers: yes('perm_adopted_by_carer_flag'),
      numberOfAdopters: 'perm_number_of_adopters',
      sexOfAdopters: 'perm_adopter_sex',
      legalStatusOfAdopters: 'perm_adopter_legal_status',
    },
  },
  {
    table: 'ssd_permanence',
    step: 'adoptionDecisionEnd',
    key: 'perm_table_id',
    when: (cells) => cells['perm_decision_reversed_date'] !== undefined,
    answers: { endedOn: 'perm_decision_reversed_date', reason: 'perm_decision_reversed_reason' },
    links: { decision: 'adoptionDecision' },
  },
  {
    table: 'ssd_address',
    step: 'household',
    key: 'addr_table_id',
    when: (cells) => /^(home|primary|main)?$/i.test(cells['addr_address_type'] ?? ''),
    answers: {
      from: 'addr_address_start_date',
      address: { columns: ['addr_address_json'], as: (cells) => addressIn(cells['addr_address_json']) },
      postcode: 'addr_address_postcode',
      until: 'addr_address_end_date',
    },
  },
];

const parts = [['ROOM', 'FLOOR', 'FLAT'], ['BUILDING'], ['HOUSE', 'STREET'], ['TOWN']] as const;

/** The standard's parts of an address, as lines. */
function addressIn(json: string | undefined): string | undefined {
  try {
    const found: unknown = JSON.parse(json ?? '{}');
    if (typeof found !== 'object' || found === null) return undefined;
    const cells = new Map(Object.entries(found));
    const lines = parts.map((line) =>
      line
        .map((part) => String(cells.get(part) ?? '').trim())
        .filter((text) => text !== '')
        .join(' '),
    );
    return lines.filter((line) => line !== '').join('\n') || undefined;
  } catch {
    return undefined;
  }
}
