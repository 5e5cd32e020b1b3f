import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ChildStatements } from '../import/intake/statement.ts';
import { returnSource } from '../import/ssda903/return-source.ts';
import { date } from '../kernel/calendar/dates.ts';
import { steps } from '../practice/pathway.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import { whichCollection } from '../returns/rule/period.ts';
import { elementOf, schemaOf } from '../returns/cin-census/build/schema.fixture.ts';
import { returnSetOf } from '../returns/ssda903/build/return-set.ts';
import { returnInXml } from '../returns/ssda903/build/write-xml.ts';
import { takenIn } from './taken-in.fixture.ts';

type Texts = Readonly<Record<string, string>>;

async function childrenIn(texts: Texts, isXml: boolean): Promise<Iterable<ChildStatements>> {
  const files = Object.entries(texts).map(([name, content]) => {
    const bytes = Buffer.from(content);
    return { name, bytes: bytes.length, async *open(): AsyncGenerator<Uint8Array> {
      yield bytes;
    } }; // prettier-ignore
  });
  const read: ChildStatements[] = [];
  for await (const event of returnSource({ files, isXml, steps, year: 2026, today: date('2026-11-25') }).events)
    if (event.kind === 'child') read.push(event.read);
  return read;
}

const which = { period: whichCollection('2025-26').period, registrations: new Map<string, string>() };

async function exported(texts: Texts, isXml: boolean): Promise<Texts> {
  const files = await returnSetOf(which, takenIn(await childrenIn(texts, isXml), 'ssda903:run'));
  return Object.fromEntries(files.map(({ name, lines }) => [name, `${lines.join('\n')}\n`]));
}

async function exportedInXml(texts: Texts, isXml: boolean): Promise<string> {
  let xml = '';
  for await (const piece of returnInXml(which, takenIn(await childrenIn(texts, isXml), 'ssda903:run'))) xml += piece;
  return xml;
}

it('a looked-after return that is exported and taken in again gives the same files, byte for byte', async () => {
  const first = await exported({ 'a.xml': readFileSync('test/samples/ssda903/two-years/ssda903_2026.xml', 'utf8') }, true);
  expect(first['episodes.csv']?.split('\n').length).toBeGreaterThan(1_300);
  expect(await exported(first, false)).toEqual(first);
});

it('as XML it gives the same XML again, and the same files as the files give', async () => {
  const sample = { 'a.xml': readFileSync('test/samples/ssda903/two-years/ssda903_2026.xml', 'utf8') };
  const first = await exportedInXml(sample, true);
  expect(first.match(/<EPISODE>/g)?.length).toBeGreaterThan(1_300);
  expect(await exportedInXml({ 'b.xml': first }, true)).toBe(first);
  expect(await exported({ 'b.xml': first }, true)).toEqual(await exported(sample, true));
});

const ofAllTables = {
  'header.csv': 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,F,14/05/2009,APKN,A123456789123,1,02/03/2025\n',
  'episodes.csv':
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n7,02/06/2024,S,C2,N1,U6,PR1,01/03/2026,E12,,OX1 1ND,OX4 2AB,SC123456\n',
  'sw.csv': 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n7,14/05/2009,SW123,02/06/2024,01/10/2025,LEFTRL\n',
  'uasc.csv': 'CHILD,SEX,DOB,DUC\n7,F,14/05/2009,14/05/2027\n',
  'missing.csv': 'CHILD,DOB,MISSING,MIS_START,MIS_END\n7,14/05/2009,M,01/11/2025,02/11/2025\n',
  'prev.csv': 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n7,14/05/2009,P1,352,ZZ/05/2019\n',
  'ad1.csv': 'CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR\n7,14/05/2009,01/11/2024,15/01/2025,0,2,MF,L11\n',
  'placed.csv': 'CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n7,14/05/2009,01/11/2024,20/05/2025,RD3\n',
};

it('orders that deprive of liberty are in the return from 2026-27 on, and not before', async () => {
  const texts = {
    'header.csv': ofAllTables['header.csv'],
    'episodes.csv':
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n7,02/06/2024,S,C2,N1,U6,PR1,,,,OX1 1ND,OX4 2AB,SC123456\n',
    'dolo.csv': 'CHILD,DOB,DOLO_START,DOLO_END\n7,14/05/2009,11/05/2026,10/08/2026\n',
  };
  const of = async (year: CollectionYear): Promise<Texts> => {
    const written = await returnSetOf(
      { ...which, period: whichCollection(year).period },
      takenIn(await childrenIn(texts, false), 'ssda903:run'),
    );
    return Object.fromEntries(written.map(({ name, lines }) => [name, lines.join('\n')]));
  };
  expect((await of('2026-27'))['deprivation_of_liberty_order.csv']).toBe(
    'CHILD,DOB,DOLO_START,DOLO_END\n7,14/05/2009,11/05/2026,10/08/2026',
  );
  expect(Object.keys(await of('2025-26'))).not.toContain('deprivation_of_liberty_order.csv');
});

it('what stands in every table is the same as XML and as files, and valid by the schema but for social workers, who came after it', async () => {
  const xml = await exportedInXml(ofAllTables, false);
  expect(await exported({ 'b.xml': xml }, true)).toEqual(await exported(ofAllTables, false));
  expect(xml).toContain('<DATE_PERM>ZZ/05/2019</DATE_PERM>');
  const [head = '', foot = ''] = xml.split(/<SOCIAL_WORKER>.*<\/SOCIAL_WORKER>/);
  const wrongIn = schemaOf(readFileSync('test/samples/ssda903/CLA_2021.xsd', 'utf8'), 'EXPSSDA903');
  expect(wrongIn(await elementOf(head + foot, 'EXPSSDA903'))).toEqual([]);
});
