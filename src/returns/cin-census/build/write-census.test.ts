import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { historyOf } from '../../../practice/history.fixture.ts';
import { buildChild } from './build-child.ts';
import { whichCollection } from '../../rule/period.ts';
import type { CollectionYear } from '../../rule/years.ts';
import { elementOf, schemaOf } from './schema.fixture.ts';
import { writeCensus } from './write-census.ts';

const schemaOfYear = (ends: string) => schemaOf(readFileSync(`test/samples/cin/CIN_schema_${ends}.xsd`, 'utf8'));
const wrongIn = schemaOfYear('2026');
const which = whichCollection('2025-26');

async function written(laChildId: string, ethnicity: string): Promise<string> {
  const details = { laChildId, bornOn: '2017-05-14', sex: 'F', ethnicity, disabilities: ['MOB', 'LD'] };
  const built = buildChild(
    historyOf(
      ['personDetails', '2017-05-14', details],
      ['referral', '2025-06-02', { source: '2A', primaryNeed: 'N1' }],
      ['childAndFamilyAssessment', '2025-06-03', { internalReviewOn: '2025-06-24' }],
      ['strategyDiscussion', '2025-06-03', { enquiriesInitiated: true }],
      ['section47Enquiry', '2025-06-04'],
      ['initialConference', '2025-06-23', { outcome: 'planMade' }],
      ['childProtectionPlan', '2025-06-23', { category: 'NEG', previousPlans: 0 }],
      ['assessmentAuthorisation', '2025-07-10', { factors: ['3B', '4B'] }],
      ['reviewConference', '2025-09-15'],
      ['childProtectionPlanEnd', '2026-02-02'],
      ['childInNeedPlan', '2026-02-02'],
      ['closure', '2026-03-09', { reason: 'RC7' }],
    ),
    which,
  );
  async function* children() {
    if (built !== undefined) yield built;
  }
  let xml = '';
  for await (const piece of writeCensus({ ...which, authority: 31 }, children())) xml += piece;
  return xml;
}

test('a census of every module is valid by the DfE’s schema', async () => {
  expect(wrongIn(await elementOf(await written('100234', 'APKN')))).toEqual([]);
});

/** A girl, a boy and an unborn child who were in need in the year, with nothing that only a later schema has. */
async function writtenOf(year: CollectionYear): Promise<string> {
  const which = whichCollection(year);
  const begun = which.period.from;
  const of = (laChildId: string, more: object) =>
    buildChild(
      historyOf(
        ['personDetails', begun, { laChildId, ethnicity: 'WBRI', ...more }],
        ['referral', begun, { source: '2A', primaryNeed: 'N1' }],
      ),
      which,
    );
  const all = [
    of('1', { bornOn: '2017-05-14', sex: 'F' }),
    of('2', { bornOn: '2017-05-14', sex: 'M' }),
    of('3', { expectedOn: `${which.period.to.slice(0, 4)}-05-02` }),
  ];
  async function* children() {
    for (const one of all) if (one !== undefined) yield one;
  }
  let xml = '';
  for await (const piece of writeCensus({ ...which, authority: 31 }, children())) xml += piece;
  return xml;
}

test.each([
  ['2022-23', 'GenderCurrent', ['2', '1', '0']],
  ['2023-24', 'GenderCurrent', ['2', '1', '0']],
  ['2024-25', 'Sex', ['F', 'M', 'U']],
  ['2025-26', 'Sex', ['F', 'M', 'U']],
] as const)('the census of %s is valid by the schema of its own year, which calls the sex %s', async (year, name, codes) => {
  const xml = await writtenOf(year);
  expect(schemaOfYear(`20${year.slice(5)}`)(await elementOf(xml))).toEqual([]);
  expect([...xml.matchAll(/<(GenderCurrent|Sex)>(.)</g)].map(([, called, code]) => [called, code])).toEqual(
    codes.map((code) => [name, code]),
  );
});

test('what the schema does not allow, the check of it finds', async () => {
  const xml = await written('100234', 'XXXX');
  expect(wrongIn(await elementOf(xml.replace(/ *<ReferralNFA>.*\n/, '')))).toEqual([
    'Message/Children/Child/ChildCharacteristics/Ethnicity: "XXXX"',
    'Message/Children/Child/CINdetails: no ReferralNFA',
  ]);
});

test('no sign of an answer can end an element', async () => {
  const element = await elementOf(await written('1</LAchildID>&<x>\u0001', 'APKN'));
  expect(wrongIn(element)).toEqual([]);
  expect(JSON.stringify(element)).toContain('1</LAchildID>&<x>');
});
