import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { date, isDate } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { stepNamed } from '../../practice/pathway.ts';
import { annexOf, annexRows } from './annex.ts';
import { categoryOf } from './categories.ts';
import { annexLists } from './lists.ts';

const names = { authority: 'Norchester', members: new Map([['w', 'Priya Shah']]), teams: new Map([['t', 'North Court']]) };
const details: Told = [
  'personDetails',
  '2012-05-14',
  { laChildId: '7', bornOn: '2012-05-14', sex: 'F', ethnicity: 'WBRI', disabilities: ['NONE'] },
];
const allocated: Told = ['allocation', '2025-10-06', { worker: 'w', team: 't', role: 'lead' }];
const referral: Told = ['referral', '2025-10-06', { source: '1A', primaryNeed: 'N1' }];
const rowsOf = (list: string, on: string, ...told: readonly Told[]) =>
  annexRows(historyOf(details, ...told), date(on), names)
    .filter((row) => row.list === list)
    .map(({ cells }) => cells);

test('a referral of six months, with who has the case; a child in need until the case is closed, and six months after it', () => {
  expect(rowsOf('List 3', '2026-03-02', referral, allocated)).toMatchObject([
    {
      'Child Unique ID': '7',
      Gender: 'b) Female',
      'Age of Child (Years)': 13,
      'Date of referral': '2025-10-06',
      'Referral NFA?': 'b) No',
      'Allocated Team': 'North Court',
      'Allocated Worker': 'Priya Shah',
    },
  ]);
  expect(rowsOf('List 3', '2026-04-07', referral)).toEqual([]);
  const closure: Told = ['closure', '2026-01-12', { reason: 'RC7' }];
  expect(rowsOf('List 6', '2026-01-11', referral, closure)).toMatchObject([{ 'Case Status': 'd) Open assessment' }]);
  expect(rowsOf('List 6', '2026-07-12', referral, closure)).toMatchObject([
    { 'Case Status': 'e) Closed episode', 'CIN Closure Date': '2026-01-12' },
  ]);
  expect(rowsOf('List 6', '2026-07-13', referral, closure)).toEqual([]);
});

test('a plan that was made anew and then ended runs no longer, nor does one whose place a protection plan took', () => {
  const planned: readonly Told[] = [referral, ['childInNeedPlan', '2025-11-03', {}], ['childInNeedPlan', '2026-01-12', {}]];
  expect(rowsOf('List 6', '2026-02-02', ...planned)).toMatchObject([{ 'Case Status': 'c) Child in need plan' }]);
  expect(rowsOf('List 6', '2026-02-10', ...planned, ['childInNeedPlanEnd', '2026-02-09', {}])).toMatchObject([
    { 'Case Status': 'd) Open assessment' },
  ]);
  const protectedSince: readonly Told[] = [
    ['childProtectionPlan', '2026-02-02', { category: 'NEG' }],
    ['childProtectionPlanEnd', '2026-05-04', {}],
  ];
  expect(rowsOf('List 6', '2026-05-05', ...planned, ...protectedSince)).toMatchObject([{ 'Case Status': 'd) Open assessment' }]);
});

test('an enquiry with the conference that it led to, and the plan, with the last visit at which the child was seen', () => {
  const told: readonly Told[] = [
    referral,
    ['section47Enquiry', '2026-01-05', { startedOn: '2026-01-05' }],
    ['initialConference', '2026-01-20', { heldOn: '2026-01-20', outcome: 'planMade' }],
    ['childProtectionPlan', '2026-01-20', { startedOn: '2026-01-20', category: 'NEG' }],
    ['visit', '2026-02-02', { seen: true, seenAlone: 'yes' }],
    ['visit', '2026-02-12', { seen: false }],
  ];
  expect(rowsOf('List 5', '2026-03-02', ...told)).toMatchObject([
    {
      'Date of Initial Child Protection Conference': '2026-01-20',
      'Did the Initial Child Protection Conference Result in a Child Protection Plan': 'a) Yes',
      'Number of ICPCs in the last 12 months': 1,
    },
  ]);
  expect(rowsOf('List 7', '2026-03-02', ...told)).toMatchObject([
    {
      'Initial Category of Abuse': 'a) Neglect',
      'Date of the Last Statutory Visit': '2026-02-02',
      'Was the Child Seen Alone?': 'a) Yes',
      'Number of Previous Child Protection Plans': 0,
    },
  ]);
  expect(rowsOf('List 7', '2026-01-19', ...told)).toEqual([]);
  expect(rowsOf('List 6', '2026-03-02', ...told)).toMatchObject([{ 'Case Status': 'b) Child Protection plan' }]);
});

