import { addDays } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { episodesOf, isTemporary, periodAt, periodsOf, type PeriodOfCare } from '../../practice/pathway.ts';
import { episodeRows } from '../ssda903/build/episode-rows.ts';
import { answer, careSaid, day, endNaming, entry, type Known } from './known.ts';
import { postcodeSaid } from './people-rows.ts';
import { datasetRow, flags, type DatasetRow } from './row.ts';

/** Of children looked after: episodes, placements, legal statuses, reviews, care plans, missing. */
export const careRows = (known: Known): readonly DatasetRow[] => [
  ...episodes(known),
  ...periodsOf(known.told).flatMap((period) => [...placements(known, period), ...statuses(known, period)]),
  ...reviews(known),
  ...carePlans(known),
  ...missing(known),
  ...permanenceBefore(known),
];

const placementOf = (period: PeriodOfCare | undefined, on: string): Statement | undefined =>
  period?.placements.findLast(({ happenedOn }) => happenedOn <= on);

/** The episodes that the looked-after return counts, of all time: each value with the same entries. */
function episodes(known: Known): readonly DatasetRow[] {
  const { told, id, on, all } = known;
  const entries = new Map(told.map((one) => [one.entry, one]));
  const rows = episodeRows(told, { from: addDays(on, -100 * 366), to: on });
  const contact = all('lookedAfterReview').findLast(({ answers }) => answers['spokeWithOfficer'] === true);
  return episodesOf(told).flatMap((one, n) => {
    const row = rows[n];
    if (row === undefined) return [];
    const said = (column: string, value: unknown) => [value, ...(row.from[column] ?? []).map((each) => entries.get(each))] as const;
    const period = periodAt(told, one.startedOn);
    return datasetRow('ssd_cla_episodes', {
      clae_cla_episode_id: [`${period?.start.entry}-${one.startedOn}`, period?.start],
      clae_person_id: id,
      clae_cla_episode_start_date: said('DECOM', one.startedOn),
      clae_cla_episode_start_reason: said('RNE', one.whyNew),
      clae_cla_primary_need_code: said('CIN', one.categoryOfNeed),
      clae_cla_episode_ceased_date: said('DEC', one.endedOn),
      clae_cla_episode_ceased_reason: said('REC', one.whyEnded),
      clae_cla_id: careSaid(period),
      clae_referral_id: known.referral(one.startedOn),
      clae_cla_placement_id: entry(placementOf(period, one.startedOn)),
      clae_entered_care_date: day(period?.start),
      clae_cla_last_iro_contact_date: period?.endedOn === undefined ? day(contact) : [undefined],
    });
  });
}

/** A placement ends where the next begins, or with the care. Of a restricted record nothing is told by which it could be found. */
function placements({ id, isRestricted }: Known, period: PeriodOfCare): readonly DatasetRow[] {
  return period.placements.map((one, n) => {
    const next = period.placements[n + 1];
    return datasetRow('ssd_cla_placement', {
      clap_cla_placement_id: entry(one),
      clap_cla_placement_start_date: day(one),
      clap_cla_placement_type: answer(one, 'type'),
      clap_cla_placement_urn: isRestricted ? [undefined] : answer(one, 'urn'),
      clap_cla_placement_distance: isRestricted ? [undefined] : answer(one, 'distanceMiles'),
      clap_cla_id: careSaid(period),
      clap_cla_placement_provider: isRestricted ? [undefined] : answer(one, 'provider'),
      clap_cla_placement_postcode: isRestricted ? [undefined] : [postcodeSaid(one.answers['postcode']), one],
      clap_cla_placement_end_date: day(next ?? period.end),
      clap_cla_placement_change_reason: isTemporary(next) ? [undefined] : answer(next, 'reasonForMove'),
      clap_person_id: id,
    });
  });
}

function statuses({ id }: Known, period: PeriodOfCare): readonly DatasetRow[] {
  return period.statuses.map((one, n) =>
    datasetRow('ssd_legal_status', {
      lega_legal_status_id: [`${one.entry}-status`, one],
      lega_person_id: id,
      lega_legal_status: answer(one, 'legalStatus'),
      lega_legal_status_start_date: day(one),
      lega_legal_status_end_date: day(period.statuses[n + 1] ?? period.end),
    }),
  );
}

