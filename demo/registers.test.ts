import { describe, expect, test } from 'vitest';
import { agencyEventsIn, ownEvents, integrated } from '../src/governance/case-review/integrated-chronology.ts';
import { missedConnections } from '../src/governance/case-review/missed-connections.ts';
import { exitOf } from '../src/governance/improvement/exit-test.ts';
import { addDays, date } from '../src/kernel/calendar/dates.ts';
import { whatStands, type History } from '../src/kernel/step/history.ts';
import { derivation, stepNamed } from '../src/practice/pathway.ts';
import { demonstrationStaff } from './authority.ts';
import { chainsOf } from './chains.ts';
import type { DemoFile } from './load-file.ts';
import { carerFiles } from './carer-files.ts';
import { registerFiles } from './register-files.ts';

const today = date('2026-11-24');
const files = registerFiles(demonstrationStaff(), 'a child', { today, until: addDays(today, -1) });
const of = (kind: string): readonly DemoFile[] => files.filter((file) => file.kind === kind);

const historyOf = (file: DemoFile): History => whatStands(chainsOf(file).get(file.file) ?? []);

test('every entry of a register would be taken from a form, and no id stands for two', () => {
  const all = files.flatMap(({ entries }) => entries);
  expect(new Set(all.map(({ entry }) => entry)).size).toBe(all.length);
  for (const { step, shared, recordedOn } of all)
    expect([step, stepNamed(step)?.decide([], shared as never, recordedOn)]).toEqual([step, []]);
});

test('a review has four agencies, decisions made without what another knew, and learning of which not all holds yet', () => {
  const [review] = of('caseReview').map(historyOf);
  const events = integrated([agencyEventsIn(review ?? []), ownEvents('a child', 'Children’s social care', [])]);
  expect(new Set(events.map(({ agency }) => agency)).size).toBe(4);
  expect(missedConnections(events).length).toBeGreaterThan(5);
  const limits = derivation.clocks(review ?? []);
  expect(limits.filter(({ rule, metOn }) => rule === 'learningTested' && metOn === undefined)).toHaveLength(2);
  expect(limits.find(({ rule }) => rule === 'incidentNotified')?.metOn).toBeDefined();
});

describe('two years', () => {
  test('of complaints, most of them answered in time, some not', () => {
    const clocks = of('complaint').flatMap((file) => derivation.clocks(historyOf(file)));
    const first = clocks.filter(({ rule }) => rule === 'complaintStageOne');
    expect(first).toHaveLength(24);
    const late = first.filter(({ metOn, dueOn }) => metOn !== undefined && metOn > dueOn);
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(8);
    expect(clocks.some(({ rule }) => rule === 'complaintStageThree')).toBe(true);
  });
  test('of allegations: told in time and too late, concluded and waiting', () => {
    const clocks = of('allegation').flatMap((file) => derivation.clocks(historyOf(file)));
    const told = clocks.filter(({ rule }) => rule === 'allegationReferred');
    expect(told.filter(({ metOn, dueOn }) => metOn !== undefined && metOn > dueOn)).toHaveLength(2);
    expect(clocks.filter(({ rule, metOn }) => rule === 'allegationConsidered' && metOn === undefined)).toHaveLength(1);
    expect(clocks.filter(({ rule, metOn }) => rule === 'barringReferral' && metOn !== undefined)).toHaveLength(2);
  });
  test('of judgements: an improvement that is sustained, one that holds, one that is not met; none judged by its owner', () => {
    const [history = []] = of('inspection').map(historyOf);
    const asked = history.filter(({ step }) => step === 'inspectionRecommendation');
    expect(asked.map((one) => exitOf(one, history).kind)).toEqual(['sustained', 'holding', 'notMet']);
    const owners = new Set(asked.map(({ answers }) => answers['owner']));
    expect(history.filter(({ step, recordedBy }) => step === 'improvementProgress' && owners.has(recordedBy))).toEqual([]);
  });
});

describe('carers', () => {
  const named = new Map(
    Array.from({ length: 30 }, (_, n) => [`carers ${n}`, { from: addDays(today, -20 * (n + 1)), children: 1 + (n % 4) }] as const),
  );
  const carers = carerFiles(named, 'a manager', { today, until: addDays(today, -1) });
  const kindOf = (kind: string): readonly DemoFile[] => carers.filter((file) => file.kind === kind);
  const clocksIn = (kind: string) => kindOf(kind).flatMap((file) => derivation.clocks(historyOf(file)));

  test('have a file each, of a name of its own, whose entries would be taken from a form', () => {
    expect([kindOf('fosterCarer').length, kindOf('adopters').length]).toEqual([31, 6]);
    expect(new Set(carers.map(({ title }) => title)).size).toBe(carers.length);
    const all = carers.flatMap(({ entries }) => entries);
    expect(new Set(all.map(({ entry }) => entry)).size).toBe(all.length);
    for (const { step, shared, recordedOn, happenedOn } of all) {
      expect([step, stepNamed(step)?.decide([], shared as never, recordedOn)]).toEqual([step, []]);
      expect(happenedOn <= recordedOn).toBe(true);
    }
  });
  test('are reviewed in time but for some; of adopters one decision is late, one review, and one proposal waits', () => {
    const open = (kind: string, rule: string) => clocksIn(kind).filter((clock) => clock.rule === rule && clock.metOn === undefined);
    const late = (kind: string, rule: string) => open(kind, rule).filter(({ dueOn, endedOn }) => endedOn === undefined && dueOn < today);
    expect(late('fosterCarer', 'fosterReview').length).toBeGreaterThan(0);
    expect(late('fosterCarer', 'fosterReview').length).toBeLessThan(8);
    expect(late('adopters', 'adopterReview')).toHaveLength(1);
    expect(late('adopters', 'adopterStageTwo')).toHaveLength(1);
    expect(open('adopters', 'adopterRepresentations')).toHaveLength(1);
  });
});
