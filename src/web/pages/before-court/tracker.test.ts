import { expect, it } from 'vitest';
import { addDays, date } from '../../../kernel/calendar/dates.ts';
import { beforeCourtRules, nextBeforeCourt, stagesBeforeCourt } from '../../../practice/court/before-court.ts';
import type { Waiting } from '../../../record/front-door.ts';
import { trackedFamilies } from './tracker.ts';

const today = date('2026-06-01');
const waiting = (person: string, rule: string, startedBy: string, began: number, due: number): Waiting => ({
  person,
  standing: { name: person, worker: 'w' },
  clock: { rule, version: '1', startedBy, startedOn: addDays(today, began), dueOn: addDays(today, due), notInSource: false },
});

it('brothers and sisters of one letter are one family; what passes first stands first, with the weeks of the stage', () => {
  const families = trackedFamilies(
    [
      waiting('Amira', 'preProceedingsEnd', 'letter', -70, 42),
      waiting('Daniel', 'preProceedingsEnd', 'letter', -70, 42),
      waiting('Amira', 'preProceedingsReview', 'meeting', -50, -8),
      waiting('Daniel', 'preProceedingsReview', 'meeting', -50, -8),
      waiting('Ruth', 'letterBeforeProceedings', 'planning', -3, 4),
      waiting('Samuel', 'careProceedings', 'issued', -140, 41),
      waiting('Samuel', 'preProceedingsEnd', 'other', -200, -88),
    ],
    today,
  );
  expect(
    families.map(({ stage, children, weeks, next, whole }) => [stage, children.map(({ name }) => name), weeks, next.rule, whole?.rule]),
  ).toEqual([
    ['preProceedings', ['Samuel'], 28, 'preProceedingsEnd', undefined],
    ['preProceedings', ['Amira', 'Daniel'], 10, 'preProceedingsReview', 'preProceedingsEnd'],
    ['planning', ['Ruth'], 0, 'letterBeforeProceedings', undefined],
    ['proceedings', ['Samuel'], 20, 'careProceedings', undefined],
  ]);
});

it('every limit of the list belongs to a stage and says what is done next', () => {
  expect(
    Object.values(stagesBeforeCourt)
      .flatMap(({ rules }) => [...rules])
      .toSorted(),
  ).toEqual([...beforeCourtRules].toSorted());
  for (const rule of beforeCourtRules) expect(nextBeforeCourt[rule]).toBeDefined();
});
