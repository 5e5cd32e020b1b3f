import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Found } from './found.ts';
import { check } from './held-whole.fixture.ts';
import { nothingKnown } from './reference.ts';
import { validateCensus } from './validate-census.ts';

async function* bytesOf(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part;
}

async function inThreads(threads: number, ...parts: readonly (string | Uint8Array)[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const each of validateCensus(bytesOf(...parts), { file: 'census.xml', year: undefined, threads })) found.push(each);
  return found;
}
const census = (...parts: readonly (string | Uint8Array)[]): Promise<readonly Found[]> => inThreads(0, ...parts);

const checkFile = (name: string, text: string) =>
  check([{ name, file: name, isLast: false, text: Buffer.from(text) }], { year: '2025-26', authority: undefined, reference: nothingKnown });
const codes = (found: readonly Found[]): readonly string[] => found.flatMap((each) => (each.kind === 'finding' ? [each.code] : []));

const header =
  '<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails></Header><Children>';
const child = (id: string, upn: string): string =>
  `\n<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><UPN>${upn}</UPN><PersonBirthDate>2015-13-01</PersonBirthDate></ChildIdentifiers></Child>`;

describe('a census that is validated', () => {
  test('names child, row, line, field and value', async () => {
    const found = await census(header, child('A1', 'X1'), child('A2', 'X2'), '</Children></Message>');
    const line = found.find((each) => each.kind === 'finding' && each.child === 'A2' && each.fields.includes('UPN'));
    expect(line).toMatchObject({ table: 'ChildIdentifiers', row: 1, line: 3, year: '2025-26', values: ['X2'] });
  });

  test('shows what only the whole of it shows: an identifier given twice', async () => {
    expect(
      codes(await census(header, child('A1', 'X1'), child('A2', 'X1'), '</Children></Message>')).filter((code) => code === '1520'),
    ).toHaveLength(2);
  });

  test.each([0, 2])('says which dates and numbers cannot be read, although no rule asks for them (%i threads)', async (threads) => {
    const plan = (ended: string, before: string) =>
      `<ChildProtectionPlans><CPPendDate>${ended}</CPPendDate><NumberOfPreviousCPP>${before}</NumberOfPreviousCPP></ChildProtectionPlans>`;
    const of = (id: string, ended: string, before: string) =>
      `\n<Child><ChildIdentifiers><LAchildID>${id}</LAchildID></ChildIdentifiers>\n<CINdetails>${plan(ended, before)}</CINdetails></Child>`;
    const many = Array.from({ length: 300 }, (_, n) => of(`B${n}`, '2025-05-26', '0')).join('');
    const found = await inThreads(
      threads,
      header,
      of('A1', '2025-05-26', '1'),
      many,
      of('A2', '2026-02-30', 'none'),
      '</Children></Message>',
    );
    const said = { kind: 'unreadable', file: 'census.xml', line: 605 };
    expect(found.filter(({ kind }) => kind === 'unreadable')).toEqual([
      { ...said, message: 'ChildProtectionPlans: CPPendDate “2026-02-30” is no date.' },
      { ...said, message: 'ChildProtectionPlans: NumberOfPreviousCPP “none” is no number.' },
    ]);
    expect(codes(found)).not.toContain('unreadable');
  });

  test('of a real sample breaks no rule of ours', async () => {
    const found = await census(await readFile('test/samples/cin/generated_500_children.xml'));
    expect(found.filter(({ kind }) => kind !== 'finding')).toEqual([]);
    expect(found.length).toBeGreaterThan(5_000);
  });

  test('gives the same findings in the same order in any number of threads, and where it is read in one go', async () => {
    const whole = await readFile('test/samples/cin/generated_500_children.xml', 'utf8');
    const [before = '', after = ''] = whole.split('</Children>');
    const children = before.slice(before.indexOf('<Child>'));
    const file = `${before}${children}${after === '' ? '' : '</Children>'}${after}`;
    const here = await inThreads(0, file);
    expect(here.filter((each) => each.kind === 'finding' && each.code === '8510').length).toBeGreaterThan(900);
    expect(await inThreads(2, file)).toEqual(here);
    const inOneGo = await census(file.replace('<Children>', '<Children><!-- -->'));
    const plain = (found: readonly Found[]) => found.map((each) => JSON.stringify({ ...each, group: 0 })).toSorted();
    expect(plain(inOneGo)).toEqual(plain(here));
  });

  test.each([
    ['is broken in its middle', (text: string) => text.replace('</ChildIdentifiers>', '</Other>')],
    ['ends twice', (text: string) => text.replace('</Child>', '</Child></Children><Children>')],
    ['has a child within a child', (text: string) => text.replace('<ChildIdentifiers>', '<Child></Child><ChildIdentifiers>')],
    ['has a child that is too large', (text: string) => text.replace('</Child>', `${'<A>1</A>'.repeat(21_000)}</Child>`)],
    ['is not UTF-8', (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xff])])],
  ])('that %s is read as in one go', async (_, spoil) => {
    const children = (from: number) => Array.from({ length: 900 }, (__, n) => child(`A${from + n}`, `X${n}`)).join('');
    const file = (beginning: string) => [
      header,
      beginning,
      children(0),
      '\n\n',
      spoil(children(2000)),
      children(5000),
      '</Children></Message>',
    ];
    const plain = (found: readonly Found[]) => found.map((each) => JSON.stringify({ ...each, group: 0 })).toSorted();
    expect(plain(await census(...file('')))).toEqual(plain(await census(...file('<!-- -->'))));
  });

  test('that is cut at any place, or is none, is said to be unreadable, without a throw', async () => {
    const whole = await readFile('test/samples/cin/CIN_Census_2026.xml');
    for (let at = 0; at < whole.length; at += 97)
      expect((await census(whole.subarray(0, at))).some(({ kind }) => kind === 'unreadable')).toBe(true);
    const bomb = '<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY a "b">]><Message>&a;</Message>';
    for (const broken of [bomb, new Uint8Array([0xff, 0xfe, 60, 0]), '<Other/>', new Uint8Array([60, 0xe9, 62])])
      expect(await census(broken)).toMatchObject([{ kind: 'unreadable' }]);
  });
});

