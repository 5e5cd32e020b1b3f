import type { Page } from 'playwright-core';
import { dayInEngland } from '../../src/kernel/calendar/dates.ts';
import { mergesIn } from '../../src/practice/people/record-merge.ts';
import { pretendDay, pretendId } from '../../src/web/pretend-parts.ts';
import type { State } from './page-states.ts';
import { giveReason, press } from './pages.ts';
import { child, type Parts } from './pretend-worlds.ts';

const [kept, merged] = [6, 18];

/** One child who has been referred under two names: the later record is merged into the earlier, until the two are separated. */
export function pretendMerge({ record, written }: Parts): Pick<Parts, 'record'> {
  const on = dayInEngland(pretendDay);
  written.push({
    entry: pretendId(7, 60),
    step: 'recordMerge',
    wording: '',
    happenedOn: on,
    shared: { decidedOn: on, reason: 'The same mother and day of birth' },
    about: [
      { person: pretendId(1, kept), answers: { other: pretendId(1, merged), side: 'kept' } },
      { person: pretendId(1, merged), answers: { other: pretendId(1, kept), side: 'merged' } },
    ],
  });
  const read: typeof record.read = async (opened) => {
    const one = await record.read(opened);
    const others = mergesIn(one.history).keeps.map((person) => record.read({ ...opened, person }));
    return { ...one, merged: await Promise.all(others) };
  };
  return { record: { ...record, read } };
}

const separate = (reason: string) => async (page: Page) => {
  await giveReason(page);
  await page.getByLabel('Why they are two people').fill(reason);
  await press(page, 'Separate the two records');
};

const at = `${child(kept)}/same-person`;

/** Two records that are, or may be, of one person. */
export const samePersonStates: readonly State[] = [
  { what: 'people like one, and a record merged into theirs', as: 'teamManager', at, next: giveReason },
  { what: 'two records side by side', as: 'headOfService', at: `${child(0)}/same-person/${pretendId(1, 12)}`, next: giveReason },
  { what: 'two records not separated without a reason', as: 'teamManager', at, next: separate('') },
  { what: 'two records are separated', as: 'teamManager', at, next: separate('Their mothers are two women') },
  { what: 'nobody is like one', as: 'teamManager', at, next: giveReason },
];