test('a child looked after: placements and times missing of a year; six months after care, no longer', () => {
  const told: readonly Told[] = [
    ['periodOfCare', '2025-02-03', { legalStatus: 'V2', categoryOfNeed: 'N1' }],
    ['placement', '2025-02-03', { type: 'U6', provider: 'PR1', postcode: 'OX4 2AB', area: 'here' }],
    ['placement', '2025-09-01', { type: 'K2', provider: 'PR4', postcode: 'OX9 2AB', area: 'atDistance', urn: 'SC1' }],
    ['missingEpisode', '2026-01-10', { kind: 'M' }],
    ['returnFromMissing', '2026-01-11', {}],
    ['returnHomeInterview', '2026-01-12', { outcome: 'declined' }],
    ['periodOfCareEnd', '2026-02-02', { reason: 'E4A' }],
  ];
  expect(rowsOf('List 8', '2026-01-31', ...told)).toMatchObject([
    {
      'Number of Placements in the Last 12 months': 2,
      'Start Date of Most Recent Placement': '2025-09-01',
      'Placement Location': 'b) Out',
      "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": 1,
      'Was the child offered a Return Interview after their last missing episode (Y/N)?': 'a) Yes',
      'Did the child accept a Return Interview after their last missing episode (Y/N)?': 'b) No',
      'Date Ceased to be Looked After': undefined,
    },
  ]);
  expect(rowsOf('List 8', '2026-08-02', ...told)).toMatchObject([{ 'Date Ceased to be Looked After': '2026-02-02' }]);
  expect(rowsOf('List 8', '2026-08-03', ...told)).toEqual([]);
});

test('a move in the year is two placements, however long ago the first began; being away afterwards says nothing of the interview', () => {
  const told: readonly Told[] = [
    ['periodOfCare', '2023-02-06', { legalStatus: 'V2', categoryOfNeed: 'N1' }],
    ['placement', '2023-02-06', { type: 'U6', provider: 'PR1', area: 'here' }],
    ['placement', '2025-09-01', { type: 'K2', provider: 'PR4', area: 'here' }],
    ['missingEpisode', '2025-11-10', { kind: 'M' }],
    ['returnFromMissing', '2025-11-11', {}],
    ['returnHomeInterview', '2025-11-12', { outcome: 'held' }],
    ['missingEpisode', '2026-01-10', { kind: 'A' }],
    ['returnFromMissing', '2026-01-11', {}],
  ];
  expect(rowsOf('List 8', '2026-01-31', ...told)).toMatchObject([
    {
      'Number of Placements in the Last 12 months': 2,
      'Was the child offered a Return Interview after their last missing episode (Y/N)?': 'a) Yes',
      'Did the child accept a Return Interview after their last missing episode (Y/N)?': 'a) Yes',
    },
  ]);
  expect(rowsOf('List 8', '2026-09-02', ...told)).toMatchObject([{ 'Number of Placements in the Last 12 months': 1 }]);
});

test('every list is there, with its columns, also where it is empty', async () => {
  const told = async function* () {
    yield { person: 'amira', history: historyOf(details, referral) };
  };
  const lists = await annexOf(date('2026-03-02'), names, told());
  expect(lists.map(({ name, rows }) => [name, rows.length])).toEqual([
    ...[1, 2].map((n) => [`List ${n}`, 0]),
    ['List 3', 1],
    ...[4, 5].map((n) => [`List ${n}`, 0]),
    ['List 6', 1],
    ...[7, 8, 9, 10, 11].map((n) => [`List ${n}`, 0]),
  ]);
  expect(lists[2]?.rows[0]?.[lists[2].heads.indexOf('Date of referral')]).toBe('2025-10-06');
  expect(lists[2]?.people).toEqual(['amira']);
});

