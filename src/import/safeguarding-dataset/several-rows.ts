import type { ReturnRow } from '../ssda903/return-row.ts';
import type { Drafted } from './drafted.ts';

const inTable = (rows: readonly ReturnRow[], table: string): readonly ReturnRow[] => rows.filter((row) => row.table === table);
const byDay = (column: string) => (one: ReturnRow, other: ReturnRow) => dayOf(one, column).localeCompare(dayOf(other, column));
export const dayOf = (row: ReturnRow, column: string): string => (row.values[column] ?? '').slice(0, 10);

/** What several rows say together: who the child is, and periods of care with their placements and legal statuses. */
export const fromSeveral = (rows: readonly ReturnRow[]): readonly Drafted[] => [...details(rows), ...care(rows), ...workers(rows)];

/** The person, with disabilities, numbers and family. */
function details(rows: readonly ReturnRow[]): readonly Drafted[] {
  return inTable(rows, 'ssd_person').map((row) => {
    const numbers = new Map(
      inTable(rows, 'ssd_linked_identifiers').map(({ values }) => [values['link_identifier_type'] ?? '', values['link_identifier_value']]),
    );
    const mother = inTable(rows, 'ssd_mother').toSorted(byDay('moth_childs_dob'))[0];
    const { values } = row;
    return {
      step: 'personDetails',
      columns: columnsOfPerson,
      key: '',
      row,
      given: {
        laChildId: values['pers_person_id'],
        firstName: values['pers_forename'],
        lastName: values['pers_surname'],
        bornOn: values['pers_dob'],
        expectedOn: values['pers_dob'] === undefined ? values['pers_expected_dob'] : undefined,
        diedOn: values['pers_death_date'],
        sex: values['pers_sex'],
        ethnicity: values['pers_ethnicity'],
        disabilities: inTable(rows, 'ssd_disability').flatMap((one) => one.values['disa_disability_code'] ?? []),
        upn: numbers.get('Unique Pupil Number'),
        formerUpn: numbers.get('Former Unique Pupil Number'),
        upnUnknown: values['pers_upn_unknown'],
        nhsNumber: (values['pers_common_child_id'] ?? numbers.get('NHS Number'))?.replaceAll(' ', ''),
        mother: values['pers_sex'] === 'F' ? ({ Y: 'yes', N: 'no' } as const)[values['pers_is_mother'] ?? ''] : undefined,
        ownChildBornOn: mother?.values['moth_childs_dob'],
        family: inTable(rows, 'ssd_family')[0]?.values['fami_family_id'],
      },
    };
  });
}

const columnsOfPerson = {
  laChildId: 'pers_person_id',
  firstName: 'pers_forename',
  lastName: 'pers_surname',
  bornOn: 'pers_dob',
  expectedOn: 'pers_expected_dob',
  diedOn: 'pers_death_date',
  sex: 'pers_sex',
  ethnicity: 'pers_ethnicity',
  upnUnknown: 'pers_upn_unknown',
  nhsNumber: 'pers_common_child_id',
  mother: 'pers_is_mother',
} as const;

/** Each period of care by its id: from its first episode to the last, if that ended otherwise than with another. */
function care(rows: readonly ReturnRow[]): readonly Drafted[] {
  const episodes = inTable(rows, 'ssd_cla_episodes').toSorted(byDay('clae_cla_episode_start_date'));
  const periods = [...Map.groupBy(episodes, ({ values }) => values['clae_cla_id'] ?? values['clae_entered_care_date'] ?? '')];
  return periods.flatMap(([id, own]) => {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const from = first.values['clae_entered_care_date'] ?? first.values['clae_cla_episode_start_date'];
    const why = last.values['clae_cla_episode_ceased_reason'];
    const until = why === undefined || why === 'X1' ? undefined : last.values['clae_cla_episode_ceased_date'];
    const statuses = inTable(rows, 'ssd_legal_status').filter((row) => isWithin(row, 'lega_legal_status_start_date', from, until));
    const begun = statuses.findLast((row) => dayOf(row, 'lega_legal_status_start_date') === from?.slice(0, 10));
    return [
      {
        step: 'periodOfCare',
        key: id,
        row: first,
        given: {
          startedOn: from,
          legalStatus: begun?.values['lega_legal_status'],
          categoryOfNeed: first.values['clae_cla_primary_need_code'],
          beganEarlier: first.values['clae_cla_episode_start_reason'] === 'S' || own.length === 0 ? undefined : 'yes',
        },
      },
      ...statuses.filter((row) => row !== begun).map(status),
      ...(until === undefined ? [] : [{ step: 'periodOfCareEnd', key: id, row: last, given: { endedOn: until, reason: why } }]),
      ...placements(inTable(rows, 'ssd_cla_placement').filter((row) => row.values['clap_cla_id'] === first.values['clae_cla_id'])),
    ];
  });
}

