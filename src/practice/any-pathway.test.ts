import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, date, type LocalDate } from '../kernel/calendar/dates.ts';
import type { History, Line } from '../kernel/step/history.ts';
import { whatStands } from '../kernel/step/history.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import { gates } from './gates/gate.ts';
import { chain } from './history.fixture.ts';
import { derivation } from './pathway.ts';
import { inOrder, oracle, owed, type Happening } from './pathway-oracle.fixture.ts';
import { stepOf } from './step-of.fixture.ts';

/*
 * Anything may happen to a family, in any order, and be written down well or badly. Whatever is accepted leaves the record in a state that practice allows, with
 * every limit as the law counts it; whatever is refused says why in plain English.
 */
const runs = 10_000;
const bornOn = '2019-05-14';
const yes = (n: number): boolean => n % 2 === 0;
const one = <T>(n: number, ...of: readonly [T, ...T[]]): T => of[n % of.length] ?? of[0];

/** How each step is answered: by a day, and two numbers that chance gives. */
const answering: Readonly<Record<string, (on: LocalDate, n: number, m: number) => Readonly<Record<string, unknown>>>> = {
  referral: (referredOn) => ({ referredOn }),
  referralDecision: (decidedOn, n) => ({ decidedOn, response: one(n, 'assessment', 'strategyDiscussion', 'earlyHelp', 'noFurtherAction') }),
  childAndFamilyAssessment: (startedOn) => ({ startedOn }),
  assessmentReport: (completedOn) => ({ completedOn, recommendation: 'childInNeedPlan' }),
  assessmentReturn: (returnedOn) => ({ returnedOn, reasons: 'Ask the father.' }),
  assessmentAuthorisation: (authorisedOn) => ({ authorisedOn }),
  childInNeedPlan: (startedOn) => ({ startedOn }),
  childInNeedReview: (heldOn, n) => ({ heldOn, held: n % 3 !== 0 }),
  childInNeedPlanEnd: (endedOn) => ({ endedOn }),
  strategyDiscussion: (heldOn, n) => ({ heldOn, enquiriesInitiated: yes(n) }),
  section47Outcome: (concludedOn, n) => ({ concludedOn, outcome: one(n, 'notSubstantiated', 'noContinuingRisk', 'conference') }),
  initialConference: (heldOn, n) => ({ heldOn, outcome: one(n, 'planMade', 'noPlan') }),
  childProtectionPlan: (startedOn, n) => ({ startedOn, category: one(n, 'NEG', 'EMO') }),
  coreGroupMeeting: (heldOn) => ({ heldOn }),
  visit: (visitedOn, n) => ({ visitedOn, seen: n % 3 !== 0 }),
  reviewConference: (heldOn, n, m) => ({ heldOn, held: n % 4 !== 0, continues: m % 3 !== 0 }),
  childProtectionPlanEnd: (endedOn, n) => ({
    endedOn,
    ...one<object>(n, {}, { reason: 'moved' }, {}, { reason: 'leftCountry' }),
  }),
  closure: (closedOn) => ({ closedOn }),
  familyGroupOffer: (offeredOn, n) => ({
    offeredOn,
    outcome: one(n, 'accepted', 'declined', 'notInInterests'),
    ...(yes(n) ? { reason: 'A' } : {}),
  }),
  letterBeforeProceedings: (sentOn) => ({ sentOn }),
  decisionToIssue: (decidedOn, n) => ({
    decidedOn,
    order: 'care',
    reason: 'R',
    ...(n % 3 === 0 ? { urgentBecause: 'Hurt last night.' } : {}),
  }),
  gateOverride: (decidedOn, n) => ({
    decidedOn,
    gate: one(n, 'familyGroupDecisionMaking', 'letterBeforeProceedings', 'planEndsAtReview', 'transferInConference'),
    reason: 'R',
  }),
  careProceedings: (issuedOn) => ({ issuedOn }),
  proceedingsExtension: (orderedOn, n) => ({ orderedOn, until: addDays(orderedOn, (n % 260) - 5) }),
  proceedingsEnd: (concludedOn) => ({ concludedOn, outcome: 'care' }),
  transferOut: (notifiedOn, n) => ({ notifiedOn, authority: 'Southmoor', kind: one(n, 'plan', 'plan', 'childInNeed') }),
  transferOutHeld: (heldOn) => ({ heldOn, outcome: 'A plan there.' }),
};
const names = Object.keys(answering);

