import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { whatStands, type Line } from '../../kernel/step/history.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { inSafeguardingDataset, steps } from '../../practice/pathway.ts';
import { datasetRows } from '../../returns/safeguarding-dataset/dataset.ts';
import { reconcile } from '../../returns/safeguarding-dataset/reconcile.ts';
import { datasetTables } from '../../vocabulary/safeguarding-dataset.ts';
import type { DayTable } from '../../returns/of-a-day.ts';
import type { ReturnRow } from '../ssda903/return-row.ts';
import { tableNamedIn } from './dataset-csv.ts';
import { datasetSource } from './dataset-source.ts';
import { datasetCarries, statementsOf } from './drafts.ts';

const named = new Map(steps.map((step) => [step.name, step]));
const day = date('2026-11-01');

test('what an extract can state is what practice says that it can', () => {
  expect([...datasetCarries].toSorted()).toEqual(inSafeguardingDataset.toSorted());
});

const rowsOf = (history: ReturnType<typeof historyOf>): readonly ReturnRow[] =>
  datasetRows({ history, isRestricted: false }, day).map(({ table, cells }, n) => ({
    table,
    file: `${table}.csv`,
    line: n + 2,
    values: Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, String(value)])),
  }));

const tablesOf = (history: ReturnType<typeof historyOf>): readonly DayTable[] => {
  const rows = Map.groupBy(datasetRows({ history, isRestricted: false }, day), ({ table }) => table);
  return [...datasetTables].map(([name, columns]) => ({
    name,
    heads: columns.map((column) => column.name),
    rows: [...rows].flatMap(([table, own]) => (table === name ? own.map(({ cells }) => columns.map((column) => cells[column.name])) : [])),
  }));
};

/** Taken in by nobody else: the statements as a record of their own. */
const takenIn = (rows: readonly ReturnRow[]) => {
  const read = statementsOf('7', rows, { steps: named });
  const lines = read.statements.map(({ step, key, happenedOn, answers, links }, n): Line => ({
    entry: `${step.name} ${key}`,
    step: step.name,
    position: n + 1,
    happenedOn,
    recordedAt: '',
    recordedBy: '',
    tombstone: false,
    source: 'ssd:run:place:2026-11-01',
    answers: { ...answers, ...Object.fromEntries(links.map((link) => [link.name, `${link.step} ${link.key}`])) },
  }));
  return { ...read, history: whatStands(lines) };
};

const told: readonly Told[] = [
  [
    'personDetails',
    '2012-05-14',
    {
      laChildId: '7',
      firstName: 'Amira',
      lastName: 'Example',
      bornOn: '2012-05-14',
      sex: 'F',
      ethnicity: 'APKN',
      disabilities: ['LD', 'HEAR'],
      upn: 'A123456789123',
      nhsNumber: '9434765919',
      family: 'F100',
      mother: false,
    },
  ],
  ['household', '2025-01-06', { from: '2025-01-06', address: '14 Example Street\nOxford', postcode: 'OX11ND' }],
  ['referral', '2025-10-06', { referredOn: '2025-10-06', source: '1A', primaryNeed: 'N1', noFurtherAction: false }],
  ['childAndFamilyAssessment', '2025-10-07', { startedOn: '2025-10-07' }],
  ['visit', '2025-10-20', { visitedOn: '2025-10-20', seen: true, seenAlone: 'yes', sleepingPlaceSeen: true }],
  ['assessmentAuthorisation', '2025-11-12', { authorisedOn: '2025-11-12', factors: ['1A', '3B'] }],
  ['childInNeedPlan', '2025-11-14', { startedOn: '2025-11-14' }],
  ['section47Enquiry', '2026-01-06', { startedOn: '2026-01-06' }],
  ['section47Outcome', '2026-01-15', { concludedOn: '2026-01-15', outcome: 'conference' }],
  ['initialConference', '2026-01-20', { heldOn: '2026-01-20', outcome: 'planMade' }],
  ['childProtectionPlan', '2026-01-20', { startedOn: '2026-01-20', category: 'NEG' }],
  ['visit', '2026-02-02', { visitedOn: '2026-02-02', seen: false }],
  ['periodOfCare', '2026-02-16', { startedOn: '2026-02-16', legalStatus: 'V2', categoryOfNeed: 'N1' }],
  [
    'placement',
    '2026-02-16',
    { startedOn: '2026-02-16', type: 'U6', postcode: 'OX22BB', urn: 'SC123456', provider: 'PR4', distanceMiles: 21.4 },
  ],
  ['visit', '2026-02-20', { visitedOn: '2026-02-20', seen: true }],
  ['lookedAfterReview', '2026-03-09', { heldOn: '2026-03-09', participation: 'PN1' }],
  ['legalStatus', '2026-04-06', { changedOn: '2026-04-06', legalStatus: 'C2' }],
  ['reviewConference', '2026-04-07', { heldOn: '2026-04-07', continues: false }],
  ['childProtectionPlanEnd', '2026-04-07', { endedOn: '2026-04-07' }],
  ['placement', '2026-05-04', { startedOn: '2026-05-04', type: 'K2', reasonForMove: 'CARPL' }],
  ['healthAssessment', '2026-05-11', { assessedOn: '2026-05-11', done: true }],
  ['dentalCheck', '2026-05-12', { checkedOn: '2026-05-12', attended: false }],
  ['immunisations', '2026-05-13', { checkedOn: '2026-05-13', upToDate: true }],
  ['strengthsAndDifficulties', '2026-05-14', { completedOn: '2026-05-14', score: 14 }],
  ['missingEpisode', '2026-06-01', { startedOn: '2026-06-01', kind: 'A' }],
  ['returnFromMissing', '2026-06-03', { returnedOn: '2026-06-03' }],
  ['previousPermanence', '2026-02-16', { option: 'P2', authority: 'E10000025' }],
];

