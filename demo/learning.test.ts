import { describe, expect, test } from 'vitest';
import { addDays, addMonths, date, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { linesIn } from '../src/kernel/field/rows.ts';
import { stateOf } from '../src/kernel/step/clock.ts';
import { whatStands } from '../src/kernel/step/history.ts';
import { coursesOf, saidOf } from '../src/oversight/training/courses.ts';
import { practiceChanged } from '../src/oversight/training/practice-changed.ts';
import { inductionOf } from '../src/oversight/workforce/induction.ts';
import { derivation } from '../src/practice/pathway.ts';
import { demonstrationCounties } from './authority.ts';
import { chainsOf } from './chains.ts';
import type { DemoFile } from './load-file.ts';
import { toldOf } from './told.ts';

const today = date('2026-11-24');
const told = toldOf(demonstrationCounties(0.5), today, 0.5);
const visits = [...told.families].flatMap(({ entries }) => entries.filter(({ step }) => step === 'visit'));
const files = told.files();
const of = (kind: string): readonly DemoFile[] => files.filter((file) => file.kind === kind);
const historyOf = (file: DemoFile) => whatStands(chainsOf(file).get(file.file) ?? []);
const isLate = (file: DemoFile, rule?: string): boolean =>
  derivation
    .clocks(historyOf(file))
    .some((clock) => (rule === undefined || clock.rule === rule) && stateOf(clock, today, new Date(`${today}T12:00:00Z`)) === 'late');

describe('the newly qualified', () => {
  const inductions = of('induction');
  test('are eleven, from those of last month to those near the end; each has a promise, and of most it is kept', () => {
    const found = inductions.map((file) => inductionOf(historyOf(file)));
    expect(found.length).toBe(11);
    expect(found.filter((one) => one?.mentor === undefined)).toHaveLength(1);
    expect(found.filter((one) => one?.decision !== undefined)).toHaveLength(1);
    expect(found.filter((one) => one?.ended !== undefined)).toEqual([]);
    expect(inductions.filter((file) => isLate(file, 'inductionFirstReview'))).toHaveLength(1);
    expect(inductions.filter((file) => !isLate(file)).length).toBeGreaterThan(5);
  });
  test('are supervised as often as that asks, but for one', () => {
    const subjects = new Set(inductions.map(({ subject }) => subject));
    const staff = of('staff').filter(({ subject }) => subjects.has(subject));
    expect(staff).toHaveLength(11);
    expect(staff.filter((file) => isLate(file, 'staffSupervision'))).toHaveLength(1);
    for (const file of staff)
      expect(file.entries.filter(({ step, shared }) => step === 'employment' && shared['grade'] === 'newlyQualified')).toHaveLength(1);
  });
  test('visit with colleagues, and go along with them', () => {
    const subjects = new Set(inductions.map(({ subject }) => subject));
    const together = visits.filter(({ shared }) => shared['colleague'] !== undefined);
    expect(together.filter(({ recordedBy }) => subjects.has(recordedBy)).length).toBeGreaterThan(10);
    expect(together.filter(({ shared }) => subjects.has(String(shared['colleague']))).length).toBeGreaterThan(10);
  });
});

describe('courses', () => {
  const courses = coursesOf(
    of('course').flatMap((file) =>
      historyOf(file).map(({ entry, step, happenedOn, answers }) => ({
        file: file.file,
        title: file.title,
        entry,
        step,
        happenedOn,
        answers,
      })),
    ),
  );
  const audited = of('caseAudit').flatMap((file) =>
    file.entries
      .filter(({ step }) => step === 'caseFileAudit')
      .flatMap(({ happenedOn: on, shared }) =>
        linesIn(shared['standards']).map((line) => ({ child: shared['child'], on, standard: line['standard'], verdict: line['verdict'] })),
      ),
  );
  /** Each child once, by the latest: of how many the standard was confirmed. */
  const found = (standard: string, from: LocalDate, to: LocalDate) => {
    const own = audited.filter((one) => one.standard === standard && one.on >= from && one.on <= to && one.verdict !== 'cannotTell');
    const last = new Map(own.toSorted((a, b) => a.on.localeCompare(b.on)).map(({ child, verdict }) => [child, verdict]));
    return { n: [...last.values()].filter((verdict) => verdict === 'confirmed').length, among: last.size };
  };
  const shareOf = (title: string, when: string): number => {
    const course = courses.find((one) => one.title === title);
    const { answered, good } = course === undefined ? { answered: 0, good: 0 } : saidOf(course, when);
    return good / answered;
  };
  const changed = (title: string): string => {
    const course = courses.find((one) => one.title === title);
    const held = course?.sessions.filter(({ came }) => came !== undefined).map(({ heldOn }) => heldOn) ?? [];
    const since = held.toSorted()[0];
    if (since === undefined || course?.standard === undefined) return 'not held';
    const before = found(course.standard, addMonths(since, -12), addDays(since, -1));
    return practiceChanged({ since, before, after: found(course.standard, addMonths(since, 3), addMonths(since, 15)) }).said;
  };
  test('of which everybody liked one, and it changed nothing: it has ended, and it is said why', () => {
    expect(shareOf('Respectful uncertainty', 'onTheDay')).toBeGreaterThan(0.9);
    expect(shareOf('Respectful uncertainty', 'threeMonths')).toBeLessThan(0.25);
    expect(changed('Respectful uncertainty')).toBe('unclear');
    expect(courses.find(({ title }) => title === 'Respectful uncertainty')?.closed?.why).toContain('assessments are as they were');
  });
  test('and others that worked, beyond what chance explains', () => {
    expect([changed('Seen, heard, understood'), changed('A plan that a child can read')]).toEqual(['better', 'better']);
    expect(shareOf('Seen, heard, understood', 'threeMonths')).toBeGreaterThan(0.7);
  });
  test('have their registers, sessions to come with places booked, and needs that they answer, from more than one kind of file', () => {
    expect(courses.flatMap(({ sessions }) => sessions).filter(({ heldOn, came }) => heldOn < today && came === undefined)).toEqual([]);
    const booked = files.flatMap(({ entries }) => entries.filter(({ step }) => step === 'trainingBooking' || step === 'agencyPlaces'));
    expect(booked.length).toBeGreaterThan(5);
    const kinds = files.flatMap(({ kind, entries }) => (entries.some(({ step }) => step === 'trainingNeed') ? [kind] : []));
    expect(new Set(kinds).size).toBeGreaterThan(2);
  });
});
