import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { stepNamed } from '../../practice/pathway.ts';
import { datasetRows, datasetSteps } from './dataset.ts';
import { datasetTables, type DatasetTable } from '../../vocabulary/safeguarding-dataset.ts';
import { datasetOf } from './written.ts';

type Spelled = {
  readonly tables: readonly { readonly table: string; readonly fields: readonly { readonly name: string; readonly type: string }[] }[];
};
const standard = JSON.parse(readFileSync('test/samples/safeguarding-dataset/ssd-tables.json', 'utf8')) as unknown as Spelled;
const kinds: Readonly<Record<string, string>> = { datetime: 'day', int: 'whole', float: 'number', bit: 'flag', binary: 'bytes' };

const details: Told = [
  'personDetails',
  '2012-05-14',
  {
    laChildId: '7',
    firstName: 'Amira',
    lastName: 'Example',
    bornOn: '2012-05-14',
    sex: 'F',
    ethnicity: 'APKN',
    disabilities: ['LD', 'HEAR'],
    upn: 'A123456789123',
    family: 'F100',
  },
];
const allocated: Told = ['allocation', '2025-10-06', { worker: 'w', team: 't', role: 'lead' }];
const referral: Told = ['referral', '2025-10-06', { source: '1A', primaryNeed: 'N1' }];

const rowsOf = (table: DatasetTable, on: string, ...told: readonly Told[]) =>
  datasetRows({ history: historyOf(details, ...told), isRestricted: false }, date(on))
    .filter((row) => row.table === table)
    .map(({ cells }) => cells);

describe('the tables', () => {
  it('are those of the standard, column by column, in its order and of its kinds', () => {
    expect([...datasetTables].map(([table, columns]) => [table, ...columns.map(({ name, kind }) => `${name} ${kind}`)])).toEqual(
      standard.tables.map(({ table, fields }) => [
        table,
        ...fields.map(({ name, type }) => `${name} ${kinds[type.toLowerCase()] ?? 'text'}`),
      ]),
    );
    expect(datasetTables.size).toBe(48);
  });
  it('are read from steps that there are', () => {
    expect(datasetSteps.filter((name) => stepNamed(name) === undefined)).toEqual([]);
  });
  it('are all written, also those without a row; who works here stands with their caseload of the last 30 September', async () => {
    async function* told() {
      yield { history: historyOf(details, ['allocation', '2025-09-01', { worker: 'w', team: 't', role: 'lead' }]), isRestricted: false };
    }
    const staff = {
      professionals: [{ member: 'w', name: 'Priya Shah', roles: ['socialWorker'], team: 't', registration: 'SW77' }],
      departments: [{ team: 't', name: 'North Court', area: 'North' }],
    };
    const files = new Map((await datasetOf(date('2026-03-02'), staff, told())).map((file) => [file.name, file]));
    expect([...files.keys()]).toEqual(standard.tables.map(({ table }) => table));
    expect(files.get('ssd_professionals')?.rows).toEqual([
      ['w', 'w', 'Priya Shah', 'SW77', 'Social Worker', 1, 'North Court', undefined, undefined],
    ]);
    expect(files.get('ssd_s251_finance')?.rows).toEqual([]);
  });
});

