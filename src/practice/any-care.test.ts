import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, date, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import { careWorlds, type CareWorld } from './care-acts.fixture.ts';
import { refusedAt, reviewDue, rowsIn, standsAt, type InCare } from './care-oracle.fixture.ts';
import { gates } from './gates/gate.ts';
import { chain } from './history.fixture.ts';
import { leavingCareStatusOn, leftCareOn } from './leaving-care/leaving-care.ts';
import { episodesOf } from './looked-after/episodes-of-care.ts';
import { derivation } from './pathway.ts';
import { isPlain, must } from './plain-refusal.fixture.ts';
import { stepOf } from './step-of.fixture.ts';

/*
 * Anything may happen to a child in care, lawful or not, in any order, and be written down well or badly, on its day or long after it. What is refused is
 * refused where the law forbids it, at the question that is wrong, and nothing else is; what is accepted makes the episodes of the return, however late and in
 * whatever order it was written, and leaves nobody without a next review. What happens (`care-acts.fixture.ts`), and the law told a second time (`care-oracle.fixture.ts`).
 */
type Act = { readonly step: number; readonly gap: number; readonly n: number; readonly m: number; readonly isAhead: boolean };
type Life = { readonly age: number; readonly acts: readonly Act[]; readonly order: Iterator<number>; readonly wrong: number };
const actIn = ({ acts, gaps }: CareWorld) =>
  fc.record({
    step: fc.nat(Object.keys(acts).length - 1),
    gap: fc.integer(gaps),
    n: fc.nat(999),
    m: fc.nat(999),
    isAhead: fc.integer({ min: 0, max: 24 }).map((chance) => chance === 0),
  });

const lifeIn = (world: CareWorld) =>
  fc.record({
    age: fc.integer(world.ages),
    acts: fc.array(actIn(world), { minLength: 6, maxLength: 18 }),
    /** In which order it might have been written instead, and which of it wrongly at first. */
    order: fc.infiniteStream(fc.nat(999)),
    wrong: fc.nat(99),
  });

const count = {
  accepted: 0,
  refused: 0,
  reviews: 0,
  visits: 0,
  contacts: 0,
  episodes: 0,
  held: new Set<string>(),
  /** Each question at which something was refused. */
  fields: new Set<string>(),
};
const firstDay = date('2025-01-06');

/** What was accepted, in the order in which it was written; and the last day. */
function live({ acts: possible }: CareWorld, { age, acts }: Life) {
  const names = Object.keys(possible);
  const bornOn = addDays(firstDay, -age);
  const lines: Line[] = chain(['personDetails', bornOn, { bornOn }]);
  const told: InCare[] = [];
  let today = firstDay;
  for (const [index, { step: of, gap, isAhead, n, m }] of acts.entries()) {
    // Most become looked after before anything else is written.
    const name = names[index === 0 && n % 4 > 0 ? 0 : of] ?? '';
    const on = addDays(today, gap < 0 || isAhead ? gap : 0);
    if (gap > 0 && !isAhead) today = addDays(today, gap);
    const happenedOn = gap > 0 && !isAhead ? today : on;
    const [answers, by] = [possible[name]?.answers(happenedOn, n, m) ?? {}, possible[name]?.by(n, m) ?? ''];
    const one: InCare = { entry: `e${lines.length + 1}`, step: name, on: happenedOn, answers, by };
    if (isTaken(one, whatStands(lines), refusedAt(one, told, bornOn, today), today)) {
      lines.push(...chain([name, happenedOn, answers, { position: lines.length + 1, entry: one.entry, recordedBy: by }]));
      told.push(one);
    }
  }
  return { bornOn, lines, told, today };
}

/** Refused where the law forbids it, with a sentence at each question that is wrong; else taken. */
function isTaken({ step: name, on, answers, by }: InCare, history: History, forbidden: readonly string[], today: LocalDate): boolean {
  const step = stepOf(name);
  const problems = step.decide(history, answers as never, today, by);
  for (const problem of problems) isPlain(step, problem, count.held);
  const fields = [...new Set(problems.map(({ field }) => field ?? 'no question'))].sort();
  if (fields.join() !== forbidden.join()) expect(fields, `${name} on ${on} ${JSON.stringify(answers)} by ${by}`).toEqual(forbidden);
  count[fields.length > 0 ? 'refused' : 'accepted'] += 1;
  for (const field of fields) count.fields.add(`${name}.${field}`);
  return fields.length === 0;
}

