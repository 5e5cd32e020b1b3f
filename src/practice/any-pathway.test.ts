import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, date } from '../kernel/calendar/dates.ts';
import type { History, Line } from '../kernel/step/history.ts';
import { whatStands } from '../kernel/step/history.ts';
import { gates } from './gates/gate.ts';
import { chain } from './history.fixture.ts';
import { derivation } from './pathway.ts';
import { worlds, type World } from './any-act.fixture.ts';
import { isAllowed, passed } from './forbidden.fixture.ts';
import { frontDoorOracle } from './front-door-oracle.fixture.ts';
import { inOrder, oracle, owed, type Happening, type Owed } from './pathway-oracle.fixture.ts';
import { isPlain, must } from './plain-refusal.fixture.ts';
import { powersOracle } from './powers-oracle.fixture.ts';
import { stepOf } from './step-of.fixture.ts';

/*
 * Anything may happen to a family, in any order, and be written down well or badly. Whatever is accepted leaves the record in a state that practice allows, with
 * every limit as the law counts it; whatever is refused says why in plain English. Where it happens (`any-act.fixture.ts`): from referral to court, under a
 * plan, at the front door, under emergency powers and after a death, before court and in moves, and all of it together.
 */
const bornOn = '2019-05-14';

type Act = { readonly step: number; readonly gap: number; readonly n: number; readonly m: number; readonly isAhead: boolean };
const actIn = ({ answering, gaps }: World) =>
  fc.record({
    step: fc.nat(Object.keys(answering).length - 1),
    gap: fc.integer(gaps),
    n: fc.nat(999),
    m: fc.nat(999),
    isAhead: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
  });

const count = { accepted: 0, refused: 0, held: new Set<string>() };
/** How often each limit was asked for, and kept. */
const met = new Map<string, { asked: number; done: number }>();

const asHappenings = (lines: readonly Line[]): readonly Happening[] =>
  lines.map(({ entry, step, happenedOn, answers }) => ({ entry, step, on: happenedOn, answers }));

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

const oracles = { ...oracle, ...frontDoorOracle, ...powersOracle };

function limitsHold(history: History, told: readonly Happening[]): void {
  const clocks = derivation.clocks(history);
  for (const { dueOn, startedOn, metOn = startedOn, rule } of clocks) must(dueOn >= startedOn && metOn >= startedOn, rule);
  const all = inOrder(told);
  for (const [name, rule] of Object.entries(oracles)) {
    const kept = clocks
      .filter((clock) => clock.rule === name)
      .map(({ startedBy, dueOn, dueAt, metOn, endedOn }) => asText(startedBy, dueAt ?? dueOn, metOn, endedOn));
    const asked = owed(rule, all, bornOn);
    const due = asked.map(({ startedBy, dueOn, done, ended }) => asText(startedBy, dueOn, done, ended));
    if (kept.sort().join() !== due.sort().join()) expect(kept, name).toEqual(due);
    countAsked(name, asked);
  }
}

function countAsked(name: string, asked: readonly Owed[]): void {
  const of = met.get(name) ?? { asked: 0, done: 0 };
  of.asked += asked.length;
  of.done += asked.filter(({ done }) => done !== undefined).length;
  met.set(name, of);
}

const asText = (startedBy: string, dueOn: string, done?: string, ended?: string): string =>
  `${startedBy} due ${dueOn}${done === undefined ? '' : ` done ${done}`}${ended === undefined ? '' : ` ended ${ended}`}`;

function live({ answering }: World, acts: readonly Act[]): void {
  const names = Object.keys(answering);
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
    for (const problem of problems) isPlain(step, problem, count.held);
    if (problems.length > 0) {
      count.refused += 1;
      continue;
    }
    const position = lines.length + 1;
    const [line] = chain([step.name, happenedOn, answers, { position, entry: `e${position}` }]);
    if (line === undefined) continue;
    const told = asHappenings(lines.slice(1));
    isAllowed(must, bornOn, told, { entry: line.entry, step: step.name, on: happenedOn, answers }, today);
    count.accepted += 1;
    lines.push(line);
  }
  const history = whatStands(lines);
  const told = asHappenings(lines.slice(1));
  standsAs(history, told);
  limitsHold(history, told);
}

const runs = worlds.reduce((sum, { families }) => sum + families, 0);

it(`${runs} families: every state is one that practice allows, every limit is as the law counts it, every refusal is plain English`, () => {
  for (const world of worlds)
    fc.assert(
      fc.property(fc.array(actIn(world), { minLength: 4, maxLength: 14 }), (acts) => live(world, acts)),
      { numRuns: world.families },
    );
  expect(count.accepted).toBeGreaterThan(5 * runs);
  expect(count.refused).toBeGreaterThan(runs / 2);
  expect(passed.overridden).toBeGreaterThan(runs / 500);
  expect(passed.takenOver).toBeGreaterThan(runs / 2000);
  const standHere = Object.values(gates).filter(({ decision }) => worlds.some(({ answering }) => decision in answering));
  expect(count.held.size).toBe(standHere.length);
  for (const [name, { asked, done }] of met) must(asked > runs / 200 && done > runs / 1000, `${name}: ${asked} asked, ${done} done`);
});