describe('who the child is', () => {
  test('the person with the numbers of others, disabilities and family; each value with the entry that gave it', () => {
    expect(rowsOf('ssd_person', '2026-03-02')).toEqual([
      {
        pers_person_id: '7',
        pers_forename: 'Amira',
        pers_surname: 'Example',
        pers_sex: 'F',
        pers_ethnicity: 'APKN',
        pers_dob: '2012-05-14',
        pers_is_mother: 'N',
      },
    ]);
    expect(rowsOf('ssd_disability', '2026-03-02').map((row) => row['disa_disability_code'])).toEqual(['LD', 'HEAR']);
    expect(rowsOf('ssd_family', '2026-03-02')).toMatchObject([{ fami_family_id: 'F100', fami_person_id: '7' }]);
    expect(rowsOf('ssd_linked_identifiers', '2026-03-02')).toMatchObject([
      { link_identifier_type: 'Unique Pupil Number', link_identifier_value: 'A123456789123' },
    ]);
    const [person] = datasetRows({ history: historyOf(details), isRestricted: false }, date('2026-03-02'));
    expect(person?.from['pers_forename']).toEqual(['e1']);
  });
  test('a later address ends the earlier; of a confidential one nothing is told but that there is one', () => {
    const homes: readonly Told[] = [
      ['household', '2025-01-06', { address: '14 Example Street\nOxford', postcode: 'OX1 1ND' }],
      ['household', '2026-01-15', { address: 'Example House', isConfidential: true, postcode: 'OX9 9ZZ' }],
    ];
    const [before, refuge] = rowsOf('ssd_address', '2026-03-02', ...homes);
    expect(before).toMatchObject({ addr_address_postcode: 'OX11ND', addr_address_end_date: '2026-01-15' });
    expect(JSON.parse(String(before?.['addr_address_json']))).toMatchObject({ STREET: '14 Example Street', TOWN: 'Oxford', UPRN: '' });
    expect(refuge).toEqual({ addr_table_id: 'e3', addr_person_id: '7', addr_address_type: 'Home', addr_address_start_date: '2026-01-15' });
  });
  test('of a restricted record there are neither names nor addresses, postcodes nor numbers of others, and it is counted all the same', () => {
    const told = historyOf(
      details,
      ['personDetails', '2025-02-03', { formerUpn: 'B123456789123', nhsNumber: '9434765919' }],
      referral,
      ['household', '2025-01-06', { address: '14 Example Street', postcode: 'OX1 1ND' }],
      ['periodOfCare', '2025-11-03', { legalStatus: 'C1', categoryOfNeed: 'N1' }],
      ['placement', '2025-11-03', { type: 'U6', postcode: 'OX2 2BB', urn: 'SC049876', provider: 'PR9', distanceMiles: 87 }],
      ['legalPlanningMeeting', '2025-11-04', { outcome: 'issue' }],
      ['careProceedings', '2025-11-05', { caseNumber: 'OX25C00123' }],
      ['adoptionDecision', '2025-12-01', { decision: 'yes' }],
      ['placement', '2026-01-05', { type: 'A6', urn: 'SC049876' }],
    );
    const open = JSON.stringify(datasetRows({ history: told, isRestricted: false }, date('2026-03-02')).map(({ cells }) => cells));
    for (const said of ['A123456789123', 'B123456789123', '9434765919', 'OX25C00123', 'F100', 'SC049876']) expect(open).toContain(said);
    const rows = datasetRows({ history: told, isRestricted: true }, date('2026-03-02'));
    expect(JSON.stringify(rows.map(({ cells }) => cells))).not.toMatch(
      /Amira|Example|OX1|OX2|SC049876|PR9|87|[AB]123456789123|9434765919|F100/,
    );
    expect(rows.map(({ table }) => table)).toEqual(expect.arrayContaining(['ssd_person', 'ssd_cin_episodes', 'ssd_cla_placement']));
  });
  test('somebody without a number of this authority is in no table', () => {
    expect(
      datasetRows({ history: historyOf(['adultDetails', '1980-01-01', { lastName: 'Example' }]), isRestricted: false }, date('2026-03-02')),
    ).toEqual([]);
  });
});

describe('children in need', () => {
  test('an episode of need with who led it, and the assessment that lies in it, its factors and what was found', () => {
    const told: readonly Told[] = [
      referral,
      allocated,
      ['childAndFamilyAssessment', '2025-10-07', {}],
      ['visit', '2025-10-20', { seen: true, seenAlone: 'yes', sleepingPlaceSeen: true }],
      ['assessmentReport', '2025-11-10', { recommendation: 'childInNeedPlan' }],
      ['assessmentAuthorisation', '2025-11-12', { factors: ['1A', '3B'] }],
      ['childInNeedPlan', '2025-11-14', {}],
      ['closure', '2026-02-02', { reason: 'RC7' }],
    ];
    expect(rowsOf('ssd_cin_episodes', '2026-03-02', ...told)).toMatchObject([
      {
        cine_referral_id: 'e2',
        cine_referral_source_code: '1A',
        cine_referral_nfa: 'N',
        cine_close_reason: 'RC7',
        cine_close_date: '2026-02-02',
        cine_referral_worker_id: 'w',
      },
    ]);
    const [assessment] = rowsOf('ssd_cin_assessments', '2026-03-02', ...told);
    expect(assessment).toMatchObject({
      cina_referral_id: 'e2',
      cina_assessment_child_seen: 'Y',
      cina_assessment_auth_date: '2025-11-12',
      cina_assessment_outcome_nfa: 'N',
      cina_assessment_team: 't',
    });
    expect(JSON.parse(String(assessment?.['cina_assessment_outcome_json']))).toMatchObject({ PROV_OF_SERVICES_FLAG: 'Y', NFA_FLAG: 'N' });
    expect(rowsOf('ssd_assessment_factors', '2026-03-02', ...told)).toMatchObject([{ cinf_assessment_factors_json: '["1A","3B"]' }]);
    expect(rowsOf('ssd_cin_plans', '2026-03-02', ...told)).toMatchObject([{ cinp_cin_plan_end_date: '2026-02-02' }]);
    expect(rowsOf('ssd_cin_visits', '2026-03-02', ...told)).toMatchObject([
      { cinv_cin_visit_seen_alone: 'Y', cinv_cin_visit_bedroom: 'Y' },
    ]);
    expect(rowsOf('ssd_cin_episodes', '2026-02-01', ...told)[0]).not.toHaveProperty('cine_close_date');
    expect(rowsOf('ssd_involvements', '2026-03-02', ...told)).toMatchObject([
      { invo_professional_id: 'w', invo_involvement_end_date: '2026-02-02', invo_referral_id: 'e2' },
    ]);
  });
  test('a contact with the decision on it, which another contact does not take', () => {
    const told: readonly Told[] = [
      ['contact', '2025-10-06', { source: '6', worry: 'x' }],
      ['contactDecision', '2025-10-06', { decision: 'noFurtherAction' }],
      ['contact', '2025-12-01', { source: '1A', worry: 'y' }],
    ];
    const [first, second] = rowsOf('ssd_contacts', '2026-03-02', ...told);
    expect(JSON.parse(String(first?.['cont_contact_outcome_json']))).toMatchObject({ NFA_FLAG: 'Y', NEW_REFERRAL_FLAG: 'N' });
    expect(second).not.toHaveProperty('cont_contact_outcome_json');
  });
});

