import { addDays, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Session } from '../record/contract.ts';
import type { KeptFinding } from '../record/returns.ts';
import { pretendId } from './pretend-children.ts';
import type { WebParts } from './parts.ts';
import { pretendPrepared } from './pretend-prepared-returns.ts';

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
    own: async ({ roles }: Session) => (roles.includes('socialWorker') ? [{ person: personOf(0), findings: [missing, old, unsaid] }] : []),
    open: async () => [
      { person: personOf(0), state: { name: 'Amira Example' }, team: pretendId(3, 0), findings: [missing, old, unsaid] },
      { person: null, state: null, team: null, findings: [old] },
    ],
    lookedAfter: async () => [{ name: 'header.csv', lines: ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'] }],
    ofADay: async (_session, of, on) => [{ name: of, heads: ['pers_person_id', 'day'], rows: [['=NC000010', on]] }],
    annexA: async (_session, on) => [
      {
        name: 'List 1',
        of: 'Contacts',
        heads: ['Child Unique ID', 'Date of Contact', 'Contact Source'],
        rows: [
          ['=NC000010', on],
          [undefined, on, '1A - Individual: family member, relative or carer, who asked not to be named'],
        ].map((cells) => [...cells]),
        people: [personOf(0), personOf(1)],
      },
      { name: 'List 2', of: 'Assessments', heads: ['Child Unique ID'], rows: [], people: [] },
    ],
    leftOutOfAnnex: async () => 'few' as const,
    async *lookedAfterXml() {
      yield '<EXPSSDA903></EXPSSDA903>';
    },
    async *census(_session, year, knownAt) {
      yield `<Message><!-- ${year} ${knownAt ?? 'now'} --></Message>`;
    },
  };
}
