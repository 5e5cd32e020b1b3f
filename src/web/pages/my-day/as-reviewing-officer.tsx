import { caseloadOf, deskOf, type Caseload } from '../../../oversight/reviewing-officer/desk.ts';
import type { Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { counted, type Looking } from '../../said-dates.ts';

/** What of my reviews is late: none of it is a limit of a child of mine. Undefined: I review nobody. */
export async function reviewedByMe(parts: WebParts, session: Session, known: Looking): Promise<Caseload | undefined> {
  if (!session.roles.includes('reviewingOfficer')) return undefined;
  const children = await parts.record.list(session, { lookedAfter: true, runningOn: known.today });
  const theirs = deskOf(children, known).filter(({ officer }) => officer === session.actor);
  return theirs.length === 0 ? undefined : caseloadOf(session.actor, theirs, known);
}

export const AsReviewingOfficer = ({ load }: { readonly load: Caseload | undefined }) =>
  load === undefined ? null : (
    <p class="govuk-body">
      <a class="govuk-link" href="/reviewing-officer">
        My reviews
      </a>
      : {counted(load.children, 'child', 'children')}, {counted(load.reviewsLate, 'review')} late,{' '}
      {counted(load.midwayLate, 'midway check')} late, decisions or a record late after {counted(load.recordsLate, 'review')},{' '}
      {counted(load.toConsider, 'event')} to consider
    </p>
  );