test('an enquiry leads to a conference, the conference to a plan, the plan to visits and reviews: each names the one before', () => {
  const told: readonly Told[] = [
    referral,
    ['strategyDiscussion', '2026-01-05', { enquiriesInitiated: true }],
    ['section47Enquiry', '2026-01-06', {}],
    ['section47Outcome', '2026-01-15', { outcome: 'conference' }],
    ['initialConference', '2026-01-20', { outcome: 'planMade' }],
    ['childProtectionPlan', '2026-01-20', { category: 'NEG' }],
    ['visit', '2026-02-02', { seen: false }],
    ['reviewConference', '2026-04-07', { held: true, continues: false }],
    ['childProtectionPlanEnd', '2026-04-07', {}],
  ];
  expect(rowsOf('ssd_s47_enquiry', '2026-05-01', ...told)).toMatchObject([
    { s47e_s47_enquiry_id: 'e4', s47e_s47_start_date: '2026-01-05', s47e_s47_end_date: '2026-01-15', s47e_s47_nfa: 'N' },
  ]);
  expect(rowsOf('ssd_initial_cp_conference', '2026-05-01', ...told)).toMatchObject([
    {
      icpc_s47_enquiry_id: 'e4',
      icpc_cp_plan_id: 'e7',
      icpc_icpc_target_date: '2026-01-26',
      icpc_icpc_outcome_cp_flag: 'Y',
      icpc_icpc_transfer_in: 'N',
    },
  ]);
  expect(rowsOf('ssd_cp_plans', '2026-05-01', ...told)).toMatchObject([
    { cppl_icpc_id: 'e6', cppl_cp_plan_end_date: '2026-04-07', cppl_cp_plan_initial_category: 'Neglect' },
  ]);
  expect(rowsOf('ssd_cp_visits', '2026-05-01', ...told)).toEqual([
    { cppv_cp_visit_id: 'e8', cppv_person_id: '7', cppv_cp_plan_id: 'e7', cppv_cp_visit_date: '2026-02-02', cppv_cp_visit_seen: 'N' },
  ]);
  expect(rowsOf('ssd_cin_visits', '2026-05-01', ...told)).toEqual([]);
  expect(rowsOf('ssd_cp_reviews', '2026-05-01', ...told)).toMatchObject([
    { cppr_cp_plan_id: 'e7', cppr_cp_review_due: '2026-04-20', cppr_cp_review_outcome_continue_cp: 'N' },
  ]);
});

