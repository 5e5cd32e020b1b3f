import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { historyOf, type Told } from '../practice/history.fixture.ts';
import { buildChild } from './cin-census/build/build-child.ts';
import { writeCensus } from './cin-census/build/write-census.ts';
import { foundInReturn } from './found-in-return.ts';
import { notTold, readRows, withWords } from './found-rows.ts';
import { whichCollection } from './rule/period.ts';
import { returnInXml } from './ssda903/build/write-xml.ts';

const year = '2025-26';
const which = whichCollection(year);
const folder = mkdtempSync(join(tmpdir(), 'reference-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bytesOf(pieces: AsyncIterable<string>): Promise<Uint8Array> {
  let xml = '';
  for await (const piece of pieces) xml += piece;
  return Buffer.from(xml);
}

const details: Told = [
  'personDetails',
  '2015-05-14',
  { laChildId: '7', bornOn: '2015-05-14', sex: 'F', ethnicity: 'WBRI', upnUnknown: 'UN2' },
];

describe('what a record explains', () => {
  async function* child() {
    const built = buildChild(
      historyOf(details, ['referral', '2025-06-02', { source: '2A' }], ['childAndFamilyAssessment', '2025-06-03']),
      which,
    );
    if (built !== undefined) yield built;
  }
  const made = async () =>
    ({ of: 'cin', year, authority: 301, bytes: await bytesOf(writeCensus({ ...which, authority: 301 }, child())) }) as const;
  const explaining = (codes: readonly string[], isOfAll = true) =>
    new Map([['7', new Map(codes.map((code) => [code, { entries: ['e1', 'e2'], isOfAll }]))]]);
  test('a query is left to nobody; an error is an error still, and left to be explained; so is a part of what is explained', async () => {
    const leftOf = async (codes: readonly string[], isOfAll = true) => {
      const { found } = await foundInReturn(await made(), explaining(codes, isOfAll), undefined);
      return Object.fromEntries(found.filter(({ code }) => ['8610', '8670Q'].includes(code)).map(({ code, left }) => [code, left]));
    };
    expect(await leftOf([])).toEqual({ 8610: 1, '8670Q': 1 });
    expect(await leftOf(['8610', '8670Q'])).toEqual({ 8610: 1, '8670Q': 0 });
    expect(await leftOf(['8670Q'], false)).toEqual({ 8610: 1, '8670Q': 1 });
  });
  test('is kept row by row with what was found: child, table, field, value, the rule’s words and the entries that explain it; whose words are those that may be told', async () => {
    const { found, rows } = await foundInReturn(await made(), explaining(['8670Q']), undefined);
    const kept = [...readRows(rows)];
    expect(kept.find(({ code }) => code === '8670Q')).toMatchObject({
      level: 'query',
      child: '7',
      table: 'Assessments',
      row: 0,
      fields: ['AssessmentActualStartDate', 'AssessmentAuthorisationDate'],
      values: ['2025-06-03', null],
      words: expect.stringContaining('45 working days'),
      explained: { entries: ['e1', 'e2'], isOfAll: true },
    });
    expect(kept.find(({ code }) => code === '8610')).toMatchObject({ level: 'error', child: '7' });
    expect(kept.find(({ code }) => code === '8610')).not.toHaveProperty('explained');
    const said = (words: ReadonlyMap<string, string>) => kept.map((row) => withWords(row, words).explained?.words).filter(Boolean);
    expect(
      said(
        new Map([
          ['e1', 'She was abroad.'],
          ['e2', 'She was abroad.'],
        ]),
      ),
    ).toEqual(['She was abroad.']);
    expect(said(new Map([['e1', 'She was abroad.']]))).toEqual([`She was abroad.; ${notTold}`]);
    expect(said(new Map())).toEqual([notTold]);
    // As many as are counted, in the same words.
    for (const { code, findings, level, words } of found) {
      const own = kept.filter((row) => row.code === code);
      expect(own.length, code).toBe(level === 'notChecked' ? 1 : findings);
      expect(own[0]?.words, code).toBe(words);
    }
  });
});

describe('rules that ask where a postcode is', () => {
  async function* told() {
    yield {
      history: historyOf(
        details,
        ['periodOfCare', '2024-06-03', { legalStatus: 'V2', categoryOfNeed: 'N1', homePostcode: 'OX1 1ND' }],
        ['placement', '2024-06-03', { type: 'U6', provider: 'PR1', postcode: 'OX4 2AB' }],
      ),
    };
  }
  test('are checked where the reference data knows the authority; where it does not, they are told of as not checked', async () => {
    writeFileSync(join(folder, 'authorities.csv'), 'CODE,NUMBER\nE10000025,931\n');
    writeFileSync(
      join(folder, 'postcodes.csv'),
      'POSTCODE,AUTHORITY,EASTING,NORTHING\nOX1 1ND,E10000025,451000,206000\nOX4 2AB,E10000025,454000,204000\n',
    );
    const bytes = await bytesOf(returnInXml({ ...which, registrations: new Map() }, told()));
    const levels = async (authority: number) => {
      const { found } = await foundInReturn({ of: 'ssda903', year, authority, bytes }, new Map(), folder);
      return {
        notChecked: found.filter(({ level }) => level === 'notChecked').length,
        isDefect: found.some(({ level }) => level === 'defect'),
      };
    };
    const [known, unknown] = [await levels(931), await levels(301)];
    expect(known.notChecked).toBeLessThan(unknown.notChecked);
    expect([known.isDefect, unknown.isDefect]).toEqual([false, false]);
  });
});