type Column = { readonly name: string; readonly kind: string; readonly canBeBlank: boolean; readonly taken?: readonly string[] };
const spelled = JSON.parse(readFileSync('test/samples/annex-a/annex-a-columns.json', 'utf8')) as unknown as {
  readonly lists: Readonly<Record<string, readonly Column[]>>;
};

test('the columns of each list are those that Ofsted asks for, in its order', () => {
  for (const { name, heads } of annexLists) expect(heads, name).toEqual(spelled.lists[name]?.map((column) => column.name));
});

const takenIn = (list: string, column: string): readonly string[] =>
  spelled.lists[list]?.find(({ name }) => name === column)?.taken ?? expect.fail(`${list}: ${column}`);

test.each([
  ['List 1', 'Ethnicity', 'ethnicity', 'personDetails', 'ethnicity'],
  ['List 1', 'Contact Source', 'source', 'contact', 'source'],
  ['List 3', 'Referral Source', 'source', 'referral', 'source'],
  ['List 6', 'Primary Need Code', 'primaryNeed', 'referral', 'primaryNeed'],
  ['List 6', 'Reason for Closure', 'closure', 'closure', 'reason'],
  ['List 7', 'Latest Category of Abuse', 'abuse', 'childProtectionPlan', 'category'],
  ['List 8', "Child's Category of Need", 'categoryOfNeed', 'periodOfCare', 'categoryOfNeed'],
  ['List 8', "Child's Legal Status", 'legalStatus', 'periodOfCare', 'legalStatus'],
  ['List 8', 'Reason Ceased to be Looked After', 'endOfCare', 'periodOfCareEnd', 'reason'],
  ['List 8', 'What is the permanence plan for this child?', 'permanence', 'carePlan', 'permanence'],
  ['List 8', 'Placement Type', 'placement', 'placement', 'type'],
  ['List 8', 'Placement Provider', 'provider', 'placement', 'provider'],
  ['List 9', 'Type of Accommodation', 'accommodation', 'careLeaverContact', 'accommodation'],
  ['List 10', 'Reason Why Child No Longer Placed for Adoption', 'adoptionReversed', 'adoptionDecisionEnd', 'reason'],
] as const)('%s, %s: every answer is one of Ofsted’s categories', (list, column, category, step, field) => {
  const found = stepNamed(step);
  const control = (found?.fields[field] ?? found?.each[field])?.control;
  if (control?.kind !== 'choice') throw new Error(`${step}.${field} has no choice`);
  expect(control.options.length).toBeGreaterThan(0);
  for (const { value } of control.options) expect(takenIn(list, column), value).toContain(categoryOf(category, value));
});

test('what is not known is told as not known where a cell may not be empty; a later code falls where its kind does', () => {
  expect(categoryOf('ethnicity', undefined, true)).toBe('f) Not stated');
  expect(categoryOf('source', '10')).toBe('k) Unknown');
  expect([categoryOf('source', '1D'), categoryOf('endOfCare', 'E15'), categoryOf('endOfCare', 'E8')]).toEqual([
    'a) Individual',
    'l) Age assessment determined child was 18 or over',
    'n) Care ceased for any other reason',
  ]);
  expect(categoryOf('closure', undefined)).toBeUndefined();
  expect(categoryOf('activity', '0')).toBeUndefined();
});