describe('children looked after', () => {
  const inCare: readonly Told[] = [
    ['periodOfCare', '2025-06-02', { legalStatus: 'V2', categoryOfNeed: 'N1' }],
    ['placement', '2025-06-02', { type: 'U6', postcode: 'OX2 2BB', urn: 'SC123456', provider: 'PR4', distanceMiles: 21.4 }],
    ['legalStatus', '2025-09-01', { legalStatus: 'C2' }],
    ['placement', '2025-10-06', { type: 'K2', reasonForMove: 'CARPL' }],
    ['missingEpisode', '2025-11-03', { kind: 'M' }],
    ['returnFromMissing', '2025-11-05', {}],
    ['returnHomeInterview', '2025-11-07', { outcome: 'declined' }],
  ];
  test('episodes, placements and statuses, each ending where the next begins', () => {
    expect(rowsOf('ssd_cla_episodes', '2026-03-02', ...inCare)).toMatchObject([
      { clae_cla_episode_start_reason: 'S', clae_cla_episode_ceased_reason: 'X1', clae_cla_id: 'e2', clae_cla_placement_id: 'e3' },
      { clae_cla_episode_start_reason: 'L', clae_cla_episode_ceased_date: '2025-10-06', clae_entered_care_date: '2025-06-02' },
      { clae_cla_episode_start_reason: 'P', clae_cla_placement_id: 'e5' },
    ]);
    expect(rowsOf('ssd_cla_placement', '2026-03-02', ...inCare)).toMatchObject([
      {
        clap_cla_placement_postcode: 'OX22BB',
        clap_cla_placement_end_date: '2025-10-06',
        clap_cla_placement_change_reason: 'CARPL',
        clap_cla_placement_distance: 21.4,
      },
      { clap_cla_placement_type: 'K2' },
    ]);
    expect(rowsOf('ssd_legal_status', '2026-03-02', ...inCare)).toMatchObject([
      { lega_legal_status: 'V2', lega_legal_status_end_date: '2025-09-01' },
      { lega_legal_status: 'C2' },
    ]);
  });
  test('whoever was missing was offered an interview, and did not accept it', () => {
    expect(rowsOf('ssd_missing', '2026-03-02', ...inCare)).toMatchObject([
      {
        miss_missing_episode_type: 'Missing',
        miss_missing_episode_end_date: '2025-11-05',
        miss_missing_rhi_offered: 'Y',
        miss_missing_rhi_accepted: 'N',
      },
    ]);
  });
  test('care that ended in adoption has a row of permanence, with match and adopters', () => {
    const adopted: readonly Told[] = [
      ...inCare.slice(0, 2),
      ['adoptionDecision', '2025-08-04', {}],
      ['legalStatus', '2025-09-01', { legalStatus: 'E1' }],
      [
        'adoptionMatch',
        '2025-10-06',
        { formerFosterCarers: false, numberOfAdopters: 2, sexOfAdopters: 'MF', legalStatusOfAdopters: 'L11' },
      ],
      ['placement', '2025-11-03', { type: 'A5' }],
      ['periodOfCareEnd', '2026-05-04', { reason: 'E11' }],
    ];
    expect(rowsOf('ssd_permanence', '2026-06-01', ...adopted)).toMatchObject([
      {
        perm_adm_decision_date: '2025-08-04',
        perm_placement_order_date: '2025-09-01',
        perm_matched_date: '2025-10-06',
        perm_placed_for_adoption_date: '2025-11-03',
        perm_permanence_order_date: '2026-05-04',
        perm_permanence_order_type: 'Adoption',
        perm_number_of_adopters: 2,
        perm_adopted_by_carer_flag: 'N',
      },
    ]);
    expect(rowsOf('ssd_permanence', '2026-06-01', ...inCare)).toEqual([]);
  });
});

test('the way to the court: a row for each legal planning meeting, with what followed it and how often it had come to that before', () => {
  const told: readonly Told[] = [
    ['referral', '2024-02-05', { source: '1A', primaryNeed: 'N1' }],
    ['childProtectionPlan', '2024-03-04', { category: 'NEG' }],
    ['closure', '2024-09-02', { reason: 'RC7' }],
    referral,
    ['childProtectionPlan', '2025-11-03', { category: 'NEG' }],
    ['legalPlanningMeeting', '2025-12-01', { outcome: 'preProceedings' }],
    ['letterBeforeProceedings', '2025-12-03', {}],
    ['preProceedingsMeeting', '2025-12-10', { kind: 'first', legallyAdvised: true }],
    ['preProceedingsMeeting', '2026-01-21', { kind: 'review' }],
    ['decisionToIssue', '2026-02-02', { order: 'care', reason: 'x' }],
    ['careProceedings', '2026-02-09', { caseNumber: 'OX26C50123' }],
  ];
  expect(rowsOf('ssd_pre_proceedings', '2026-03-02', ...told)).toEqual([
    {
      prep_table_id: 'e7',
      prep_person_id: '7',
      prep_plo_family_id: 'F100',
      prep_pre_pro_decision_date: '2025-12-01',
      prep_legal_gateway_outcome: 'B',
      prep_pre_pro_letter_date: '2025-12-03',
      prep_initial_pre_pro_meeting_date: '2025-12-10',
      prep_pre_pro_meetings_num: 1,
      prep_pre_pro_parents_legal_rep: 'Yes',
      prep_pre_pro_outcome: 'Decision to Issue Care Proceedings',
      prep_agree_stepdown_issue_date: '2026-02-02',
      prep_cp_plans_referral_period: 1,
      prep_prev_pre_proc_child: 0,
      prep_prev_care_proc_child: 0,
      prep_court_reference: 'OX26C50123',
      prep_care_proc_short_notice: 'No',
    },
  ]);
});
