import type { Statement } from '../../kernel/step/history.ts';
import { isBefore, leavingCareStatusOn, periodsOf, type PeriodOfCare } from '../../practice/pathway.ts';
import { answer, careSaid, day, endNaming, entry, type Known } from './known.ts';
import { datasetRow, type DatasetRow } from './row.ts';

/** Leaving care, permanence, and the way to the court. */
export const leavingRows = (known: Known): readonly DatasetRow[] => [...careLeavers(known), ...permanence(known), ...preProceedings(known)];

const eligibility = { eligible: 'Eligible', relevant: 'Relevant', formerRelevant: 'Former Relevant', qualifying: 'Qualifying' } as const;

function careLeavers({ told, on, all, id, worker, team }: Known): readonly DatasetRow[] {
  const status = leavingCareStatusOn(told, on);
  if (status === undefined) return [];
  const [contact, plan] = [all('careLeaverContact').at(-1), all('pathwayPlan').at(-1)];
  const inTouch = all('careLeaverContact').findLast(({ answers }) => answers['inTouch'] === 'YES');
  const review = all('pathwayPlanReview').findLast(({ answers }) => answers['held'] !== false);
  const lives = contact?.answers['accommodation'];
  const isSuitable = typeof lives !== 'string' || lives === '0' ? undefined : lives.endsWith('2') ? '2' : '1';
  return [
    datasetRow('ssd_care_leavers', {
      clea_table_id: [`${(contact ?? plan ?? periodsOf(told).at(-1)?.start)?.entry}-leaver`, contact ?? plan],
      clea_person_id: id,
      clea_care_leaver_eligibility: [eligibility[status], ...periodsOf(told).flatMap(({ start, end }) => [start, end])],
      clea_care_leaver_in_touch: answer(contact, 'inTouch'),
      clea_care_leaver_latest_contact: day(inTouch),
      clea_care_leaver_accommodation: typeof lives === 'string' ? [lives.slice(0, 1), contact] : [undefined],
      clea_care_leaver_accom_suitable: [isSuitable, contact],
      clea_care_leaver_activity: answer(contact, 'activity'),
      clea_pathway_plan_review_date: day(review !== undefined && plan !== undefined && isBefore(review, plan) ? plan : (review ?? plan)),
      clea_care_leaver_personal_advisor: answer(all('personalAdviserNamed').at(-1) ?? plan, 'adviser'),
      clea_care_leaver_allocated_team: team(on),
      clea_care_leaver_worker_id: worker(on),
    }),
  ];
}

const orders: Readonly<Record<string, string>> = {
  E11: 'Adoption',
  E12: 'Adoption',
  E43: 'Special Guardianship',
  E44: 'Special Guardianship',
  E45: 'Special Guardianship',
  E46: 'Special Guardianship',
  E47: 'Special Guardianship',
  E48: 'Special Guardianship',
  E41: 'Child Arrangements Order/ Residence Order',
};

/** A row for each period of care in which adoption was decided, or that ended in an order of permanence. */
const permanence = (known: Known): readonly DatasetRow[] =>
  periodsOf(known.told).flatMap((period) => {
    const within = ({ happenedOn }: Statement): boolean =>
      happenedOn >= period.startedOn && (period.endedOn === undefined || happenedOn <= period.endedOn);
    const all = (step: string): readonly Statement[] => known.all(step).filter(within);
    const [decided, match] = [all('adoptionDecision').at(-1), all('adoptionMatch').at(-1)];
    const reversed = decided && endNaming(decided, 'decision', all('adoptionDecisionEnd'), undefined);
    const order = orders[String(period.end?.answers['reason'])];
    if (decided === undefined && match === undefined && order === undefined) return [];
    const placed = placementsOf(period);
    return datasetRow('ssd_permanence', {
      perm_table_id: [`${period.start.entry}-permanence`, period.start],
      perm_person_id: known.id,
      perm_cla_id: careSaid(period),
      perm_adm_decision_date: decided === undefined ? answer(match, 'adoptionDecidedOn') : day(decided),
      perm_placement_order_date: day(period.statuses.find(({ answers }) => ['E1', 'D1'].includes(String(answers['legalStatus'])))),
      perm_placed_for_adoption_date: day(placed.adoption),
      perm_matched_date: day(match),
      perm_adopted_by_carer_flag: answer(match, 'formerFosterCarers'),
      perm_placed_ffa_cp_date: day(placed.early),
      perm_decision_reversed_date: day(reversed),
      perm_placed_foster_carer_date: day(match?.answers['formerFosterCarers'] === true ? placed.withCarers : undefined),
      perm_placement_provider_urn: known.isRestricted ? [undefined] : answer(placed.adoption, 'urn'),
      perm_decision_reversed_reason: answer(reversed, 'reason'),
      perm_permanence_order_date: order === undefined ? [undefined] : day(period.end),
      perm_permanence_order_type: [order, period.end],
      perm_adoption_worker_id: decided === undefined ? [undefined] : known.worker(decided.happenedOn),
      perm_adopter_sex: answer(match, 'sexOfAdopters'),
      perm_adopter_legal_status: answer(match, 'legalStatusOfAdopters'),
      perm_number_of_adopters: answer(match, 'numberOfAdopters'),
    });
  });

