import { addDays, addMonths, ageAt, type LocalDate } from '../../kernel/calendar/dates.ts';
import { lifeOf } from '../../practice/pathway.ts';
import { whichYear } from '../rule/period.ts';
import { datasetRows } from '../safeguarding-dataset/dataset.ts';
import type { About } from '../safeguarding-dataset/known.ts';
import { episodesFor } from './episodes.ts';
import { isPart, known, type Cells, type ChildPayload, type EpisodePayload, type Part, type Told } from './part.ts';

/** The first day of the time that is sent: 1 April of the financial year in which the day two years before lies. */
export const windowFrom = (on: LocalDate): LocalDate => addMonths(whichYear(on).period.from, -24);

const oldest = 25;

/** Twenty-five or younger at some time of the window, or unborn and due in it. */
function isOfAge({ history }: About, from: LocalDate, on: LocalDate): boolean {
  const { bornOn } = lifeOf(history);
  const due = history.findLast(({ answers }) => answers['expectedOn'] !== undefined)?.answers['expectedOn'];
  return bornOn === undefined
    ? typeof due === 'string' && due >= from && due <= addDays(on, 300)
    : bornOn > on || ageAt(bornOn, from < bornOn ? bornOn : from) <= oldest;
}

/** The Department takes letters and digits, at most twenty: rules 1570 and 1580 of the census ask the same. */
export const numberTaken = /^[A-Za-z0-9]{1,20}$/;

export type Asked = { readonly on: LocalDate; readonly person: string; readonly registrations: Pick<ReadonlyMap<string, string>, 'get'> };

/** What is sent of a child as known on a day; nothing of whom nothing was done in the window. Pure. */
export function payloadOf(about: About, { on, person, registrations }: Asked): ChildPayload | undefined {
  const from = windowFrom(on);
  if (!isOfAge(about, from, on)) return undefined;
  const rows = Map.groupBy(datasetRows(about, on), ({ table }) => table);
  const told: Told = (table) => (rows.get(table) ?? []).map(({ cells }) => cells);
  const [child] = told('ssd_person');
  const episodes = episodesFor(told, { from, registrations });
  if (child === undefined || episodes.length === 0) return undefined;
  const health = wellbeing(told);
  return {
    la_child_id: String(child['pers_person_id']),
    mis_child_id: person,
    child_details: details(told, child),
    ...(health === undefined ? {} : { health_and_wellbeing: health }),
    social_care_episodes: episodes,
  };
}

function details(told: Told, child: Cells): Part {
  const numbers = new Map(told('ssd_linked_identifiers').map((one) => [one['link_identifier_type'], one['link_identifier_value']]));
  const home = told('ssd_address').findLast((one) => one['addr_address_end_date'] === undefined);
  const asylum = told('ssd_immigration_status').at(-1);
  return known({
    unique_pupil_number: numbers.get('Unique Pupil Number'),
    former_unique_pupil_number: numbers.get('Former Unique Pupil Number'),
    unique_pupil_number_unknown_reason: child['pers_upn_unknown'],
    first_name: child['pers_forename'],
    surname: child['pers_surname'],
    date_of_birth: child['pers_dob'],
    expected_date_of_birth: child['pers_expected_dob'],
    sex: child['pers_sex'],
    ethnicity: child['pers_ethnicity'],
    disabilities: told('ssd_disability')
      .map((one) => one['disa_disability_code'])
      .slice(0, 12),
    postcode: home?.['addr_address_postcode'],
    uasc_flag: asylum === undefined ? undefined : asylum['immi_immigration_status_end_date'] === undefined,
    uasc_end_date: asylum?.['immi_immigration_status_end_date'],
  });
}

function wellbeing(told: Told): Part | undefined {
  const asked = told('ssd_sdq_scores').flatMap((one) =>
    typeof one['csdq_sdq_score'] === 'number' ? [{ date: one['csdq_sdq_completed_date'], score: one['csdq_sdq_score'] }] : [],
  );
  return asked.length === 0 ? undefined : { sdq_assessments: asked };
}

/** What the database gives back as what was accepted. */
export function heldAs(payload: Readonly<Record<string, unknown>>): ChildPayload {
  const episodes = payload['social_care_episodes'];
  const part = (name: string): Part | undefined => (isPart(payload[name]) ? payload[name] : undefined);
  const [details, health] = [part('child_details'), part('health_and_wellbeing')];
  return {
    la_child_id: String(payload['la_child_id']),
    mis_child_id: String(payload['mis_child_id']),
    ...(details === undefined ? {} : { child_details: details }),
    ...(health === undefined ? {} : { health_and_wellbeing: health }),
    ...(Array.isArray(episodes) ? { social_care_episodes: episodes.filter(isEpisode) } : {}),
  };
}

const isEpisode = (value: unknown): value is EpisodePayload => isPart(value) && typeof value['social_care_episode_id'] === 'string';
