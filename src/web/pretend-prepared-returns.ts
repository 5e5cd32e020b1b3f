import { date } from '../kernel/calendar/dates.ts';
import type { PreparedReturn, RuleFound } from '../record/prepared-returns.ts';
import type { ReturnKept } from '../record/returns-kept.ts';
import type { FoundRow } from '../returns/found-rows.ts';
import type { WebParts } from './parts.ts';
import { pretendId } from './pretend-children.ts';

const rule = (code: string, level: RuleFound['level'], left: number): RuleFound => ({
  code,
  level,
  findings: left,
  children: left,
  left,
});
const waiting: PreparedReturn = {
  prepared: pretendId(9, 40),
  return: 'ssda903',
  year: '2025-26',
  on: null,
  knownAt: '2026-05-20T09:00:00.000Z',
  digest: 'a1'.repeat(32),
  found: [rule('1002', 'error', 4), rule('362', 'notChecked', 0)],
  preparedAt: '2026-05-20T09:00:05.000Z',
  preparedBy: pretendId(2, 5),
  notes: [],
  signedBy: null,
  signedAt: null,
  signedMember: null,
};
const signed: PreparedReturn = {
  ...waiting,
  prepared: pretendId(9, 41),
  return: 'cin',
  found: [rule('8670Q', 'query', 2)],
  notes: [{ code: '8670Q', reason: 'The court asked that they wait.', by: pretendId(2, 5), at: '2026-05-21T09:00:00.000Z' }],
  signedBy: 'Avery Example, Director of Children’s Services',
  signedAt: '2026-05-28T15:00:00.000Z',
  signedMember: pretendId(2, 2),
};
/** Everything in it is explained. */
const ready: PreparedReturn = { ...signed, prepared: pretendId(9, 42), signedBy: null, signedAt: null, signedMember: null };

/** Of a day: one column is empty that Ofsted asks for. */
const ofADay: PreparedReturn = {
  ...waiting,
  prepared: pretendId(9, 43),
  return: 'annex-a',
  on: date('2026-05-19'),
  found: [{ ...rule('List 7: Allocated Worker', 'query', 2), words: 'Allocated Worker is empty, and is asked for' }],
};

const keptUntil2032: ReturnKept = {
  prepared: '',
  keptUntil: date('2032-03-31'),
  heldSince: null,
  hold: null,
  destruction: null,
  askedBy: null,
  askedAt: null,
  reason: null,
  destroyedAt: null,
};
/** Held, and asked to be destroyed before that. */
const asked = {
  heldSince: date('2026-02-02'),
  hold: pretendId(9, 50),
  destruction: pretendId(9, 51),
  askedBy: pretendId(2, 5),
  reason: 'Nobody asks about it any more',
};

const done = async () => ({ kind: 'done' }) as const;
const line = {
  entry: pretendId(9, 1),
  step: 'referral',
  happenedOn: date('2026-01-12'),
  position: 1,
  recordedAt: '2026-05-22T10:00:00.000Z',
  tombstone: false,
  recordedBy: pretendId(2, 0),
  answers: {},
};
/** One value was struck out with its entry, another follows from none of its own. */
const changedOf = (person: string) => ({
  child: 'NC000010',
  person,
  values: [
    { part: 'CINdetails', field: 'CINreferralDate', was: '2026-01-12', by: [{ ...line, corrects: 1, tombstone: true }] },
    { part: 'CINdetails', field: 'ReferralNFA', was: '0', now: '1', by: [] },
  ],
  others: [{ ...line, entry: pretendId(9, 3), step: 'closure' }],
});
const foundRows: readonly FoundRow[] = [
  {
    code: '8670Q',
    level: 'query',
    child: 'NC000010',
    table: 'Assessments',
    row: 3,
    fields: ['AssessmentActualStartDate'],
    values: ['=2026-01-12'],
    words: 'Please check: an assessment is open for longer than 45 working days.',
    explained: { words: 'The court asked for more time.', isOfAll: true },
  },
  { code: '362', level: 'notChecked', child: null, table: null, row: null, fields: [], values: [], words: 'It lacks postcodes.' },
];
const cells = [
  {
    field: 'CINreferralDate',
    value: '2026-01-12',
    from: [
      {
        entry: pretendId(9, 1),
        step: 'referral',
        happenedOn: date('2026-01-12'),
        position: 1,
        recordedAt: '',
        tombstone: false,
        corrections: [],
        recordedBy: pretendId(2, 0),
        answers: {},
      },
    ],
  },
  { field: 'ReferralNFA', value: '0', from: [] },
];