/** A child of whom something stands in each list. */
const everything: readonly Told[] = [
  ['contact', '2025-12-05', { source: '6' }],
  ['familyHelp', '2025-12-06', { level: 'familyHelp' }],
  ['familyHelpPlan', '2025-12-20', {}],
  ['referral', '2026-01-05', { source: '1A', primaryNeed: 'N1' }],
  allocated,
  ['childAndFamilyAssessment', '2026-01-05', { startedOn: '2026-01-05' }],
  ['strategyDiscussion', '2026-01-06', { heldOn: '2026-01-06' }],
  ['section47Enquiry', '2026-01-06', { startedOn: '2026-01-06' }],
  ['childProtectionPlan', '2026-01-20', { startedOn: '2026-01-20', category: 'MUL' }],
  ['visit', '2026-01-22', { seen: true, seenAlone: 'yes' }],
  ['childProtectionPlanEnd', '2026-02-02', {}],
  ['periodOfCare', '2026-02-02', { legalStatus: 'C1', categoryOfNeed: 'N1' }],
  ['placement', '2026-02-02', { type: 'U6', provider: 'PR1', postcode: 'OX4 2AB', area: 'here' }],
  ['carePlan', '2026-02-09', { permanence: 'adoption' }],
  ['adoptionDecision', '2026-02-20', {}],
];

test('each cell is of the kind that Ofsted asks for, and none is empty that may not be', () => {
  const rows = [...annexRows(historyOf(details, ...everything), date('2026-03-02'), names)];
  expect([...new Set(rows.map(({ list }) => list))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10].map((n) => `List ${n}`));
  const leaver: readonly Told[] = [
    ['personDetails', '2007-05-14', { laChildId: '8', bornOn: '2007-05-14', sex: 'M' }],
    allocated,
    ['periodOfCare', '2021-02-02', { legalStatus: 'C2', categoryOfNeed: 'N2' }],
    ['placement', '2021-02-02', { type: 'K2', provider: 'PR4', postcode: 'OX4 2AB', area: 'here' }],
    ['periodOfCareEnd', '2025-05-14', { reason: 'E5' }],
    ['personalAdviserNamed', '2025-05-14', { adviser: 'w' }],
    ['careLeaverContact', '2026-01-14', { inTouch: 'YES', accommodation: 'U1', activity: 'F2' }],
  ];
  rows.push(...annexRows(historyOf(...leaver), date('2026-03-02'), names).filter(({ list }) => list === 'List 9'));
  expect(rows.at(-1)?.list).toBe('List 9');
  for (const { list, cells } of rows)
    for (const { name, kind, canBeBlank, taken } of spelled.lists[list] ?? []) {
      const cell = cells[name];
      if (cell === undefined) expect(canBeBlank, `${list}: ${name} is empty`).toBe(true);
      else if (kind === 'numeric') expect(cell, `${list}: ${name}`).toBeTypeOf('number');
      else if (kind === 'date') expect(isDate(String(cell)), `${list}: ${name} is ${cell}`).toBe(true);
      else if (taken !== undefined) expect(taken, `${list}: ${name}`).toContain(cell);
    }
});

const adopters = (on: string, ...told: readonly Told[]) =>
  annexRows(historyOf(...told), date(on), names)
    .filter(({ list }) => list === 'List 11')
    .map(({ cells }) => cells);
const couple: Told = [
  'adopterEnquiry',
  '2025-09-01',
  { kind: 'earlyPermanence', firstSex: 'F', firstEthnicity: 'WBRI', firstDisabled: false, secondSex: 'M', secondDisabled: true },
];
const stage = (on: string, moment: string): Told => ['adopterStage', on, { moment }];

