import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { call, doneOrRefused, orRefused, type Done, type Refused } from './call.ts';
import type { Opening, Session } from './contract.ts';
import { admitted } from './opening.ts';

/** Somebody who opens sealed records, because a head of service named them for it. */
export type SealOfficer = { readonly member: string; readonly namedAt: string; readonly namedBy: string };
/** Why a seal is wrong. */
export const unsealReasons = { wrongRecord: 'It is on the wrong record', orderSetAside: 'A court set the adoption order aside' } as const;
export type UnsealReason = keyof typeof unsealReasons;

/** A seal that an officer has asked to be lifted, and that waits for another. */
export type UnsealAsked = {
  readonly person: string;
  readonly name: string;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly why: UnsealReason;
  readonly reason: string;
};
export type Sealed = { readonly person: string; readonly name: string; readonly bornOn?: LocalDate };

/** Records of children who were adopted: closed to everybody, told to nobody, and opened again by a named officer's act alone. */
export type Seals = {
  /** Seals an opened record for which an adoption order is on record: at once, for every instant that can be asked for. Whoever seals it does not open it any more. Team managers and heads of service. */
  readonly seal: (session: Session, person: string, reason: string) => Promise<Done>;
  /** Who opens sealed records: told to heads of service and to those who do. */
  readonly sealOfficers: (session: Session) => Promise<readonly SealOfficer[]>;
  /** Names somebody, or takes them off. Refused: the session is no head of service. */
  readonly nameSealOfficer: (session: Session, member: string, isOff: boolean) => Promise<Done>;
  /** Sealed records by a number or the whole name under which they were kept; logged. Refused: the session is no such officer. */
  readonly findSealed: (session: Session, asked: string) => Promise<readonly Sealed[] | Refused>;
  /** Opens a sealed record for a day: logged with the reason, and told to managers. Refused: the session is no such officer, or gives no reason. */
  readonly openSealed: (session: Session, person: string, reason: string) => Promise<Opening | Refused>;
  /** Asks that a wrong seal be lifted. Refused: the session is no such officer, has not opened the record, or somebody has asked already. */
  readonly askUnseal: (session: Session, person: string, asked: { readonly why: UnsealReason; readonly reason: string }) => Promise<Done>;
  /** What waits for a second officer; to anybody else nothing. */
  readonly unsealsWaiting: (session: Session) => Promise<readonly UnsealAsked[]>;
  /** Lifts the seal, as another officer than whoever asked, who has opened the record: it is then restricted to the two. Or takes back what was asked. */
  readonly confirmUnseal: (session: Session, person: string, confirms: boolean) => Promise<Done>;
};

type OfficerRow = { readonly member: string; readonly at: string; readonly by: string };
type UnsealRow = Omit<UnsealAsked, 'askedAt' | 'askedBy'> & { readonly at: string; readonly by: string };
type SealedRow = { readonly person: string; readonly name: string; readonly born_on: LocalDate | null };

export const seals = (database: Database): Seals => ({
  seal: (session, person, reason) => doneOrRefused(call(database, session, 'select record.seal($1, $2, $3)', [person, reason])),
  sealOfficers: (session) =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<OfficerRow>('select member, named_at::text as at, named_by as by from record.seal_officers()');
      return rows.map(({ member, at, by }) => ({ member, namedAt: at, namedBy: by }));
    }),
  nameSealOfficer: (session, member, isOff) =>
    doneOrRefused(call(database, session, 'select record.name_seal_officer($1, $2, $3)', [member, isOff])),
  findSealed: (session, asked) =>
    orRefused(
      database.transaction(session, async (sql) => {
        const { rows } = await sql.query<SealedRow>('select person, name, born_on from record.find_sealed($1, $2)', [
          session.authority,
          asked,
        ]);
        return rows.map(({ person, name, born_on: bornOn }) => ({ person, name, ...(bornOn === null ? {} : { bornOn }) }));
      }),
    ),
  ...unsealing(database),
  openSealed: (session, person, reason) =>
    orRefused(
      database.transaction(session, async (sql): Promise<Opening> => {
        const { rows } = await sql.query<{ found: boolean }>('select record.open_sealed($1, $2, $3) as found', [
          session.authority,
          person,
          reason,
        ]);
        return rows[0]?.found === true ? { kind: 'opened', record: admitted(person, session) } : { kind: 'unknown' };
      }),
    ),
});

const unsealing = (database: Database): Pick<Seals, 'askUnseal' | 'unsealsWaiting' | 'confirmUnseal'> => ({
  askUnseal: (session, person, { why, reason }) =>
    doneOrRefused(call(database, session, 'select record.ask_unseal($1, $2, $3, $4)', [person, why, reason])),
  unsealsWaiting: (session) =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<UnsealRow>(
        'select person, name, asked_at::text as at, asked_by as by, why, reason from record.unseals_waiting()',
      );
      return rows.map(({ at, by, ...row }) => ({ ...row, askedAt: at, askedBy: by }));
    }),
  confirmUnseal: (session, person, confirms) =>
    doneOrRefused(call(database, session, 'select record.confirm_unseal($1, $2, $3)', [person, confirms])),
});