/** One return that waits for its signature, and one that was signed; both differ from the record of today by one child. */
export const pretendPrepared = (person: string): WebParts['returns']['prepared'] => ({
  all: async () => [waiting, signed, ready, ofADay],
  file: async () => ({ bytes: Buffer.from('<Message></Message>'), madeWith: { registrations: {} } }),
  findings: async (_session, prepared) => (prepared === ready.prepared ? undefined : foundRows),
  prepare: done,
  note: done,
  sign: async (_session, _prepared, signedBy) =>
    signedBy.startsWith('Nobody')
      ? { kind: 'refused', message: 'Some of what the rules find is neither put right nor explained' }
      : { kind: 'done' },
  compare: async (_session, _one, other) => ({
    isSame: async () => true,
    with: other.kind === 'file' ? other.files.map(({ name }) => name).join(', ') : 'the record as it stands now',
    changes: {
      children: [{ child: 'NC000010', was: ['CINdetails, CINreferralDate: 2026-01-12'], now: [] }],
      totals: [
        { what: 'Children', was: 420, now: 431 },
        { what: 'ChildProtectionPlans', was: 220, now: 220 },
      ],
    },
    ...(other.kind === 'record'
      ? { who: async () => ({ from: waiting.knownAt, to: '2026-06-02T09:00:00.000Z', children: [changedOf(person)] }) }
      : {}),
  }),
  kept: async () => [waiting, signed, ready, ofADay].map(({ prepared }, n) => ({ ...keptUntil2032, prepared, ...(n === 1 ? asked : {}) })),
  keep: done,
  why: async (_session, { number }) =>
    number === 'NC000010'
      ? { person, parts: [{ name: 'CINdetails', cells }] }
      : number === 'SW555'
        ? { parts: [{ name: 'workforce-census-workers', cells: [...cells, carriedCell] }] }
        : undefined,
});

const carriedCell = { field: 'Cases30', value: '17', from: [], because: 'The children who were allocated to them at the end of that day' };

/** Files of a move-in beside the pretended record. */
export const pretendReconciled: WebParts['returns']['reconcile'] = async (_session, files, { year, on }) => ({
  tables: [
    {
      table: 'ssd_person',
      theirs: 1_204,
      ours: 1_203,
      same: 1_202,
      differences: [{ in: 'extract', person: 'NC000010', says: `pers_dob ${on}` }],
    },
    { table: 'ssd_cin_episodes', theirs: 2_310, ours: 2_310, same: 2_310, differences: [] },
  ],
  returns: [
    {
      of: 'cin',
      files: files.map(({ name }) => name),
      changes: {
        children: [{ child: 'NC000010', was: ['CINdetails, CINreferralDate: 2026-01-12'], now: [] }],
        totals: [{ what: 'Children', was: 420, now: 419 }],
      },
    },
  ],
  others: [
    {
      of: 'annex-a',
      on,
      tables: [
        {
          table: 'List 1',
          theirs: 12,
          ours: 11,
          same: 11,
          differences: [{ in: 'extract', person: 'NC000011', says: 'Date of Contact 2026-01-12' }],
        },
      ],
    },
  ],
  unmapped: [`notes-${year}.csv: neither a table of the dataset by its name, nor a census, nor a table of the looked-after return`],
});
