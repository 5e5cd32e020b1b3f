import type { Statement } from '../../kernel/step/history.ts';
import { decisionOn, statementsOf } from '../../practice/pathway.ts';
import { referralSources } from '../../vocabulary/cin.ts';
import { authorisations, childInNeedPlansOf } from '../cin-census/build/help.ts';
import { answer, day, entry, type Known } from './known.ts';
import { datasetRow, flags, type DatasetRow } from './row.ts';

/** From the contact to the child in need plan. */
export const inNeedRows = (known: Known): readonly DatasetRow[] => [
  ...contacts(known),
  ...earlyHelp(known),
  ...referrals(known),
  ...assessments(known),
  ...plans(known),
];

const sources: Readonly<Record<string, string>> = referralSources;
const sourceNamed = (one: Statement | undefined) => [sources[String(one?.answers['source'])], one] as const;

const contactKeys = [
  'NEW_REFERRAL_FLAG',
  'EXISTING_REFERRAL_FLAG',
  'CP_ENQUIRY_FLAG',
  'NFA_FLAG',
  'NON_AGENCY_ADOPTION_FLAG',
  'PRIVATE_FOSTERING_FLAG',
  'ADVICE_FLAG',
  'MISSING_FLAG',
  'OLA_CP_FLAG',
  'OTHER_OUTCOMES_EXIST_FLAG',
];
const contactOutcomes: Readonly<Record<string, string>> = {
  referral: 'NEW_REFERRAL_FLAG',
  openWork: 'EXISTING_REFERRAL_FLAG',
  strategyDiscussion: 'CP_ENQUIRY_FLAG',
  noFurtherAction: 'NFA_FLAG',
  advice: 'ADVICE_FLAG',
  familyHelp: 'OTHER_OUTCOMES_EXIST_FLAG',
  earlyHelp: 'OTHER_OUTCOMES_EXIST_FLAG',
};

/** A decision names its contact, or is the first made after it. */
function contacts({ all, id }: Known): readonly DatasetRow[] {
  const decisions = all('contactDecision');
  return all('contact').map((one, n, every) => {
    const next = every[n + 1];
    const decided = decisions.findLast(({ answers, happenedOn }) =>
      answers['contact'] === undefined
        ? happenedOn >= one.happenedOn && (next === undefined || happenedOn < next.happenedOn)
        : answers['contact'] === one.entry,
    );
    const key = contactOutcomes[String(decided?.answers['decision'])];
    return datasetRow('ssd_contacts', {
      cont_contact_id: entry(one),
      cont_person_id: id,
      cont_contact_date: day(one),
      cont_contact_source_code: answer(one, 'source'),
      cont_contact_source_desc: sourceNamed(one),
      cont_contact_outcome_json: decided === undefined ? [undefined] : [flags(contactKeys, (each) => each === key), decided],
    });
  });
}

function earlyHelp({ all, id, worker }: Known): readonly DatasetRow[] {
  const ends = all('familyHelpEnd');
  return all('familyHelp').map((one, n, every) => {
    const next = every[n + 1];
    const end = ends.find(({ happenedOn }) => happenedOn >= one.happenedOn && (next === undefined || happenedOn <= next.happenedOn));
    return datasetRow('ssd_early_help_episodes', {
      earl_episode_id: entry(one),
      earl_person_id: id,
      earl_episode_start_date: day(one),
      earl_episode_end_date: day(end),
      earl_episode_reason: answer(one, 'level'),
      earl_episode_end_reason: answer(end, 'reason'),
      earl_episode_worker_id: worker(one.happenedOn),
    });
  });
}

const referralKeys = [
  'SINGLE_ASSESSMENT_FLAG',
  'NFA_FLAG',
  'STRATEGY_DISCUSSION_FLAG',
  'CLA_REQUEST_FLAG',
  'NON_AGENCY_ADOPTION_FLAG',
  'PRIVATE_FOSTERING_FLAG',
  'CP_TRANSFER_IN_FLAG',
  'CP_CONFERENCE_FLAG',
  'CARE_LEAVER_FLAG',
  'OTHER_OUTCOMES_EXIST_FLAG',
];
const responses: Readonly<Record<string, string>> = {
  assessment: 'SINGLE_ASSESSMENT_FLAG',
  noFurtherAction: 'NFA_FLAG',
  strategyDiscussion: 'STRATEGY_DISCUSSION_FLAG',
  earlyHelp: 'OTHER_OUTCOMES_EXIST_FLAG',
};

