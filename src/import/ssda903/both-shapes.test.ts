import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { steps } from '../../practice/pathway.ts';
import { returnSource } from './return-source.ts';

type Texts = Readonly<Record<string, string>>;

const samples = new URL('../../../test/samples/ssda903/two-years/', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, samples), 'utf8');

/** What is stated of each child, by identifier; where in the file it stood is left out. */
async function statedIn(texts: Texts, year: number, isXml = false): Promise<ReadonlyMap<string, readonly object[]>> {
  const files = Object.entries(texts).map(([name, content]) => {
    const bytes = new TextEncoder().encode(content);
    return { name, bytes: bytes.length, async *open(): AsyncGenerator<Uint8Array> {
      yield bytes;
    } }; // prettier-ignore
  });
  const stated = new Map<string, readonly object[]>();
  for await (const event of returnSource({ files, isXml, steps, year, today: date('2026-11-25') }).events)
    if (event.kind === 'child')
      stated.set(
        event.read.child,
        event.read.statements
          .map(({ step, key, happenedOn, answers }) => ({ step: step.name, key, happenedOn, answers }))
          .toSorted((a, b) => (`${a.step} ${a.key}` < `${b.step} ${b.key}` ? -1 : 1)),
      );
  return stated;
}

/** The files of a year, with what a person puts right in them: days with two digits for the year, and a 1 that a spreadsheet wrote as 1.0. */
const csvOf = (year: number): Texts =>
  Object.fromEntries(
    readdirSync(new URL(`${year}/`, samples)).map((name) => [
      name,
      text(`${year}/${name}`)
        .replaceAll(/(?<=,)(\d\d\/\d\d\/)(\d\d)(?=,|$)/gm, '$120$2')
        .replaceAll(',1.0,', ',1,'),
    ]),
  );

describe.each([2025, 2026])('the return of %i', (year) => {
  it('says the same as XML and as CSV files, of every child', async () => {
    const [asXml, asCsv] = [await statedIn({ 'a.xml': text(`ssda903_${year}.xml`) }, year, true), await statedIn(csvOf(year), year)];
    expect(asXml.size).toBeGreaterThan(800);
    expect([...asXml.keys()].toSorted()).toEqual([...asCsv.keys()].toSorted());
    for (const [child, stated] of asXml) expect(stated, child).toEqual(asCsv.get(child));
  });
});

it('a social worker, a decision for adoption with its end, and a match are each a step of their own', async () => {
  const stated = await statedIn(
    {
      'header.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,F,14/05/2019,APKN,A123456789123,,\n',
      'sw.csv': 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n7,14/05/2019,SW123,02/06/2024,01/10/2024,LEFTRL\n',
      'ad1.csv':
        'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n7,14/05/2019,01/11/2024,15/01/2025,0,2,MF,L11\n',
      'placed.csv': 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n7,14/05/2019,01/11/2024,20/03/2025,RD3\n',
    },
    2025,
  );
  const own = (stated.get('7') ?? []).filter((one) => !('step' in one && one.step === 'personDetails'));
  expect(own).toMatchObject([
    { step: 'adoptionDecision', happenedOn: '2024-11-01' },
    { step: 'adoptionDecisionEnd', happenedOn: '2025-03-20', answers: { reason: 'RD3' } },
    {
      step: 'adoptionMatch',
      happenedOn: '2025-01-15',
      answers: { formerFosterCarers: false, numberOfAdopters: 2, sexOfAdopters: 'MF', legalStatusOfAdopters: 'L11' },
    },
    { step: 'socialWorkerEpisode', happenedOn: '2024-06-02', answers: { endedOn: '2024-10-01', reason: 'LEFTRL' } },
  ]);
});