describe('an extract of our own, taken in again', () => {
  const first = historyOf(...told);
  const { history, problems } = takenIn(rowsOf(first));
  it('says what the record said, table by table', () => {
    const found = reconcile(tablesOf(first), tablesOf(history));
    expect(found.flatMap(({ table, differences }) => differences.map((one) => ({ table, ...one })))).toEqual([]);
    expect(found.filter(({ same }) => same > 0).length).toBeGreaterThan(18);
    expect(problems.filter(({ kind }) => kind === 'refused')).toEqual([]);
  });
  it('tells a table apart that says something else, and what is in one of the two alone', () => {
    const without = historyOf(...told.filter(([step]) => step !== 'dentalCheck'));
    const health = reconcile(tablesOf(first), tablesOf(without)).find(({ table }) => table === 'ssd_cla_health');
    expect(health).toMatchObject({
      theirs: 2,
      ours: 1,
      same: 1,
      differences: [{ in: 'extract', person: '7', says: expect.stringContaining('Dental Check') }],
    });
  });
  it('tells what no step holds: a contact, whose words are not in the dataset', () => {
    const { problems: more } = takenIn(rowsOf(historyOf(...told, ['contact', '2025-10-06', { source: '6', worry: 'x' }])));
    expect(more).toContainEqual(expect.objectContaining({ kind: 'kept', field: 'ssd_contacts', child: '' }));
  });
});

describe('an extract of another system', () => {
  const row = (table: string, values: Readonly<Record<string, string>>): ReturnRow => ({ table, file: `${table}.csv`, line: 2, values });
  const person = row('ssd_person', { pers_person_id: '7', pers_dob: '2012-05-14 00:00:00', pers_sex: 'F' });
  it('may write a day with a time; what cannot be understood is refused by column, and the rest is taken', () => {
    const { statements, problems } = statementsOf(
      '7',
      [
        person,
        row('ssd_cin_episodes', {
          cine_referral_id: 'R1',
          cine_referral_date: '2025-10-06T00:00:00',
          cine_referral_source_code: '99',
          cine_referral_nfa: 'N',
        }),
        row('ssd_cp_plans', { cppl_cp_plan_id: 'P1', cppl_cp_plan_start_date: 'soon', cppl_cp_plan_initial_category: 'Multiple: Neglect' }),
      ],
      { steps: named },
    );
    expect(statements.map(({ step, happenedOn }) => [step.name, happenedOn])).toEqual([
      ['personDetails', '2012-05-14'],
      ['referral', '2025-10-06'],
    ]);
    expect(problems.filter(({ kind }) => kind === 'refused').map(({ field, reason }) => [field, reason])).toEqual([
      ['cine_referral_source_code', expect.stringContaining('Who made the referral')],
      ['cppl_cp_plan_start_date', expect.stringContaining('without it "Child protection plan started" cannot be taken')],
    ]);
  });
  it('says nothing anew that a census has said of the same day', () => {
    const { statements } = statementsOf(
      '7',
      [person, row('ssd_cin_episodes', { cine_referral_id: 'R1', cine_referral_date: '2025-10-06' })],
      { steps: named },
    );
    const known = historyOf(['referral', '2025-10-06', {}, { source: 'cin:run:1:2026-03-31' }]);
    expect(statements.map(({ unless }) => unless?.(known) ?? false)).toEqual([false, true]);
    expect(statements[1]?.unless?.(historyOf(['referral', '2025-10-07']))).toBe(false);
  });
  it('does not begin a record of somebody whom the table of people does not hold', () => {
    const { cannotBegin } = statementsOf('8', [row('ssd_cin_plans', { cinp_cin_plan_id: 'C', cinp_person_id: '8' })], { steps: named });
    expect(cannotBegin).toContain('ssd_person');
  });
});