test('adopters stand in list 11, a row each, from the enquiry to the order, by what their file says', () => {
  const told: readonly Told[] = [
    couple,
    stage('2025-09-15', 'registered'),
    stage('2025-09-22', 'accepted'),
    stage('2025-11-17', 'stageOnePassed'),
    stage('2025-12-01', 'stageTwoBegun'),
    ['adopterApproval', '2026-03-16', { decision: 'approved' }],
    ['adopterPlacement', '2026-06-01', { moment: 'matched' }],
    ['adopterPlacement', '2026-09-14', { moment: 'placed' }],
    ['adopterPlacement', '2027-03-01', { moment: 'adopted' }],
  ];
  const [one, other, ...more] = adopters('2027-03-02', ...told);
  expect(more).toEqual([]);
  expect(one).toMatchObject({
    'Individual adopter identifier': 'e1-1',
    'Family identifier': 'e1',
    Gender: 'b) Female',
    Ethnicity: 'a) White',
    Disability: 'b) No',
    'Is the (prospective) adopter fostering for adoption?': 'Yes',
    'Date enquiry received': '2025-09-01',
    'Date Stage 1 started': '2025-09-22',
    'Date Stage 1 ended': '2025-11-17',
    'Date Stage 2 started': '2025-12-01',
    'Date Stage 2 ended': '2026-03-16',
    'Date application submitted': '2025-09-15',
    'Date application approved': '2026-03-16',
    'Date adopter matched with child(ren)': '2026-06-01',
    'Date child/children placed with adopter(s)': '2026-09-14',
    'No. of children placed': 1,
    'Date of Adoption Order': '2027-03-01',
    'Date of leaving adoption process': '2027-03-01',
    'Reason for leaving adoption process': undefined,
  });
  expect(adopters('2028-03-02', ...told)).toEqual([]);
  expect(other).toMatchObject({
    'Individual adopter identifier': 'e1-2',
    Gender: 'a) Male',
    Ethnicity: 'f) Not stated',
    Disability: 'a) Yes',
  });
  for (const { name, kind, canBeBlank, taken } of spelled.lists['List 11'] ?? []) {
    const cell = one?.[name];
    if (cell === undefined) expect(canBeBlank, name).toBe(true);
    else if (kind === 'date') expect(isDate(String(cell)), name).toBe(true);
    else if (taken !== undefined) expect(taken, name).toContain(cell);
  }
});

test.each([
  ['who withdrew', [stage('2025-10-06', 'withdrew')], 'a) Withdrew'],
  ['who was not taken on', [stage('2025-10-06', 'notAccepted')], 'c) Application refused'],
  ['who was refused', [['adopterApproval', '2025-10-06', { decision: 'refused' }]], 'c) Application refused'],
  ['whose approval ended', [['adopterApprovalEnd', '2025-10-06', { reason: 'moved' }]], 'a) Withdrew'],
  ['whose approval the agency ended', [['adopterApprovalEnd', '2025-10-06', { reason: 'ended' }]], 'c) Application refused'],
  ['who died', [['adopterApprovalEnd', '2025-10-06', { reason: 'died' }]], undefined],
] as const)('%s stands in it for a year, with why', (_, more, why) => {
  const rows = (on: string) => adopters(on, ['adopterEnquiry', '2025-09-01', { kind: 'adoption' }], ...more);
  expect(rows('2026-10-05')).toMatchObject([
    {
      Gender: 'c) Not stated/recorded',
      Disability: 'c) Unknown',
      'Date of leaving adoption process': '2025-10-06',
      'Reason for leaving adoption process': why,
    },
  ]);
  expect(rows('2026-10-07')).toEqual([]);
});

test('an order ends the wait of those whose last child it is; who was approved for more waits on, and who asks again has not left', () => {
  const approved: Told = ['adopterApproval', '2026-03-16', { decision: 'approved', children: 2 }];
  const adopted = (on: string): Told => ['adopterPlacement', on, { moment: 'adopted' }];
  const leftOn = (...told: readonly Told[]) => adopters('2028-01-10', couple, ...told)[0]?.['Date of leaving adoption process'];
  expect(leftOn(approved, adopted('2027-03-01'))).toBeUndefined();
  expect(leftOn(approved, adopted('2027-03-01'), adopted('2027-06-01'))).toBe('2027-06-01');
  expect(leftOn(adopted('2027-03-01'), stage('2027-09-01', 'accepted'))).toBeUndefined();
});

test('who withdrew and came back has not left', () => {
  const back = [couple, stage('2025-10-06', 'withdrew'), stage('2025-11-03', 'accepted')];
  expect(adopters('2025-12-01', ...back)[0]).toMatchObject({ 'Date of leaving adoption process': undefined });
});