/** A3 to A6: placed for adoption; U2 and U5: with foster carers who are approved to adopt, or in concurrent planning. */
function placementsOf(period: PeriodOfCare) {
  const first = (types: RegExp): Statement | undefined => period.placements.find(({ answers }) => types.test(String(answers['type'])));
  const adoption = first(/^A[3-6]$/);
  return { adoption, early: first(/^U[25]$/), withCarers: adoption && firstWithThem(period, adoption) };
}

/** Where the child first lived with the carers of a placement, through every change that kept them. */
function firstWithThem({ placements }: Pick<PeriodOfCare, 'placements'>, last: Statement): Statement {
  const before = placements[placements.indexOf(last) - 1];
  const isWithThem = last.answers['sameCarers'] === true || /^A[35]$/.test(String(last.answers['type']));
  return before !== undefined && isWithThem ? firstWithThem({ placements }, before) : last;
}

const outcomes: Readonly<Record<string, string>> = {
  issue: 'Decision to Issue Care Proceedings',
  improved: 'Decision to step down',
  familyPlan: 'Decision to step down',
  other: 'Decision to step down',
};
const gateways: Readonly<Record<string, string>> = { notMet: 'A', preProceedings: 'B', issue: 'C' };

/** A row for each legal planning meeting: what followed it until the next. */
const preProceedings = (known: Known): readonly DatasetRow[] =>
  known.all('legalPlanningMeeting').map((meeting, n, every) => {
    const next = every[n + 1];
    const after = (step: string): readonly Statement[] =>
      known.all(step).filter((one) => isBefore(meeting, one) && (next === undefined || isBefore(one, next)));
    const [decided, issued] = [after('decisionToIssue')[0], after('careProceedings')[0]];
    const family = known.detail('family');
    return datasetRow('ssd_pre_proceedings', {
      prep_table_id: entry(meeting),
      prep_person_id: known.id,
      prep_plo_family_id: family === undefined || known.isRestricted ? entry(meeting) : answer(family, 'family'),
      prep_pre_pro_decision_date: meeting.answers['outcome'] === 'preProceedings' ? day(meeting) : [undefined],
      prep_legal_gateway_outcome: [gateways[String(meeting.answers['outcome'])], meeting],
      prep_pre_pro_letter_date: day(after('letterBeforeProceedings')[0]),
      ...metAfter(after('preProceedingsMeeting')),
      ...endedBy(after('preProceedingsEnd')[0], decided),
      ...countedBefore(known, meeting),
      prep_court_reference: known.isRestricted ? [undefined] : answer(issued, 'caseNumber'),
      prep_care_proc_short_notice:
        issued === undefined
          ? ['Not in care proceedings']
          : [decided?.answers['urgentBecause'] === undefined ? 'No' : 'Yes', decided, issued],
    });
  });

const endedBy = (end: Statement | undefined, decided: Statement | undefined) => ({
  prep_pre_pro_outcome: [outcomes[decided === undefined ? String(end?.answers['outcome']) : 'issue'], decided ?? end] as const,
  prep_agree_stepdown_issue_date: day(decided ?? end),
});

function metAfter(met: readonly Statement[]) {
  const reviews = met.filter(({ answers }) => answers['kind'] === 'review');
  return {
    prep_initial_pre_pro_meeting_date: day(met.find(({ answers }) => answers['kind'] === 'first')),
    prep_pre_pro_meetings_num: [reviews.length, ...reviews] as const,
    prep_pre_pro_parents_legal_rep: [legallyAdvised(met), ...met] as const,
  };
}

/** How often it had come to a plan, to pre-proceedings and to a court before: plans of this episode of need alone. */
function countedBefore({ all, plans, referral }: Known, meeting: Statement) {
  const before = (step: string): readonly Statement[] => all(step).filter((one) => isBefore(one, meeting));
  const [episode] = referral(meeting.happenedOn);
  const planned = plans.flatMap(({ begun }) => (isBefore(begun, meeting) && referral(begun.happenedOn)[0] === episode ? [begun] : []));
  const earlier = before('legalPlanningMeeting').filter(({ answers }) => answers['outcome'] === 'preProceedings');
  return {
    prep_cp_plans_referral_period: [planned.length, ...planned] as const,
    prep_prev_pre_proc_child: [earlier.length, ...earlier] as const,
    prep_prev_care_proc_child: [before('careProceedings').length, ...before('careProceedings')] as const,
  };
}

const legallyAdvised = (met: readonly Statement[]): string | undefined => {
  const said = met.flatMap(({ answers }) => (typeof answers['legallyAdvised'] === 'boolean' ? [answers['legallyAdvised']] : []));
  return met.length === 0 ? undefined : said.length === 0 ? 'Unknown' : said.includes(true) ? 'Yes' : 'No';
};
