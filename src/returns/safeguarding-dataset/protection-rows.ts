import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { isBefore, statementsOf } from '../../practice/pathway.ts';
import { enquiredOf, isNotRequired, type Enquired } from '../cin-census/build/protection.ts';
import type { Said } from '../ssda903/build/built-row.ts';
import { answer, day, entry, type Known } from './known.ts';
import { datasetRow, flags, type DatasetRow } from './row.ts';

/** From the section 47 enquiry to the reviews of the plan. */
export const protectionRows = (known: Known): readonly DatasetRow[] => {
  const { enquired, alone } = enquiredOf(known.told);
  return [
    ...enquired.map((one) => enquiry(known, one)),
    ...enquired.flatMap((one) => (one.conference === undefined ? [] : [conference(known, one.conference, one)])),
    ...alone.map((one) => conference(known, one, undefined)),
    ...known.plans.map((plan) => protectionPlan(known, plan)),
    ...reviews(known),
  ];
};

const enquiryKeys = [
  'NFA_FLAG',
  'LEGAL_ACTION_FLAG',
  'PROV_OF_SERVICES_FLAG',
  'PROV_OF_SB_CARE_FLAG',
  'CP_CONFERENCE_FLAG',
  'NFA_CONTINUE_SINGLE_FLAG',
  'MONITOR_FLAG',
  'OTHER_OUTCOMES_EXIST_FLAG',
];
const outcomes: Readonly<Record<string, string>> = {
  notSubstantiated: 'NFA_FLAG',
  noContinuingRisk: 'PROV_OF_SERVICES_FLAG',
  conference: 'CP_CONFERENCE_FLAG',
};

/** The outcome of an enquiry: that which names it, or the first before the next begins. */
function outcomeOf({ told }: Known, { begun, concluded }: Enquired): Statement | undefined {
  if (concluded !== undefined) return concluded;
  const next = told.find((one) => one.step === 'section47Enquiry' && isBefore(begun, one));
  return statementsOf('section47Outcome', told).find(({ answers, happenedOn }) =>
    answers['enquiry'] === undefined
      ? happenedOn >= begun.happenedOn && (next === undefined || happenedOn < next.happenedOn)
      : answers['enquiry'] === begun.entry,
  );
}

function enquiry(known: Known, one: Enquired): DatasetRow {
  const { begun, first, conference: held } = one;
  const concluded = outcomeOf(known, one);
  const said = concluded?.answers['outcome'] ?? (held === undefined ? undefined : 'conference');
  const key = outcomes[String(said)];
  const end = concluded ?? held;
  const on = (end ?? begun).happenedOn;
  return datasetRow('ssd_s47_enquiry', {
    s47e_s47_enquiry_id: entry(begun),
    s47e_referral_id: known.referral(begun.happenedOn),
    s47e_person_id: known.id,
    s47e_s47_start_date: day(first),
    s47e_s47_end_date: day(end),
    s47e_s47_nfa: said === undefined ? [undefined] : [said === 'notSubstantiated', concluded, held],
    s47e_s47_outcome_json:
      key === undefined
        ? [undefined]
        : [flags(enquiryKeys, (each) => each === key, { TOTAL_NO_OF_OUTCOMES: 1, OUTCOME_COMMENTS: '' }), concluded, held],
    s47e_s47_completed_by_worker_id: known.worker(on),
    s47e_s47_completed_by_team: known.team(on),
  });
}

const conferenceKeys = [
  'NFA_FLAG',
  'REFERRAL_TO_OTHER_AGENCY_FLAG',
  'SINGLE_ASSESSMENT_FLAG',
  'PROV_OF_SERVICES_FLAG',
  'CP_FLAG',
  'OTHER_OUTCOMES_EXIST_FLAG',
];

/** The plan that a conference made: the one that began on its day. */
const madePlan = ({ plans }: Known, held: Statement): Statement | undefined =>
  plans.find(({ begun }) => begun.happenedOn === held.happenedOn)?.begun;