describe('the files', () => {
  const file = (table: string, text: string) => ({
    name: `${table}.csv`,
    table,
    bytes: text.length,
    open: async function* () {
      yield Buffer.from(text);
    },
  });
  const read = async (...files: readonly ReturnType<typeof file>[]) => {
    const events = [];
    for await (const event of datasetSource({ files, steps, today: day }).events) events.push(event);
    return events;
  };
  it('are told by their names', () => {
    expect(['ssd_person.csv', '2026_SSD_CP_PLANS_20260331.csv', 'header.csv', 'ssd_nothing.csv'].map(tableNamedIn)).toEqual([
      'ssd_person',
      'ssd_cp_plans',
      undefined,
      undefined,
    ]);
  });
  it('are put together by child: a review is that of the child whose care it names, in whichever order the files come', async () => {
    const events = await read(
      file('ssd_cla_reviews', 'clar_cla_review_id,clar_cla_id,clar_cla_review_date\nV1,L1,2026-03-09\nV2,none,2026-03-09\n'),
      file(
        'ssd_cla_episodes',
        '\uFEFFclae_cla_episode_id,clae_person_id,clae_cla_id,clae_cla_episode_start_date,clae_cla_episode_start_reason\nE1,7,L1,2026-02-16,S\n',
      ),
      file('ssd_person', "pers_person_id,pers_surname,pers_dob,shoe_size\n7,'=Example,2012-05-14,NULL\n"),
    );
    const child = events.find((event) => event.kind === 'child');
    expect(
      child?.kind === 'child' && child.read.statements.map(({ step, answers }) => [step.name, answers['lastName'] ?? answers['heldOn']]),
    ).toEqual([
      ['personDetails', '=Example'],
      ['periodOfCare', undefined],
      ['lookedAfterReview', '2026-03-09'],
    ]);
    expect(events.flatMap((event) => (event.kind === 'problem' ? [[event.problem.kind, event.problem.field]] : []))).toEqual([
      ['refused', 'ssd_cla_reviews'],
      ['kept', 'shoe_size'],
    ]);
  });
  it('each table names its person, or something whose person another table knows', async () => {
    for (const [table, columns] of datasetTables) {
      const person = columns.find(({ name }) => /^[a-z0-9]{4}_person_id$/.test(name))?.name;
      if (person === undefined) continue;
      const events = await read(file(table, `${person},${columns[0]?.name === person ? 'x' : (columns[0]?.name ?? '')}\n7,1\n`));
      expect(events.filter(({ kind }) => kind === 'child').length, table).toBe(1);
    }
  });
  it.each([
    ['a table without one of its columns', 'shoe_size\n9\n', 'none of its columns'],
    ['a file that is no text', '\uFFFD\u0000', 'none of its columns'],
    ['nothing at all', '', 'empty'],
  ])('%s is told, and stops nothing else', async (_what, text, why) => {
    const events = await read(file('ssd_person', text), file('ssd_cin_plans', 'cinp_cin_plan_id\nC1\n'));
    expect(events).toContainEqual(expect.objectContaining({ kind: 'stopped', message: expect.stringContaining(why) }));
  });
});
