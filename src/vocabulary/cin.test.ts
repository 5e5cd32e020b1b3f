import { describe, expect, it, test } from 'vitest';
import type { AnyField } from '../kernel/field/field.ts';
import { steps } from '../practice/pathway.ts';
import {
  assessmentFactors,
  categoriesOfAbuse,
  disabilities,
  ethnicities,
  primaryNeeds,
  reasonsForClosure,
  referralSources,
  sexes,
  unknownUpn,
} from './cin.ts';

/** The columns of the schemas of 2022 to 2026, group by group; GenderCurrent until 2024 is Sex from 2025. What only holds others is left out. */
const columns = {
  ChildIdentifiers: ['LAchildID', 'UPN', 'FormerUPN', 'UPNunknown', 'PersonBirthDate', 'ExpectedPersonBirthDate', 'Sex', 'PersonDeathDate'],
  ChildCharacteristics: ['Ethnicity', 'Disability'],
  CINdetails: [
    'CINreferralDate',
    'ReferralSource',
    'PrimaryNeedCode',
    'CINclosureDate',
    'ReasonForClosure',
    'DateOfInitialCPC',
    'ReferralNFA',
  ],
  Assessments: ['AssessmentActualStartDate', 'AssessmentInternalReviewDate', 'AssessmentAuthorisationDate', 'AssessmentFactors'],
  CINPlanDates: ['CINPlanStartDate', 'CINPlanEndDate'],
  Section47: ['S47ActualStartDate', 'InitialCPCtarget', 'DateOfInitialCPC', 'ICPCnotRequired'],
  ChildProtectionPlans: [
    'CPPstartDate',
    'CPPendDate',
    'InitialCategoryOfAbuse',
    'LatestCategoryOfAbuse',
    'NumberOfPreviousCPP',
    'CPPreviewDate',
  ],
} as const;

/** Where a step stands whose columns are of another group: the whole child is one row. */
const sameRow: Readonly<Record<string, string>> = { ChildCharacteristics: 'ChildIdentifiers' };

const asked = steps.flatMap((step) => {
  const fields: readonly AnyField[] = [...Object.values(step.fields), ...Object.values(step.each)];
  return fields.flatMap((field) => (field.returns?.cin === undefined ? [] : [{ step, field, column: field.returns.cin }]));
});

describe('the children in need census', () => {
  it.each(Object.entries(columns))('is asked for in full: every column of %s is a field of a step that it carries', (group, names) => {
    // A conference after a section 47 enquiry stands in the enquiry, and one that followed none in the episode of need: one field.
    const carried = asked.filter(({ column, step }) => column === 'DateOfInitialCPC' || step.carriedBy?.cin === (sameRow[group] ?? group));
    const known = new Set<string>(carried.map(({ column }) => column));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });
  it('has no field for a column that it does not have, and none twice', () => {
    const all = new Set<string>(Object.values(columns).flat());
    const names = asked.map(({ column }) => column);
    expect(names.filter((name) => !all.has(name))).toEqual([]);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });
});

/** The codes of the schemas: those of 2022, and what came since (5D and RC9 in 2023; Sex for GenderCurrent in 2025). */
const published = {
  unknownUpn: 'UN1 UN2 UN3 UN4 UN5 UN6 UN7',
  sexes: 'M F U',
  ethnicities: 'WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
  disabilities: 'NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA',
  referralSources: '1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10',
  categoriesOfAbuse: 'NEG PHY SAB EMO MUL',
  primaryNeeds: 'N1 N2 N3 N4 N5 N6 N7 N8 N9 N0',
  reasonsForClosure: 'RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9',
  assessmentFactors:
    '1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A',
} as const;

describe('its code sets', () => {
  test.each([
    ['UPNunknown', unknownUpn, published.unknownUpn],
    ['Sex', sexes, published.sexes],
    ['Ethnicity', ethnicities, published.ethnicities],
    ['Disability', disabilities, published.disabilities],
    ['ReferralSource', referralSources, published.referralSources],
    ['InitialCategoryOfAbuse', categoriesOfAbuse, published.categoriesOfAbuse],
    ['LatestCategoryOfAbuse', categoriesOfAbuse, published.categoriesOfAbuse],
    ['PrimaryNeedCode', primaryNeeds, published.primaryNeeds],
    ['ReasonForClosure', reasonsForClosure, published.reasonsForClosure],
    ['AssessmentFactors', assessmentFactors, published.assessmentFactors],
  ] as const)('of %s is whole, and is what its field is answered with', (column, codes, list) => {
    expect(Object.keys(codes).toSorted()).toEqual(list.split(' ').toSorted());
    const control = asked.find((one) => one.column === column)?.field.control;
    const offered = control?.kind === 'choice' ? control.options.map(({ value }) => value) : [];
    expect(offered.toSorted()).toEqual(list.split(' ').toSorted());
  });
});