const isWithin = (row: ReturnRow, column: string, from: string | undefined, until: string | undefined): boolean => {
  const day = dayOf(row, column);
  return from !== undefined && day >= from.slice(0, 10) && (until === undefined || day < until.slice(0, 10));
};

const status = (row: ReturnRow): Drafted => ({
  step: 'legalStatus',
  key: row.values['lega_legal_status_id'] ?? '',
  row,
  given: { changedOn: row.values['lega_legal_status_start_date'], legalStatus: row.values['lega_legal_status'] },
  columns: { changedOn: 'lega_legal_status_start_date', legalStatus: 'lega_legal_status' },
});

const columnsOfPlacement = {
  startedOn: 'clap_cla_placement_start_date',
  type: 'clap_cla_placement_type',
  urn: 'clap_cla_placement_urn',
  distanceMiles: 'clap_cla_placement_distance',
  provider: 'clap_cla_placement_provider',
  postcode: 'clap_cla_placement_postcode',
} as const;

/** Why a placement ended stands with it; here it is asked of the next. */
function placements(rows: readonly ReturnRow[]): readonly Drafted[] {
  const inOrder = rows.toSorted(byDay('clap_cla_placement_start_date'));
  return inOrder.map((row, n) => ({
    step: 'placement',
    columns: columnsOfPlacement,
    key: row.values['clap_cla_placement_id'] ?? '',
    row,
    given: {
      startedOn: row.values['clap_cla_placement_start_date'],
      type: row.values['clap_cla_placement_type'],
      urn: row.values['clap_cla_placement_urn'],
      distanceMiles: milesIn(row.values['clap_cla_placement_distance']),
      provider: row.values['clap_cla_placement_provider'],
      postcode: row.values['clap_cla_placement_postcode'],
      reasonForMove: inOrder[n - 1]?.values['clap_cla_placement_change_reason'],
    },
  }));
}

/** 999.9 says that it is not known. A distance is kept to a tenth of a mile. */
const milesIn = (text: string | undefined): string | undefined =>
  text === undefined || !(Number(text) < 999) ? undefined : String(Math.round(Number(text) * 10) / 10);

/** Social workers by the numbers under which they are registered: of whom there is none nothing can be returned. */
const workers = (rows: readonly ReturnRow[]): readonly Drafted[] =>
  inTable(rows, 'ssd_involvements').flatMap((row) => {
    const { values } = row;
    return values['prof_social_worker_registration_no'] === undefined
      ? []
      : [
          {
            step: 'socialWorkerEpisode',
            key: values['invo_involvements_id'] ?? '',
            row,
            given: {
              startedOn: values['invo_involvement_start_date'],
              socialWorker: values['prof_social_worker_registration_no'],
              endedOn: values['invo_involvement_end_date'],
              reason: values['invo_worker_change_reason'],
            },
          },
        ];
  });

/** The columns that are read here, by table: what else is given is told as not carried. */
export const columnsOfSeveral: Readonly<Record<string, readonly string[]>> = {
  ssd_person: [
    'pers_person_id',
    'pers_forename',
    'pers_surname',
    'pers_dob',
    'pers_expected_dob',
    'pers_death_date',
    'pers_sex',
    'pers_ethnicity',
    'pers_upn_unknown',
    'pers_common_child_id',
    'pers_is_mother',
  ],
  ssd_disability: ['disa_disability_code'],
  ssd_initial_cp_conference: ['icpc_icpc_target_date', 'icpc_icpc_transfer_in'],
  ssd_linked_identifiers: ['link_identifier_type', 'link_identifier_value'],
  ssd_mother: ['moth_childs_dob'],
  ssd_family: ['fami_family_id'],
  ssd_cla_episodes: [
    'clae_cla_episode_start_date',
    'clae_cla_episode_start_reason',
    'clae_cla_primary_need_code',
    'clae_cla_episode_ceased_date',
    'clae_cla_episode_ceased_reason',
    'clae_entered_care_date',
  ],
  ssd_legal_status: ['lega_legal_status', 'lega_legal_status_start_date', 'lega_legal_status_end_date'],
  ssd_cla_placement: [
    'clap_cla_placement_start_date',
    'clap_cla_placement_end_date',
    'clap_cla_placement_type',
    'clap_cla_placement_urn',
    'clap_cla_placement_distance',
    'clap_cla_placement_provider',
    'clap_cla_placement_postcode',
    'clap_cla_placement_change_reason',
  ],
  ssd_involvements: [
    'invo_involvement_start_date',
    'invo_involvement_end_date',
    'invo_worker_change_reason',
    'prof_social_worker_registration_no',
  ],
};
export const stepsOfSeveral = ['personDetails', 'periodOfCare', 'periodOfCareEnd', 'legalStatus', 'placement', 'socialWorkerEpisode'];
