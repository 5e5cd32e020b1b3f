import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session, Standing } from './contract.ts';
import { logList } from './listing.ts';

/** A child whom an enquiry over unrelated families is about: who, and since when; none of the words, which stay in the child’s own record. */
export type InEnquiry = { readonly person: string; readonly standing: Standing; readonly since: LocalDate };
/** `restricted`: how many more there are, of whom nothing is told here. */
export type ComplexEnquiry = { readonly children: readonly InEnquiry[]; readonly restricted: number };

type Row = { readonly state: Standing | null; readonly person: string | null; readonly since: LocalDate | null };

/** The children of one enquiry, by its reference, for practitioners: to anybody else none. At most 500. */
export const complexEnquiry = (database: Database, session: Session, reference: string): Promise<ComplexEnquiry> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<Row>('select state, person, since from record.complex_enquiry($1)', [reference]);
    const children = rows.flatMap(({ state, person, since }) =>
      state === null || person === null || since === null ? [] : [{ person, standing: state, since }],
    );
    await logList(sql, { enquiry: reference }, children.length);
    return { children, restricted: rows.length - children.length };
  });
