import { expect, test } from 'vitest';
import { addDays, date } from '../src/kernel/calendar/dates.ts';
import { whatStands, type Line } from '../src/kernel/step/history.ts';
import { checkChild, checking } from '../src/returns/cin-census/build/check-child.ts';
import { whichCollection } from '../src/returns/rule/period.ts';
import { checkingLookedAfter, checkLookedAfter } from '../src/returns/ssda903/build/check-looked-after.ts';
import { tellAdopted } from './adopted.ts';
import { demonstrationCounties } from './authority.ts';
import { supervisionIn } from './supervision-days.ts';

const [staff] = demonstrationCounties(1);

test.each([0, 40, 120])(
  'the child who was adopted is told of without an error in either return, whenever the demonstration begins (%i days on)',
  (days) => {
    const today = addDays(date('2026-11-24'), days);
    const { entries } = tellAdopted({ staff, today, supervision: supervisionIn(staff, today) });
    const lines = entries.map(({ entry, step, happenedOn, shared, about, recordedBy }, n): Line => {
      const answers = { ...shared, ...about[0]?.answers };
      return { entry, step, happenedOn, answers, recordedBy, recordedAt: '', position: n + 1, tombstone: false };
    });
    const history = whatStands(lines);
    const found = (['2024-25', '2025-26', '2026-27'] as const).flatMap((year) => [
      ...checkChild(history, checking(whichCollection(year), today)),
      ...checkLookedAfter(history, checkingLookedAfter(whichCollection(year), today)),
    ]);
    expect(found.filter(({ level }) => level === 'error').map(({ code, fields }) => [code, ...fields])).toEqual([]);
  },
);
