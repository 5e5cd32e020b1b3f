import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check as checkFiles } from './held-whole.fixture.ts';
import { nothingKnown, readReference, type Reference } from './reference.ts';
import type { Told } from './validate-return.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'reference-'))));
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
async function read(): Promise<Reference> {
  const found = await readReference(folder);
  if (found.kind === 'refused') throw new Error(found.message);
  return found.reference;
}

const episodes = `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
7,01/06/2025,S,C2,N1,U1,PR1,,,,AB1 0JD,ab20jd,SC000001
8,01/06/2025,S,C2,N1,U1,PR1,,,,AB1 0JD,ZZ1 1ZZ,SC999999
`;

const check = (reference: Reference, authority?: string): Promise<readonly Told[]> =>
  checkFiles([{ name: 'episodes.csv', file: 'episodes.csv', isLast: false, text: Buffer.from(episodes) }], {
    year: '2025-26',
    authority,
    reference,
  });

const childrenOf = (found: readonly Told[], code: string) =>
  found.flatMap((each) => (each.kind === 'finding' && each.code === code ? [each.child] : []));
const lackingOf = (found: readonly Told[], code: string) =>
  found.flatMap((each) => (each.kind === 'notChecked' && each.code === code ? each.lacking : []));

describe('reference data of a return', () => {
  test('are not asked where they are not there: nothing is passed', async () => {
    const found = await check(await read());
    expect(['169', '454', '1008', '411'].map((code) => lackingOf(found, code))).toEqual([
      ['postcodes'],
      ['postcodes'],
      ['providers'],
      ['localAuthority', 'postcodes'],
    ]);
    expect(await check(nothingKnown)).toEqual(found);
  });

  test('postcodes say in which authority a placement is, and how far from home; one that is not known says nothing', async () => {
    await write('postcodes.csv', 'POSTCODE,AUTHORITY,EASTING,NORTHING\nAB1 0JD,E1,100000,100000\n"AB2 0JD","E2",800000,100000\n');
    const found = await check(await read(), 'E1');
    expect(childrenOf(found, '454')).toEqual(['7']);
    expect(found.find((each) => each.kind === 'finding' && each.code === '454')).toMatchObject({ values: ['435'] });
    expect(childrenOf(found, '169')).toEqual(['8']);
    expect(childrenOf(found, '1015')).toEqual([]);
  });

  test('of the statistical office are taken under its own names, in any order; without an authority they are not used', async () => {
    await write(
      'postcodes.csv',
      '\uFEFFpcds,oseast1m,osnrth1m,ctry,oslaua\r\nAB1 0JD,100000,100000,E,E1\r\nAB2 0JD,101609.344,100000,E,E1',
    );
    expect(childrenOf(await check(await read(), 'E1'), '169')).toEqual(['8']);
    expect(lackingOf(await check(await read()), '169')).toEqual(['postcodes']);
  });

  test('providers say which number is one', async () => {
    await write('providers.csv', 'URN,PLACE_CODES\nSC000001,U1\n');
    expect(childrenOf(await check(await read()), '1008')).toEqual(['8']);
  });

  test('authorities say whose a number is, and whether there is such a one', async () => {
    await write('authorities.csv', 'CODE,NUMBER\nE1,201\n');
    expect(lackingOf(await check(await read(), '201'), '229')).not.toContain('localAuthority');
    expect(await check(await read(), '999')).toMatchObject([
      { message: 'There is no authority "999" in authorities.csv of the reference data.' },
    ]);
  });

  test.each([
    ['postcodes.csv', 'POSTCODE,LA\n', 'POSTCODE, AUTHORITY, EASTING and NORTHING'],
    ['providers.csv', 'NAME\nA home\n', 'its first line has URN'],
    ['authorities.csv', 'NAME\nA borough\n', 'its first line has CODE'],
  ])('%s without its columns is refused in words', async (name, text, words) => {
    await write(name, text);
    const found = await readReference(folder);
    expect(found).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(found)).toContain(words);
    expect(await readReference(join(folder, 'nowhere'))).toMatchObject({ kind: 'refused' });
  });
});
