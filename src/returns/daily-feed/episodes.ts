import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { known, type Cells, type EpisodePayload, type Part, type Told } from './part.ts';

type Window = {
  readonly from: LocalDate;
  readonly registrations: Pick<ReadonlyMap<string, string>, 'get'>;
};

const flag = (cell: unknown): boolean | undefined => (cell === undefined ? undefined : cell === 'Y');

/** What ended before the window is not sent. */
const isWithin = (end: unknown, { from }: Window): boolean => end === undefined || String(end) >= from;

/**
 * The episodes of need of the window with what was done in each; a child looked after whom nobody referred here, and whatever else stands without a
 * referral, is in an episode of its own, named by what began it.
 */
export function episodesFor(told: Told, window: Window): readonly EpisodePayload[] {
  const referrals = told('ssd_cin_episodes');
  const modules = modulesOf(told, window);
  const orphans = modules.filter(({ referral }) => !referrals.some((one) => one['cine_referral_id'] === referral));
  const begun = referrals
    .filter((one) => overlaps(one, window) || modules.some(({ referral, isOpen }) => isOpen && referral === one['cine_referral_id']))
    .map((one) => episodeOf(one, modules, told, window));
  const [first] = orphans;
  return first === undefined ? begun : [...begun, withModules({ social_care_episode_id: first.id }, orphans)];
}

/** Open in the window; a referral for nothing more is of its day. */
const overlaps = (one: Cells, window: Window): boolean =>
  one['cine_referral_nfa'] === 'Y'
    ? String(one['cine_referral_date']) >= window.from
    : one['cine_close_date'] === undefined || String(one['cine_close_date']) >= window.from;

type Module = {
  readonly list: string;
  readonly id: string;
  readonly referral: unknown;
  readonly isOpen: boolean;
  readonly said: Part;
};

function episodeOf(one: Cells, modules: readonly Module[], told: Told, window: Window): EpisodePayload {
  const id = String(one['cine_referral_id']);
  const isOf = (row: Cells): boolean => row['invo_referral_id'] === id && row['invo_professional_role_id'] === 'Lead practitioner';
  const head = known({
    referral_date: one['cine_referral_date'],
    referral_source: one['cine_referral_source_code'],
    referral_no_further_action_flag: flag(one['cine_referral_nfa']),
    closure_date: one['cine_close_date'],
    closure_reason: one['cine_close_reason'],
    care_worker_details: told('ssd_involvements')
      .filter((row) => isOf(row) && row['invo_professional_id'] !== undefined)
      .map((row) => worker(row, window)),
  });
  return withModules(
    { social_care_episode_id: id, ...head },
    modules.filter(({ referral }) => referral === id),
  );
}

/** By the number at Social Work England; of whom none was entered, by the first twelve signs of the id here. */
function worker(row: Cells, { registrations }: Window): Part {
  const member = String(row['invo_professional_id']);
  return known({
    worker_id: registrations.get(member) ?? member.replaceAll('-', '').slice(0, 12),
    start_date: row['invo_involvement_start_date'],
    end_date: row['invo_involvement_end_date'],
  });
}

const single = new Set(['adoption', 'care_leavers']);

function withModules(head: EpisodePayload, modules: readonly Module[]): EpisodePayload {
  const lists = [...Map.groupBy(modules, ({ list }) => list)].map(([list, own]): [string, unknown] => [
    list,
    single.has(list) ? own.at(-1)?.said : own.map(({ said }) => said),
  ]);
  return { ...head, ...Object.fromEntries(lists) };
}

const modulesOf = (told: Told, window: Window): readonly Module[] => [
  ...assessments(told, window),
  ...plans(told, window),
  ...enquiries(told, window),
  ...placements(told, window),
  ...adoptions(told, window),
  ...leavers(told, window),
];

const factorsMost = 41;

function assessments(told: Told, window: Window): readonly Module[] {
  const factors = new Map(told('ssd_assessment_factors').map((one) => [one['cinf_assessment_id'], one['cinf_assessment_factors_json']]));
  return told('ssd_cin_assessments').flatMap((one) => {
    const [id, end] = [String(one['cina_assessment_id']), one['cina_assessment_auth_date']];
    if (!isWithin(end, window)) return [];
    const found: unknown = JSON.parse(String(factors.get(id) ?? '[]'));
    const said = known({
      child_and_family_assessment_id: id,
      start_date: one['cina_assessment_start_date'],
      authorisation_date: end,
      factors: Array.isArray(found) ? [...new Set(found)].slice(0, factorsMost) : [],
    });
    return { list: 'child_and_family_assessments', id, referral: one['cina_referral_id'], isOpen: end === undefined, said };
  });
}

