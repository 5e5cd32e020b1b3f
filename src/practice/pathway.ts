import { createHash } from 'node:crypto';
import { oneOffHolidays } from '../kernel/calendar/bank-holidays.ts';
import { formatDate, type LocalDate } from '../kernel/calendar/dates.ts';
import type { CodeSet } from '../kernel/field/code.ts';
import type { AnyField, Fields } from '../kernel/field/field.ts';
import { clocksOf, type ClockSources } from '../kernel/step/clock.ts';
import type { History, Statement } from '../kernel/step/history.ts';
import type { Permissions } from '../kernel/step/permission.ts';
import { erase, type AnyStep } from '../kernel/step/step.ts';
import type { Timescale } from '../kernel/step/timescale.ts';
import type { Derivation, Identifier, Standing } from '../kernel/step/derivation.ts';
import { assessmentAuthorisation } from './assessment/assessment-authorisation.ts';
import { childAndFamilyAssessment } from './assessment/child-and-family-assessment.ts';
import { detailsOf, lifeOf } from './checks.ts';
import { childInNeedPlanEnd } from './child-in-need/child-in-need-plan-end.ts';
import { childInNeedReview } from './child-in-need/child-in-need-review.ts';
import { childInNeedPlan } from './child-in-need/child-in-need-plan.ts';
import { childProtectionPlanEnd } from './child-protection/child-protection-plan-end.ts';
import { childProtectionPlan } from './child-protection/child-protection-plan.ts';
import { coreGroupMeeting } from './child-protection/core-group-meeting.ts';
import { initialConference } from './child-protection/initial-conference.ts';
import { reviewConference } from './child-protection/review-conference.ts';
import { section47Enquiry } from './child-protection/section-47-enquiry.ts';
import { strategyDiscussion } from './child-protection/strategy-discussion.ts';
import { visit } from './child-protection/visit.ts';
import { closure } from './front-door/closure.ts';
import { referralDecision } from './front-door/referral-decision.ts';
import { referral } from './front-door/referral.ts';
import { personDetails } from './people/person-details.ts';
import { lateReason } from './quality/late-reason.ts';
import { allocation } from './workforce/allocation.ts';

/** Every step of practice: the one list from which all else is derived. */
export const steps: readonly AnyStep[] = [
  erase(personDetails),
  erase(referral),
  erase(referralDecision),
  erase(closure),
  erase(childAndFamilyAssessment),
  erase(assessmentAuthorisation),
  erase(childInNeedPlan),
  erase(childInNeedReview),
  erase(childInNeedPlanEnd),
  erase(strategyDiscussion),
  erase(section47Enquiry),
  erase(initialConference),
  erase(childProtectionPlan),
  erase(childProtectionPlanEnd),
  erase(reviewConference),
  erase(coreGroupMeeting),
  erase(visit),
  erase(allocation),
  erase(lateReason),
];

const byName: ReadonlyMap<string, AnyStep> = new Map(steps.map((step) => [step.name, step]));

export const stepNamed = (name: string): AnyStep | undefined => byName.get(name);

/** Which steps are offered after each. An offer, not a gate: any step may be recorded at any time. */
export const mayFollow: ReadonlyMap<string, readonly string[]> = new Map([
  ['personDetails', ['referral', 'allocation']],
  ['referral', ['referralDecision', 'childAndFamilyAssessment', 'strategyDiscussion', 'allocation', 'closure']],
  ['referralDecision', ['childAndFamilyAssessment', 'strategyDiscussion', 'allocation', 'closure']],
  ['closure', ['referral']],
  ['childAndFamilyAssessment', ['assessmentAuthorisation', 'strategyDiscussion', 'visit']],
  ['assessmentAuthorisation', ['childInNeedPlan', 'strategyDiscussion', 'closure']],
  ['childInNeedPlan', ['childInNeedReview', 'visit', 'childInNeedPlanEnd', 'strategyDiscussion']],
  ['childInNeedReview', ['childInNeedReview', 'visit', 'childInNeedPlanEnd']],
  ['childInNeedPlanEnd', ['closure', 'strategyDiscussion']],
  ['strategyDiscussion', ['section47Enquiry', 'strategyDiscussion']],
  ['section47Enquiry', ['initialConference', 'childAndFamilyAssessment', 'childInNeedPlan']],
  ['initialConference', ['childProtectionPlan', 'childInNeedPlan', 'closure']],
  ['childProtectionPlan', ['coreGroupMeeting', 'visit', 'reviewConference', 'childProtectionPlanEnd']],
  ['childProtectionPlanEnd', ['childInNeedPlan', 'closure']],
  ['reviewConference', ['reviewConference', 'childProtectionPlanEnd', 'coreGroupMeeting', 'visit']],
  ['coreGroupMeeting', ['coreGroupMeeting', 'visit', 'reviewConference']],
  ['visit', ['visit', 'strategyDiscussion', 'coreGroupMeeting']],
  ['allocation', ['visit', 'childAndFamilyAssessment']],
  ['lateReason', []],
]);

export const timescales: readonly Timescale[] = steps.flatMap((step) => step.timescales);

/** What each kind of source carries. */
const carried: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['cin', new Set(steps.filter((step) => step.carriedBy?.cin !== undefined).map((step) => step.name))],
]);

const sources: ClockSources = {
  carried,
  life: lifeOf,
  lateReasons: (history) =>
    new Map(
      history
        .filter((one) => one.step === 'lateReason')
        .map((one) => [`${String(one.answers['rule'])} ${String(one.answers['startedBy'])}`, one.entry]),
    ),
};