type Act = { readonly step: number; readonly gap: number; readonly n: number; readonly m: number; readonly isAhead: boolean };
const act = fc.record({
  step: fc.nat(names.length - 1),
  gap: fc.integer({ min: -25, max: 40 }),
  n: fc.nat(999),
  m: fc.nat(999),
  isAhead: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
});

const count = { accepted: 0, refused: 0, overridden: 0, takenOver: 0, held: new Set<string>() };

const asHappenings = (lines: readonly Line[]): readonly Happening[] =>
  lines.map(({ entry, step, happenedOn, answers }) => ({ entry, step, on: happenedOn, answers }));

/** Of a million statements most are true: `expect` is too slow for those. */
function must(isSo: boolean, otherwise: string): void {
  if (!isSo) expect.fail(otherwise);
}

/** An act, regulations or guidance, by name and year: what a worker is told to look up. */
const namesLaw = /[A-Z][a-z]+ (?:[a-z]+ |[A-Z][a-z]+ |and )*(?:19|20)\d\d/;

/** Plain English: a sentence about a question of the step, with no name of the program in it, and with its law. */
function isPlain(step: AnyStep, { field, message }: { readonly field?: string; readonly message: string }): void {
  must(field === undefined || field in step.fields || field in step.each, `${step.name}.${String(field)}`);
  must(/^[A-Z][^\n]{15,500}$/.test(message), message);
  const words = message.replaceAll(/“[^”]*”|\([^)]*\)/g, '');
  must(!/[a-z][A-Z]|undefined|null|NaN|\[object|_|\d{4}-\d\d-\d\d/.test(words), message);
  must(namesLaw.test(step.law), `${step.name}: ${step.law}`);
  if (message.includes('stood against')) {
    const gate = Object.values(gates).find(({ title }) => message.toLowerCase().includes(title.toLowerCase()));
    must(gate !== undefined && gate.decision === step.name && message.includes(gate.law), message);
    count.held.add(gate?.title ?? '');
  }
}

/** What practice never lets be recorded, told again in its own words; looked at when something has been accepted. */
function isAllowed(told: readonly Happening[], { step, on, answers }: Happening, today: string): void {
  const before = inOrder(told).filter((other) => other.on <= on);
  const of = (name: string) => before.filter((other) => other.step === name);
  must(on <= today, `${step} on ${on}, ahead of ${today}`);
  must(step !== 'visit' || answers['seen'] !== true || on >= bornOn, `seen on ${on}, before the birth`);
  const spare = (gate: string, decision: string) => {
    const used = told.filter((other) => other.step === decision);
    return of('gateOverride').some(
      (one_) =>
        one_.answers['gate'] === gate &&
        !used.some((other) => other.on > one_.on || (other.on === one_.on && told.indexOf(other) > told.indexOf(one_))),
    );
  };
  const passes = (gate: string, isMet: boolean) => {
    if (!isMet) count.overridden += 1;
    must(isMet || spare(gate, step), `${step} on ${on} went through ${gate}`);
  };
  if (step === 'decisionToIssue') {
    const since = of('proceedingsEnd').at(-1)?.on ?? '0000';
    passes(
      'familyGroupDecisionMaking',
      of('familyGroupOffer').some(
        (other) => other.on >= since && (other.answers['outcome'] !== 'notInInterests' || other.answers['reason'] !== undefined),
      ),
    );
    passes(
      'letterBeforeProceedings',
      answers['urgentBecause'] !== undefined || of('letterBeforeProceedings').some((other) => other.on >= since),
    );
  }
  const plan = of('childProtectionPlan').at(-1);
  if (step === 'childProtectionPlanEnd' && plan !== undefined) {
    const atReview = of('reviewConference').some(
      (other) => other.on >= plan.on && other.answers['held'] !== false && other.answers['continues'] !== true,
    );
    if (answers['reason'] === undefined) passes('planEndsAtReview', atReview);
    if (answers['reason'] === 'moved') {
      const moved = of('transferOut').at(-1);
      const isHeld = of('transferOutHeld').some((other) => moved === undefined || other.on >= moved.on);
      if (isHeld) count.takenOver += 1;
      passes('transferInConference', isHeld);
    }
  }
  if (step === 'proceedingsExtension' && told.some((other) => other.step === 'careProceedings')) {
    const issued = of('careProceedings').at(-1);
    must(issued !== undefined && String(answers['until']) >= on, `extension of ${on}`);
  }
}