function plans(told: Told, window: Window): readonly Module[] {
  const inNeed = told('ssd_cin_plans').map((one) => ({
    list: 'child_in_need_plans',
    key: 'child_in_need_plan_id',
    id: String(one['cinp_cin_plan_id']),
    referral: one['cinp_referral_id'],
    dates: [one['cinp_cin_plan_start_date'], one['cinp_cin_plan_end_date']] as const,
  }));
  const protection = told('ssd_cp_plans').map((one) => ({
    list: 'child_protection_plans',
    key: 'child_protection_plan_id',
    id: String(one['cppl_cp_plan_id']),
    referral: one['cppl_referral_id'],
    dates: [one['cppl_cp_plan_start_date'], one['cppl_cp_plan_end_date']] as const,
  }));
  return [...inNeed, ...protection]
    .filter(({ dates }) => isWithin(dates[1], window))
    .map(({ list, key, id, referral, dates: [start, end] }) => ({
      list,
      id,
      referral,
      isOpen: end === undefined,
      said: known({ [key]: id, start_date: start, end_date: end }),
    }));
}

function enquiries(told: Told, window: Window): readonly Module[] {
  const conferences = new Map(told('ssd_initial_cp_conference').map((one) => [one['icpc_s47_enquiry_id'], one]));
  return told('ssd_s47_enquiry').flatMap((one) => {
    const [id, end] = [String(one['s47e_s47_enquiry_id']), one['s47e_s47_end_date']];
    if (!isWithin(end, window)) return [];
    const held = conferences.get(id);
    const said = known({
      section_47_assessment_id: id,
      start_date: one['s47e_s47_start_date'],
      icpc_required_flag: requiredSaid(one, held),
      icpc_date: held?.['icpc_icpc_date'],
      end_date: end,
    });
    return { list: 'section_47_assessments', id, referral: one['s47e_referral_id'], isOpen: end === undefined, said };
  });
}

/** Required where one was held or decided on; not where the enquiry ended otherwise; before that nobody knows. */
const requiredSaid = (one: Cells, held: Cells | undefined): boolean | undefined =>
  held !== undefined
    ? true
    : one['s47e_s47_outcome_json'] === undefined
      ? undefined
      : /"CP_CONFERENCE_FLAG":"Y"/.test(String(one['s47e_s47_outcome_json']));

/** A placement with the reason for which its first episode began, and that for which its last ended. */
function placements(told: Told, window: Window): readonly Module[] {
  const episodes = Map.groupBy(told('ssd_cla_episodes'), (one) => one['clae_cla_placement_id']);
  return told('ssd_cla_placement').flatMap((one) => {
    const [id, end] = [String(one['clap_cla_placement_id']), one['clap_cla_placement_end_date']];
    if (!isWithin(end, window)) return [];
    const own = episodes.get(id) ?? [];
    const said = known({
      child_looked_after_placement_id: id,
      start_date: one['clap_cla_placement_start_date'],
      start_reason: own[0]?.['clae_cla_episode_start_reason'],
      placement_type: one['clap_cla_placement_type'],
      postcode: one['clap_cla_placement_postcode'],
      end_date: end,
      end_reason: end === undefined ? undefined : own.at(-1)?.['clae_cla_episode_ceased_reason'],
      change_reason: one['clap_cla_placement_change_reason'],
    });
    return { list: 'child_looked_after_placements', id, referral: own[0]?.['clae_referral_id'], isOpen: end === undefined, said };
  });
}

/** Adoption lies in the episode of need in which the care began. */
function adoptions(told: Told, window: Window): readonly Module[] {
  const care = new Map(told('ssd_cla_episodes').map((one) => [one['clae_cla_id'], one['clae_referral_id']]));
  return told('ssd_permanence').flatMap((one) => {
    const [end, id] = [one['perm_permanence_order_date'] ?? one['perm_decision_reversed_date'], String(one['perm_cla_id'])];
    const said = known({
      initial_decision_date: one['perm_adm_decision_date'],
      matched_date: one['perm_matched_date'],
      placed_date: one['perm_placed_for_adoption_date'],
    });
    if (!isWithin(end, window) || Object.keys(said).length === 0) return [];
    return { list: 'adoption', id, referral: care.get(one['perm_cla_id']), isOpen: end === undefined, said };
  });
}

/** The last contact, if it was in the window. */
function leavers(told: Told, window: Window): readonly Module[] {
  const last = told('ssd_cla_episodes').at(-1);
  return told('ssd_care_leavers').flatMap((one) => {
    const on = one['clea_care_leaver_latest_contact'];
    if (on === undefined || String(on) < window.from) return [];
    const said = known({
      contact_date: on,
      activity: one['clea_care_leaver_activity'],
      accommodation: one['clea_care_leaver_accommodation'],
    });
    return { list: 'care_leavers', id: String(one['clea_table_id']), referral: last?.['clae_referral_id'], isOpen: true, said };
  });
}