describe('a looked-after return that is validated', () => {
  test('is checked by what was supplied; the other rules are not checked', async () => {
    const found = await checkFile('header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,9,27/04/25,WBRI,A,0,\n');
    expect(found).toContainEqual(expect.objectContaining({ code: '101', child: '7', line: 2, values: ['9'] }));
    expect(found.some((each) => each.kind === 'notChecked' && each.lacking.includes('providers'))).toBe(true);
  });

  test('in XML: what is filled in without what must stand beside it is found', async () => {
    const child = (id: string, more: string): string => `<CHILD><HEADER><CHILDID>${id}</CHILDID>${more}</HEADER></CHILD>`;
    const episode = '<EPISODE><DECOM>01/06/2020</DECOM><RNE>S</RNE><DEC>01/06/2021</DEC></EPISODE>';
    const written = [
      child('7', '<UASC>1</UASC><DUC>27/04/2026</DUC>'),
      child('8', '<UASC></UASC>'),
      child('9', '<UASC>0</UASC><ACTIV>F1</ACTIV>'),
      child('10', '<UASC>0</UASC><NB_ADOPTR>1</NB_ADOPTR>'),
      `<CHILD><HEADER><CHILDID>11</CHILDID><UASC>1</UASC><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>U1</ACCOM></HEADER>${episode}</CHILD>`,
    ];
    const found = await checkFile('return.xml', `<EXPSSDA903>${written.join('')}</EXPSSDA903>`);
    const childrenOf = (code: string) => [
      ...new Set(found.flatMap((each) => (each.kind === 'finding' && each.code === code ? [each.child] : []))),
    ];
    expect(['105', '153', '151', '1014'].map(childrenOf)).toEqual([['8'], ['9'], ['10'], ['11']]);
    // XML has the whole return: what no child has is not lacking.
    const lacking = new Set(found.flatMap((each) => (each.kind === 'notChecked' ? each.lacking : [])));
    expect([...lacking].filter((need) => !need.endsWith('_last')).toSorted()).toEqual(['localAuthority', 'postcodes', 'providers']);
  });

  test('says of a file that is no table what it is not', async () =>
    expect((await checkFile('x.csv', 'A;B\n'))[0]).toMatchObject({ kind: 'unreadable', file: 'x.csv' }));
});
