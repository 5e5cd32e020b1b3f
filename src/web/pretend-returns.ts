import { addDays, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Session } from '../record/contract.ts';
import type { FeedRun } from '../record/daily-feed.ts';
import type { KeptFinding } from '../record/returns.ts';
import type { AnnexList } from '../returns/annex-a/annex.ts';
import { pretendId } from './pretend-children.ts';
import type { WebParts } from './parts.ts';
import { pretendPrepared, pretendReconciled } from './pretend-prepared-returns.ts';

/** What the rules of returns find, pretended: of one child an error, of another what must be explained, of a restricted one something. */
export function pretendReturns(today: LocalDate, personOf: (n: number) => string): WebParts['returns'] {
  const finding = (code: string, fields: readonly string[], days: number): KeptFinding => ({
    return: fields.includes('TEETH_CHECK') ? 'ssda903' : 'cin',
    code,
    fields,
    entries: [pretendId(9, 1)],
    since: addDays(today, -days),
  });
  const [missing, old] = [finding('8610', ['ReferralNFA', 'PrimaryNeedCode'], 2), finding('8945Q', ['AssessmentFactors'], 40)];
  const unsaid = finding('191', ['TEETH_CHECK'], 12);
  const prepared = pretendPrepared(personOf(0));
  return {
    prepared,
    own: async ({ roles }: Session) =>
      roles.includes('socialWorker') ? [{ person: personOf(0), findings: [missing, old, unsaid], place: 'worker' }] : [],
    open: async () => [
      {
        person: personOf(0),
        state: { name: 'Amira Example' },
        team: pretendId(3, 0),
        waitsFor: 'worker',
        findings: [missing, { ...old, explainedBy: pretendId(9, 2), year: '2025-26' }, unsaid],
        explanations: { [pretendId(9, 2)]: 'The report of the paediatrician came in April.' },
      },
      { person: null, state: null, team: null, waitsFor: 'duty', findings: [old] },
    ],
    lookedAfter: async () => [{ name: 'header.csv', lines: ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'] }],
    reconcile: pretendReconciled,
    feed: async () => pretendRuns(today),
    ofADay: async (_session, of, { on, since }) => [
      {
        name: of,
        heads: ['pers_person_id', 'day', 'since'],
        rows: [['=NC000010', on, since]],
        ...(of === 'workforce-census' ? { message: '<Message></Message>' } : {}),
      },
    ],
    annexA: async (_session, on, _names, knownAt) => pretendLists(on, knownAt, [personOf(0), personOf(1)]),
    leftOutOfAnnex: async () => 'few' as const,
    async *lookedAfterXml() {
      yield '<EXPSSDA903></EXPSSDA903>';
    },
    async *census(_session, year, knownAt) {
      yield `<Message><!-- ${year} ${knownAt ?? 'now'} --></Message>`;
    },
  };
}

/** One run of the daily feed that stopped on its way, and one before it that came to its end. */
const pretendRuns = (today: LocalDate): readonly FeedRun[] => [
  {
    run: pretendId(9, 60),
    kind: 'changes',
    begunAt: `${today} 02:00:00+00`,
    endedAt: null,
    children: 12,
    calls: 2,
    accepted: 1,
    refused: 1,
    leftOut: 0,
    lastStatus: 429,
  },
  {
    run: pretendId(9, 61),
    kind: 'full',
    begunAt: `${addDays(today, -1)} 02:00:00+00`,
    endedAt: `${addDays(today, -1)} 02:04:00+00`,
    children: 640,
    calls: 7,
    accepted: 7,
    refused: 0,
    leftOut: 3,
    lastStatus: 200,
  },
];

/** Two lists of Annex A: nobody is in the second. */
const pretendLists = (on: LocalDate, knownAt: string | undefined, people: readonly string[]): readonly AnnexList[] => [
  {
    name: 'List 1',
    of: 'Contacts',
    heads: ['Child Unique ID', 'Date of Contact', 'Contact Source'],
    rows: [
      ['=NC000010', on],
      [
        undefined,
        on,
        knownAt === undefined ? '1A - Individual: family member, relative or carer, who asked not to be named' : `As known ${knownAt}`,
      ],
    ].map((cells) => [...cells]),
    people: people,
  },
  { name: 'List 2', of: 'Assessments', heads: ['Child Unique ID'], rows: [], people: [] },
];
