import { expect, test } from 'vitest';
import { changesBetween } from './changes.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
const child = (id: string, referred: string, plans: readonly string[] = []): string =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID></ChildIdentifiers><CINdetails><CINreferralDate>${referred}</CINreferralDate>${plans
    .map(
      (on) => `<ChildProtectionPlans><CPPstartDate>${on}</CPPstartDate><NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans>`,
    )
    .join('')}</CINdetails></Child>`;
const census = (...children: readonly string[]) =>
  bytesOf(`<?xml version="1.0"?><Message><Header><x>1</x></Header><Children>${children.join('')}</Children></Message>`);

test('what differs is told child by child, with what stands only in the one and only in the other', async () => {
  const before = census(child('1', '2026-01-12'), child('2', '2026-01-13', ['2026-02-01']), child('3', '2026-03-01'));
  const after = census(child('4', '2026-03-01'), child('2', '2026-01-13', ['2026-02-01', '2026-03-09']), child('1', '2026-01-12'));
  const { children, totals } = await changesBetween('cin', before, after);
  expect(totals.filter(({ what }) => ['Children', 'ChildProtectionPlans'].includes(what))).toEqual([
    { what: 'Children', was: 3, now: 3 },
    { what: 'ChildProtectionPlans', was: 1, now: 2 },
  ]);
  expect(children).toEqual([
    {
      child: '2',
      was: [],
      now: ['ChildProtectionPlans of 2026-03-09, CPPstartDate: 2026-03-09', 'ChildProtectionPlans of 2026-03-09, NumberOfPreviousCPP: 0'],
    },
    { child: '3', was: ['ChildIdentifiers of 3, LAchildID: 3', 'CINdetails of 2026-03-01, CINreferralDate: 2026-03-01'], now: [] },
    { child: '4', was: [], now: ['ChildIdentifiers of 4, LAchildID: 4', 'CINdetails of 2026-03-01, CINreferralDate: 2026-03-01'] },
  ]);
});

test('a file that is no such return says so, and where', async () => {
  const { problem } = await changesBetween('cin', census(child('1', '2026-01-12')), bytesOf('LAchildID,Sex\n1,M\n'));
  expect(problem).toMatch(/^Line \d: /);
});

test('of the looked-after return too; the same in another order is no change', async () => {
  const episode = (on: string, post: string): string => `<EPISODE><DECOM>${on}</DECOM><PL_POST>${post}</PL_POST></EPISODE>`;
  const set = (...episodes: readonly string[]) =>
    bytesOf(`<EXPSSDA903><CHILD><HEADER><CHILDID>7</CHILDID></HEADER>${episodes.join('')}</CHILD></EXPSSDA903>`);
  const [one, other] = [episode('01/06/2025', 'OX4 2AB'), episode('01/09/2025', 'OX4 3AB')];
  expect((await changesBetween('ssda903', set(one, other), set(other, one))).children).toEqual([]);
  expect((await changesBetween('ssda903', set(one), set(episode('01/06/2025', 'OX4 9AB')))).children).toEqual([
    { child: '7', was: ['EPISODE of 01/06/2025, PL_POST: OX4 2AB'], now: ['EPISODE of 01/06/2025, PL_POST: OX4 9AB'] },
  ]);
});