const reviews = (known: Known): readonly DatasetRow[] =>
  known.all('lookedAfterReview').map((one) =>
    datasetRow('ssd_cla_reviews', {
      clar_cla_review_id: entry(one),
      clar_cla_id: known.careOf(one.happenedOn),
      clar_cla_review_due_date: [known.dueDates().get(one.entry), one],
      clar_cla_review_date: one.answers['held'] === false ? [undefined] : day(one),
      clar_cla_review_cancelled: [one.answers['held'] === false, one],
      clar_cla_review_participation: answer(one, 'participation'),
    }),
  );

const planKeys = ['REMAINSUP', 'RETURN1M', 'RETURN6M', 'RETURNEV', 'LTRELFR', 'LTFOST18', 'RESPLMT', 'SUPPLIV', 'ADOPTION', 'OTHERPLN'];
/** Where no permanence is agreed yet, the standard leaves it blank. When a child is to return is not among the answers: eventually. */
const permanencePlans: Readonly<Record<string, string>> = {
  returnHome: 'RETURNEV',
  familyOrFriends: 'LTRELFR',
  specialGuardianship: 'OTHERPLN',
  longTermFostering: 'LTFOST18',
  adoption: 'ADOPTION',
  residential: 'RESPLMT',
  independence: 'SUPPLIV',
};

function carePlans({ all, id, told }: Known): readonly DatasetRow[] {
  return all('carePlan').map((one, n, every) => {
    const period = periodAt(told, one.happenedOn);
    const next = every[n + 1];
    const key = permanencePlans[String(one.answers['permanence'])];
    const isLast = next === undefined || (period?.endedOn !== undefined && next.happenedOn > period.endedOn);
    return datasetRow('ssd_cla_care_plan', {
      lacp_table_id: entry(one),
      lacp_person_id: id,
      lacp_cla_care_plan_start_date: day(one),
      lacp_cla_care_plan_end_date: day(isLast ? period?.end : next),
      lacp_cla_care_plan_json: key === undefined ? [undefined] : [flags(planKeys, (each) => each === key), one],
    });
  });
}

/** A return interview is asked of whoever was missing and came back. */
function missing({ all, id }: Known): readonly DatasetRow[] {
  const [returns, interviews] = [all('returnFromMissing'), all('returnHomeInterview')];
  return all('missingEpisode').map((one, n, every) => {
    const next = every[n + 1];
    const back = endNaming(one, 'episode', returns, next);
    const offered = interviews.filter(({ happenedOn, answers }) =>
      answers['returned'] === undefined
        ? back !== undefined && happenedOn >= back.happenedOn && (next === undefined || happenedOn < next.happenedOn)
        : answers['returned'] === back?.entry,
    );
    const isAsked = one.answers['kind'] === 'M' && back !== undefined;
    return datasetRow('ssd_missing', {
      miss_table_id: entry(one),
      miss_person_id: id,
      miss_missing_episode_start_date: day(one),
      miss_missing_episode_type: [one.answers['kind'] === 'M' ? 'Missing' : 'Away', one],
      miss_missing_episode_end_date: day(back),
      miss_missing_rhi_offered: isAsked ? [offered.length > 0, ...offered] : ['NA', one],
      miss_missing_rhi_accepted: isAsked ? [offered.some(({ answers }) => answers['outcome'] === 'held'), ...offered] : ['NA', one],
    });
  });
}

/** As far as it is known, as the looked-after return writes it. */
function orderedOn(said: unknown): unknown {
  if (typeof said !== 'string') return undefined;
  if (said === 'unknown') return 'zz/zz/zzzz';
  const [year = '', month = 'zz', date = 'zz'] = said.split('-');
  return `${date}/${month}/${year}`;
}

const permanenceBefore = ({ all, id }: Known): readonly DatasetRow[] =>
  all('previousPermanence').map((one) =>
    datasetRow('ssd_cla_previous_permanence', {
      lapp_table_id: entry(one),
      lapp_person_id: id,
      lapp_previous_permanence_order_date: [orderedOn(one.answers['orderedOn']), one],
      lapp_previous_permanence_option: answer(one, 'option'),
      lapp_previous_permanence_la: answer(one, 'authority'),
    }),
  );