const asRows = (history: History) =>
  episodesOf(history).map(({ startedOn, whyNew, legalStatus, type, endedOn, whyEnded }) => ({
    startedOn,
    whyNew,
    legalStatus,
    type,
    ended: endedOn === undefined ? '' : `${endedOn} ${whyEnded}`,
  }));

const clockText = ({ rule, startedBy, startedOn, dueOn, metBy, metOn, endedOn, endedBecause }: Clock): string =>
  [rule, startedBy, startedOn, dueOn, metBy, metOn, endedOn, endedBecause].join(' ');

/** All that is derived. */
const derived = (history: History) => ({
  episodes: episodesOf(history),
  standing: derivation.standing(history),
  clocks: derivation.clocks(history).map(clockText).sort(),
});

/** Written in another order; of one day what was written first stays first, for it is told by nothing else. */
function reordered(lines: readonly Line[], order: Iterator<number>): readonly Line[] {
  const places = new Map([...new Set(lines.map(({ happenedOn }) => happenedOn))].map((day) => [day, Number(order.next().value)]));
  const [born, ...rest] = lines;
  const again = rest.toSorted((a, b) => (places.get(a.happenedOn) ?? 0) - (places.get(b.happenedOn) ?? 0) || a.position - b.position);
  return [...(born === undefined ? [] : [born]), ...again].map((line, n) => ({ ...line, position: n + 1 }));
}

/** One of them written on a wrong day at first, and put right at the end. */
function putRight(lines: readonly Line[], wrong: number): readonly Line[] {
  const which = 1 + (wrong % Math.max(1, lines.length - 1));
  return [
    ...lines.map((line, n) =>
      n === which ? { ...line, happenedOn: addDays(line.happenedOn, -400), answers: { ...line.answers, legalStatus: 'V2' } } : line,
    ),
    ...lines.slice(which, which + 1).map((line) => ({ ...line, entry: 'right', position: lines.length + 1, corrects: line.position })),
  ];
}

const isRunning =
  (today: string) =>
  (clock: Clock): boolean =>
    clock.metOn === undefined && (clock.endedOn === undefined || (clock.endedBecause === '18th birthday' && clock.endedOn > today));
const reviewRules = /^(first|second|later)LookedAfterReview$/;
const anyReview =
  /^(first|second|later)LookedAfterReview$|Review(WaitingForAdoption|AfterAdoptionDisrupted|OfAdoptivePlacement)$|^reviewAfterAdoptionDisrupted$/;
const towardsAdoption = ({ step, answers }: InCare): boolean =>
  step === 'consentToPlacement' || /^A[3-6]$/.test(String(answers['type'])) || ['E1', 'D1'].includes(String(answers['legalStatus']));

/** A child in care has a next review, due when the law says. */
function nextReview(clocks: readonly Clock[], told: readonly InCare[], since: string | undefined, today: string): void {
  const running = clocks.filter(isRunning(today));
  const due = running.filter(({ rule }) => reviewRules.test(rule)).map(({ dueOn }) => dueOn);
  if (since === undefined) must(due.length === 0, `a review is due ${due.join()} of a child who is not looked after`);
  else if (told.some(towardsAdoption))
    must(
      running.some(({ rule }) => anyReview.test(rule)),
      `no next review since ${since}`,
    );
  else if (due.join() !== reviewDue(told, since)) expect(due, `next review, in care since ${since}`).toEqual([reviewDue(told, since)]);
  if (since !== undefined) count.reviews += 1;
}

const anyVisit = /^(firstVisitInPlacement|lookedAfterVisit|firstAdoptionVisit|laterAdoptionVisit)$/;

/** A child who lives somewhere in care is owed a next visit. */
function nextVisit(clocks: readonly Clock[], told: readonly InCare[], since: string | undefined, today: string): void {
  if (
    since === undefined ||
    !told.some(({ step, on, answers }) => step === 'placement' && on >= since && !String(answers['type']).startsWith('T'))
  )
    return;
  must(
    clocks.filter(isRunning(today)).some(({ rule }) => anyVisit.test(rule)),
    `no next visit, in care since ${since}`,
  );
  count.visits += 1;
}