/** Who is on a plan, and whose case is open, at the end. */
function standsAs(history: History, told: readonly Happening[]): void {
  const standing = derivation.standing(history);
  const all = inOrder(told);
  const last = all.findLastIndex(({ step }) => step === 'childProtectionPlan');
  const isOver = all.slice(last + 1).some(({ step }) => step === 'childProtectionPlanEnd' || step === 'closure');
  expect(standing.onPlanSince).toBe(last < 0 || isOver ? undefined : all[last]?.on);
  expect(standing.openSince === undefined || all.every(({ step, on }) => step !== 'closure' || on <= (standing.openSince ?? ''))).toBe(
    true,
  );
}

function limitsHold(history: History, told: readonly Happening[]): void {
  const clocks = derivation.clocks(history);
  for (const { dueOn, startedOn, metOn = startedOn, rule } of clocks) must(dueOn >= startedOn && metOn >= startedOn, rule);
  for (const [name, rule] of Object.entries(oracle)) {
    const kept = clocks
      .filter((clock) => clock.rule === name)
      .map(({ startedBy, dueOn, metOn, endedOn }) => asText(startedBy, dueOn, metOn, endedOn));
    const asked = owed(rule, told, bornOn).map(({ startedBy, dueOn, done, ended }) => asText(startedBy, dueOn, done, ended));
    if (kept.sort().join() !== asked.sort().join()) expect(kept, name).toEqual(asked);
  }
}

const asText = (startedBy: string, dueOn: string, done?: string, ended?: string): string =>
  `${startedBy} due ${dueOn}${done === undefined ? '' : ` done ${done}`}${ended === undefined ? '' : ` ended ${ended}`}`;

function live(acts: readonly Act[]): void {
  const [born] = chain(['personDetails', bornOn, { bornOn }]);
  const lines: Line[] = born === undefined ? [] : [born];
  let today = date('2025-01-06');
  for (const { step: n, gap, isAhead, ...chance } of acts) {
    const step = stepOf(names[n] ?? '');
    const on = addDays(today, gap < 0 || isAhead ? gap : 0);
    if (gap > 0 && !isAhead) today = addDays(today, gap);
    const happenedOn = gap > 0 && !isAhead ? today : on;
    const answers = answering[step.name]?.(happenedOn, chance.n, chance.m) ?? {};
    const problems = step.decide(whatStands(lines), answers as never, today);
    for (const problem of problems) isPlain(step, problem);
    if (problems.length > 0) {
      count.refused += 1;
      continue;
    }
    const position = lines.length + 1;
    const [line] = chain([step.name, happenedOn, answers, { position, entry: `e${position}` }]);
    if (line === undefined) continue;
    const told = asHappenings(lines.slice(1));
    isAllowed(told, { entry: line.entry, step: step.name, on: happenedOn, answers }, today);
    count.accepted += 1;
    lines.push(line);
  }
  const history = whatStands(lines);
  const told = asHappenings(lines.slice(1));
  standsAs(history, told);
  limitsHold(history, told);
}

it(`${runs} families: every state is one that practice allows, every limit is as the law counts it, every refusal is plain English`, () => {
  fc.assert(fc.property(fc.array(act, { minLength: 4, maxLength: 14 }), live), { numRuns: runs });
  expect(count.accepted).toBeGreaterThan(5 * runs);
  expect(count.refused).toBeGreaterThan(runs / 2);
  expect(count.overridden).toBeGreaterThan(runs / 500);
  expect(count.takenOver).toBeGreaterThan(runs / 2000);
  expect(count.held.size).toBe(Object.keys(gates).length);
}, 60_000);