function conference(known: Known, held: Statement, from: Enquired | undefined): DatasetRow {
  const plan = madePlan(known, held);
  const isPlan = plan !== undefined || held.answers['outcome'] === 'planMade' || held.answers['outcome'] === 'planHere';
  const target =
    from && (from.begun.answers['conferenceTargetOn'] ?? (isNotRequired(from) ? undefined : addWorkingDays(from.first.happenedOn, 15)));
  const key = isPlan ? 'CP_FLAG' : held.answers['outcome'] === 'childInNeed' ? 'PROV_OF_SERVICES_FLAG' : 'NFA_FLAG';
  return datasetRow('ssd_initial_cp_conference', {
    icpc_icpc_id: entry(held),
    icpc_icpc_meeting_id: entry(held),
    icpc_s47_enquiry_id: entry(from?.begun),
    icpc_person_id: known.id,
    icpc_cp_plan_id: entry(plan),
    icpc_referral_id: known.referral(held.happenedOn),
    icpc_icpc_transfer_in: [held.step === 'transferInConference', held],
    icpc_icpc_target_date: [target, from?.begun, from?.first],
    icpc_icpc_date: day(held),
    icpc_icpc_outcome_cp_flag: [isPlan, held, plan],
    icpc_icpc_outcome_json: [flags(conferenceKeys, (each) => each === key, { TOTAL_NO_OF_OUTCOMES: 1, COMMENTS: '' }), held, plan],
    icpc_icpc_team: known.team(held.happenedOn),
    icpc_icpc_worker_id: known.worker(held.happenedOn),
  });
}

/** The standard's words for the categories. */
const categories: Readonly<Record<string, string>> = {
  NEG: 'Neglect',
  PHY: 'Physical abuse',
  SAB: 'Sexual abuse',
  EMO: 'Emotional abuse',
  MUL: 'Multiple',
};
const category = (code: unknown, from: Statement | undefined): Said => [categories[String(code)], from];

type Plan = Known['plans'][number];

const isDuring = ({ begun, end }: Plan, one: Statement): boolean =>
  isBefore(begun, one) && (end === undefined || one.happenedOn <= end.happenedOn);

function protectionPlan(known: Known, plan: Plan): DatasetRow {
  const { begun, end } = plan;
  const changed = known.all('categoryChange').findLast((one) => isDuring(plan, one));
  const held = known.told.find(
    ({ step, happenedOn }) => (step === 'initialConference' || step === 'transferInConference') && happenedOn === begun.happenedOn,
  );
  const latest = changed ?? begun;
  return datasetRow('ssd_cp_plans', {
    cppl_cp_plan_id: entry(begun),
    cppl_referral_id: known.referral(begun.happenedOn),
    cppl_icpc_id: entry(held),
    cppl_person_id: known.id,
    cppl_cp_plan_start_date: day(begun),
    cppl_cp_plan_end_date: day(end),
    cppl_cp_plan_initial_category: category(begun.answers['category'], begun),
    cppl_cp_plan_ola: [false],
    cppl_cp_plan_latest_category: category(
      changed?.answers['category'] ?? begun.answers['latestCategory'] ?? begun.answers['category'],
      latest,
    ),
  });
}

/** Those that were held, and what each decided. */
const reviews = (known: Known): readonly DatasetRow[] =>
  known
    .all('reviewConference')
    .filter(({ answers }) => answers['held'] !== false)
    .flatMap((one) => {
      const plan = known.plans.findLast((each) => isDuring(each, one));
      return plan === undefined
        ? []
        : [
            datasetRow('ssd_cp_reviews', {
              cppr_cp_review_id: entry(one),
              cppr_person_id: known.id,
              cppr_cp_plan_id: entry(plan.begun),
              cppr_cp_review_due: [known.dueDates().get(one.entry), one],
              cppr_cp_review_date: day(one),
              cppr_cp_review_meeting_id: entry(one),
              cppr_cp_review_outcome_continue_cp: answer(one, 'continues'),
            }),
          ];
    });