/** With whoever left care to be supported after it the authority keeps in touch, until the 25th birthday. */
function nextContact(history: History, today: LocalDate): void {
  if (leftCareOn(history) === undefined || !['relevant', 'formerRelevant'].includes(leavingCareStatusOn(history, today) ?? '')) return;
  const open = derivation
    .clocks(history)
    .filter(
      ({ rule, metOn, endedOn }) => rule === 'careLeaverInTouch' && metOn === undefined && (endedOn === undefined || endedOn > today),
    );
  must(open.length === 1, `${open.length} contacts owed on ${today}`);
  count.contacts += 1;
}

/** What has begun goes on, is met, or is ended by what happens on a later day: it is never lost. */
function neverLost(history: History): void {
  const last = history.at(-1);
  if (last === undefined || history.at(-2)?.happenedOn === last.happenedOn) return;
  const begun = (told: History): readonly string[] =>
    derivation
      .clocks(told)
      .flatMap(({ rule, startedBy, startedOn }) => (startedOn < last.happenedOn ? [`${rule} ${startedBy} ${startedOn}`] : []));
  const after = new Set(begun(history));
  // The order, once it is written, stands for the end of care that told of it first.
  const isTakenOver = (id: string): boolean => last.step === 'adoptionOrder' && id.startsWith('recordSealed ');
  const lost = begun(history.slice(0, -1)).filter((id) => !after.has(id) && !isTakenOver(id));
  if (lost.length > 0) expect(lost, `lost when ${last.step} of ${last.happenedOn} was written`).toEqual([]);
}

function holds(world: CareWorld, life: Life): void {
  const { lines, told, bornOn, today } = live(world, life);
  const history = whatStands(lines);
  const [rows, expected] = [asRows(history), rowsIn(told)];
  if (JSON.stringify(rows) !== JSON.stringify(expected)) expect(rows).toEqual(expected);
  count.episodes += rows.length;
  const now = derived(history);
  const { since, left } = standsAt(told);
  must(
    now.standing.lookedAfterSince === since && now.standing.leftCareOn === left,
    `stands ${JSON.stringify(now.standing)}, not ${since}, ${left}`,
  );
  const clocks = derivation.clocks(history);
  if (today < addDays(bornOn, 18 * 365)) nextReview(clocks, told, since, today);
  if (today < addDays(bornOn, 18 * 365)) nextVisit(clocks, told, since, today);
  nextContact(history, today);
  neverLost(history);
  const otherwise = derived(whatStands(reordered(lines, life.order)));
  if (JSON.stringify(otherwise) !== JSON.stringify(now)) expect(otherwise, 'written in another order').toEqual(now);
  const corrected = derived(whatStands(putRight(lines, life.wrong)));
  if (lines.length > 1 && JSON.stringify(corrected) !== JSON.stringify(now)) expect(corrected, 'put right later').toEqual(now);
}

const runs = careWorlds.reduce((sum, { children }) => sum + children, 0);

it(`${runs} children: what the law forbids is refused at its question and nothing else is; episodes, limits and standing are the same however they came to be written`, () => {
  expect(runs).toBeGreaterThanOrEqual(10_000);
  for (const world of careWorlds)
    fc.assert(
      fc.property(lifeIn(world), (life) => holds(world, life)),
      { numRuns: world.children },
    );
  expect(count.accepted).toBeGreaterThan(5 * runs);
  expect(count.refused).toBeGreaterThan(runs / 2);
  expect(count.reviews).toBeGreaterThan(runs / 4);
  expect(count.visits).toBeGreaterThan(runs / 20);
  expect(count.contacts).toBeGreaterThan(runs / 100);
  expect(count.episodes).toBeGreaterThan(runs);
  expect(count.fields.size).toBeGreaterThan(30);
  const standHere = Object.values(gates).filter(({ decision }) => careWorlds.some(({ acts }) => decision in acts));
  expect([...count.held].sort()).toEqual(standHere.map(({ title }) => title).sort());
});