/** The statements that began what is still open, after walking the history in order. */
type Open = {
  referral?: Statement;
  plan?: Statement;
  inNeedPlan?: Statement;
  allocation?: Statement;
  seen?: Statement;
  review?: Statement;
  conference?: Statement;
};

function walk(history: History): Open {
  const open: Open = {};
  for (const statement of history) {
    switch (statement.step) {
      case 'referral':
        if (statement.answers['noFurtherAction'] !== true) open.referral ??= statement;
        break;
      case 'closure':
        delete open.referral;
        delete open.plan;
        delete open.inNeedPlan;
        break;
      case 'childProtectionPlan':
        open.plan = statement;
        break;
      case 'childProtectionPlanEnd':
        if (endsThis(statement, open.plan)) delete open.plan;
        break;
      case 'childInNeedPlan':
        open.inNeedPlan = statement;
        break;
      case 'childInNeedPlanEnd':
        delete open.inNeedPlan;
        break;
      case 'allocation':
        if ((statement.answers['role'] ?? 'lead') === 'lead') open.allocation = statement;
        break;
      case 'visit':
        if (statement.answers['seen'] === true) open.seen = statement;
        break;
      case 'reviewConference':
        if (statement.answers['held'] !== false) open.review = statement;
        break;
      case 'initialConference':
        open.conference = statement;
        break;
      default:
        break;
    }
  }
  return open;
}

const endsThis = (end: Statement, plan: Statement | undefined): boolean =>
  end.answers['plan'] === undefined || end.answers['plan'] === plan?.entry;

/** What lists need to know of a child, from what stands. */
export function standingOf(history: History): Standing {
  const details = detailsOf(history);
  const open = walk(history);
  return {
    name: nameOf(details),
    ...lifeOf(history),
    ...words('sex', details['sex']),
    ...words('family', details['family']),
    ...since('openSince', open.referral),
    ...since('onPlanSince', open.plan),
    ...words('category', open.plan?.answers['latestCategory'] ?? open.plan?.answers['category']),
    ...since('inNeedPlanSince', open.inNeedPlan),
    ...words('worker', open.allocation?.answers['worker']),
    ...words('team', open.allocation?.answers['team']),
    ...since('lastSeenOn', open.seen),
    ...since('lastReviewOn', open.review),
    ...since('lastConferenceOn', open.conference),
    ...(open.plan !== undefined && visitsNotInSource(open.plan, history) ? { visitsNotInSource: true } : {}),
  };
}

function nameOf(details: Readonly<Record<string, unknown>>): string {
  const { firstName, lastName, laChildId, bornOn, expectedOn } = details;
  const name = [firstName, lastName].filter((part) => typeof part === 'string').join(' ');
  if (name !== '') return name;
  if (typeof laChildId === 'string') return `Child ${laChildId}`;
  return typeof expectedOn === 'string' && bornOn === undefined
    ? `Unborn child, expected ${formatDate(expectedOn as LocalDate)}`
    : 'Child without a name on record';
}

function visitsNotInSource(plan: Statement, history: History): boolean {
  const inSource = carried.get(plan.source?.split(':')[0] ?? '');
  return inSource !== undefined && !inSource.has('visit') && !history.some((one) => one.step === 'visit');
}

const words = <K extends string>(key: K, value: unknown) =>
  typeof value === 'string' ? ({ [key]: value } as { readonly [k in K]: string }) : {};
const since = <K extends string>(key: K, statement: Statement | undefined) =>
  statement === undefined ? {} : ({ [key]: statement.happenedOn } as { readonly [k in K]: LocalDate });

/** Every identifier that any step asks for, as it stands. */
function identifiersOf(history: History): readonly Identifier[] {
  const found = new Map<string, Identifier>();
  for (const statement of history) {
    for (const [name, field] of Object.entries(allFields(byName.get(statement.step)))) {
      const value = statement.answers[name];
      if (field.identifies !== undefined && typeof value === 'string')
        found.set(`${field.identifies} ${value}`, { kind: field.identifies, value });
    }
  }
  return [...found.values()];
}

const allFields = (step: AnyStep | undefined): Fields => ({ ...step?.fields, ...step?.each });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** All rules and one-off holidays. A change in how a rule counts is a new `version`: functions have no text that survives the bundler. */
const rulesHash = sha256(
  JSON.stringify(
    timescales.map(({ starts, meets, endedBy, ...rule }) => ({
      ...rule,
      starts: starts.map(({ step }) => step),
      meets: meets.step,
      endedBy: endedBy.map(({ step, because }) => [step, because]),
    })),
  ) + oneOffHolidays,
);

export const derivation: Derivation = {
  clocks: (history) => clocksOf(history, timescales, sources),
  standing: standingOf,
  identifiers: identifiersOf,
  rulesHash,
};

/** Hash of what was asked: fields, kinds, codes and words. Kept with each entry, so that it reads later as it was asked. */
export function wordingOf(step: Pick<AnyStep, 'title' | 'fields' | 'each'>): string {
  return sha256(JSON.stringify([step.title, asked(step.fields), asked(step.each)]));
}

const asked = (fields: Fields) =>
  Object.entries(fields).map(([name, field]) => [
    name,
    field.kind,
    field.label,
    field.hint ?? '',
    codesOf(field),
    field.required ?? '',
    field.until ?? '',
  ]);

const codesOf = (field: AnyField): readonly (readonly [string, string])[] =>
  'codes' in field ? Object.entries(field.codes as CodeSet) : [];

/** Who may record and read each step. */
export const permissionTable = (): readonly ({ readonly step: string } & Permissions)[] =>
  steps.map(({ name, may }) => ({ step: name, ...may }));
