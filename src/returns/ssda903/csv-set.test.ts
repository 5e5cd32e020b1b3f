import { expect, test } from 'vitest';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { changesBetween } from '../changes.ts';
import { whichCollection } from '../rule/period.ts';
import { returnSetOf } from './build/return-set.ts';
import { returnInXml } from './build/write-xml.ts';
import { csvSetInXml } from './csv-set.ts';

const child = (id: string, ...more: readonly Told[]) =>
  historyOf(
    ['personDetails', '2012-05-14', { laChildId: id, bornOn: '2012-05-14', sex: 'F', ethnicity: 'WBRI', upn: 'A123456789123' }],
    ['periodOfCare', '2025-06-03', { legalStatus: 'V2', categoryOfNeed: 'N1', homePostcode: 'OX1 1ND' }],
    ['placement', '2025-06-03', { type: 'U6', provider: 'PR1', postcode: 'OX4 2AB' }],
    ['lookedAfterReview', '2025-06-30', { heldOn: '2025-06-30', held: true }],
    ['unaccompaniedChild', '2025-06-03', { establishedOn: '2025-06-03', ceasedOn: '2030-05-14' }],
    ['missingEpisode', '2025-10-02', { kind: 'M' }],
    ['returnFromMissing', '2025-10-04', {}],
    ...more,
  );
const which = { period: whichCollection('2025-26').period, registrations: new Map<string, string>() };
async function* told(...children: ReturnType<typeof child>[]) {
  for (const history of children) yield { history };
}
const csvOf = async (...children: ReturnType<typeof child>[]) =>
  (await returnSetOf(which, told(...children))).map(({ name, lines }) => ({
    name: `${name}.csv`,
    bytes: Buffer.from(`${lines.join('\n')}\n`),
  }));
async function* whole(text: string) {
  yield Buffer.from(text);
}
const changes = async (files: Awaited<ReturnType<typeof csvOf>>, ...children: ReturnType<typeof child>[]) => {
  let xml = '';
  for await (const piece of returnInXml(which, told(...children))) xml += piece;
  const set = csvSetInXml(files);
  if (!('xml' in set)) throw new Error(set.problem);
  return changesBetween('ssda903', whole(set.xml), whole(xml));
};

test('the CSV files of a return say the same as its XML, table by table and value by value, in any order of the files', async () => {
  const [one, other] = [child('7'), child('8', ['periodOfCareEnd', '2026-02-02', { reason: 'E4A' }])];
  const files = await csvOf(one, other);
  expect(files.length).toBeGreaterThan(9);
  const { children, totals } = await changes(files.toReversed(), one, other);
  expect(children).toEqual([]);
  expect(totals.find(({ what }) => what === 'EPISODE')).toEqual({ what: 'EPISODE', was: 2, now: 2 });
});

test('what differs is told child by child; one of whom the file has no header among them', async () => {
  const [files, ended] = [await csvOf(child('7')), child('7', ['periodOfCareEnd', '2026-02-02', { reason: 'E4A' }])];
  const { children } = await changes(files, ended);
  expect(children).toEqual([
    {
      child: '7',
      was: [],
      now: expect.arrayContaining(['EPISODE of 03/06/2025, DEC: 02/02/2026', 'EPISODE of 03/06/2025, REC: E4A']),
    },
  ]);
  const stray = [
    { name: 'missing.csv', bytes: Buffer.from('CHILD,DOB,MISSING,MIS_START,MIS_END\n9,14/05/2012,M,02/10/2025,04/10/2025\n') },
  ];
  expect((await changes(stray, child('7'))).children.map((one) => one.child)).toEqual(['7', '9']);
});

test('a file that is none, a row of nobody and a table twice are told by file and line', () => {
  const bytes = (text: string) => Buffer.from(text);
  const problem = (...texts: readonly string[]) => csvSetInXml(texts.map((text, n) => ({ name: `file-${n + 1}.csv`, bytes: bytes(text) })));
  const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,F,14/05/2012,WBRI,UN1,,\n';
  expect(problem('a,b\n1,2\n')).toEqual({ problem: expect.stringMatching(/^file-1\.csv, line 1: This is no table/) });
  expect(problem(header, header)).toEqual({ problem: 'file-2.csv and file-1.csv are the same table: send the files of one year.' });
  expect(problem(header.replace('\n7,', '\n,'))).toEqual({ problem: expect.stringMatching(/^file-1\.csv, line 2: there is no CHILD/) });
});