function referrals({ needs, told, id, worker, team }: Known): readonly DatasetRow[] {
  return needs.flatMap(({ referral, closure, isNoFurtherAction }) => {
    if (referral === undefined) return [];
    const decided = decisionOn(referral, told);
    const key = responses[String(decided?.answers['response'])];
    const close = isNoFurtherAction ? undefined : closure;
    return datasetRow('ssd_cin_episodes', {
      cine_referral_id: entry(referral),
      cine_person_id: id,
      cine_referral_date: day(referral),
      cine_cin_primary_need_code: answer(referral, 'primaryNeed'),
      cine_referral_source_code: answer(referral, 'source'),
      cine_referral_source_desc: sourceNamed(referral),
      cine_referral_outcome_json: key === undefined ? [undefined] : [flags(referralKeys, (each) => each === key), decided],
      cine_referral_nfa: [isNoFurtherAction, referral, decided],
      cine_close_reason: answer(close, 'reason'),
      cine_close_date: day(close),
      cine_referral_team: team(referral.happenedOn),
      cine_referral_worker_id: worker(referral.happenedOn),
    });
  });
}

const assessmentKeys = [
  'NFA_FLAG',
  'NFA_S47_END_FLAG',
  'STRATEGY_DISCUSSION_FLAG',
  'CLA_REQUEST_FLAG',
  'PRIVATE_FOSTERING_FLAG',
  'LEGAL_ACTION_FLAG',
  'PROV_OF_SERVICES_FLAG',
  'PROV_OF_SB_CARE_FLAG',
  'SPECIALIST_ASSESSMENT_FLAG',
  'REFERRAL_TO_OTHER_AGENCY_FLAG',
  'OTHER_ACTIONS_FLAG',
  'OTHER_OUTCOMES_EXIST_FLAG',
];
const recommendations: Readonly<Record<string, string>> = {
  noFurtherAction: 'NFA_FLAG',
  familyHelp: 'REFERRAL_TO_OTHER_AGENCY_FLAG',
  childInNeedPlan: 'PROV_OF_SERVICES_FLAG',
  strategyDiscussion: 'STRATEGY_DISCUSSION_FLAG',
  childProtection: 'STRATEGY_DISCUSSION_FLAG',
  lookedAfter: 'CLA_REQUEST_FLAG',
  goesOn: 'OTHER_ACTIONS_FLAG',
};

function assessments(known: Known): readonly DatasetRow[] {
  const ends = authorisations(known.told);
  return known.all('childAndFamilyAssessment').flatMap((one) => assessment(known, one, ends.get(one.entry)));
}

function assessment({ told, id, all, referral, worker, team }: Known, one: Statement, end: Statement | undefined): readonly DatasetRow[] {
  const isDuring = ({ happenedOn }: Statement): boolean =>
    happenedOn >= one.happenedOn && (end === undefined || happenedOn <= end.happenedOn);
  const report = all('assessmentReport').findLast(isDuring);
  const said = report?.answers['recommendation'];
  const key = recommendations[String(said)];
  const seen = statementsOf('visit', told).filter((visit) => isDuring(visit) && visit.answers['seen'] === true);
  const factors = end?.answers['factors'];
  const row = datasetRow('ssd_cin_assessments', {
    cina_assessment_id: entry(one),
    cina_person_id: id,
    cina_referral_id: referral(one.happenedOn),
    cina_assessment_start_date: day(one),
    cina_assessment_child_seen: [seen.length > 0, ...seen],
    cina_assessment_auth_date: day(end),
    cina_assessment_outcome_json:
      key === undefined ? [undefined] : [flags(assessmentKeys, (each) => each === key, { TOTAL_NO_OF_OUTCOMES: 1, COMMENTS: '' }), report],
    cina_assessment_outcome_nfa: said === undefined ? [undefined] : [said === 'noFurtherAction', report],
    cina_assessment_team: team((end ?? one).happenedOn),
    cina_assessment_worker_id: worker((end ?? one).happenedOn),
  });
  if (!Array.isArray(factors)) return [row];
  const found = datasetRow('ssd_assessment_factors', {
    cinf_table_id: [`${one.entry}-factors`, end],
    cinf_assessment_id: entry(one),
    cinf_assessment_factors_json: [JSON.stringify(factors), end],
  });
  return [row, found];
}

const plans = ({ told, id, referral, worker, team }: Known): readonly DatasetRow[] =>
  childInNeedPlansOf(told).map(({ begun, end }) =>
    datasetRow('ssd_cin_plans', {
      cinp_cin_plan_id: entry(begun),
      cinp_referral_id: referral(begun.happenedOn),
      cinp_person_id: id,
      cinp_cin_plan_start_date: day(begun),
      cinp_cin_plan_end_date: day(end),
      cinp_cin_plan_team: team(begun.happenedOn),
      cinp_cin_plan_worker_id: worker(begun.happenedOn),
    }),
  );
