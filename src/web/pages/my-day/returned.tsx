import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Session } from '../../../record/contract.ts';
import type { OwnReturned } from '../../../record/own-returned.ts';
import { CardTable } from '../../components/card-table.tsx';
import { RecordLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { lateOrUntil } from '../../said-dates.ts';
import { nameWords } from '../family/people-linked.ts';

/** `name`: absent where the record is restricted to others. */
type ShownReturned = OwnReturned & { readonly name: string | undefined };

/** What came back from the manager and is mine to write again, also of children who are not mine. */
export async function returnedToMe(parts: WebParts, session: Session): Promise<readonly ShownReturned[]> {
  const returned = await parts.record.ownReturned(session);
  if (returned.length === 0) return [];
  const named = await parts.record.named(session, [...new Set(returned.map(({ person }) => person))]);
  return returned.map((one) => {
    const child = named.get(one.person);
    return { ...one, name: child === undefined || one.reasons === null ? undefined : nameWords(child) };
  });
}

type Props = { readonly returned: readonly ShownReturned[]; readonly today: LocalDate };

export const CameBack = ({ returned, today }: Props) =>
  returned.length === 0 ? null : (
    <CardTable
      caption="Came back from my manager"
      heads={['Child', 'What is still needed, and why', 'Again by', 'Go on']}
      rows={returned.map((one) => [
        <Whose returned={one} />,
        <>
          {one.name === undefined ? 'An assessment on a record that is restricted to others' : one.reasons}
          <span class="sl-due sl-line">Returned {formatDate(one.returnedOn)}</span>
        </>,
        <>
          {formatDate(one.dueOn)} <span class="sl-due">{lateOrUntil(one.dueOn, today)}</span>
        </>,
        one.name === undefined ? (
          'Ask your manager'
        ) : (
          <RecordLink person={one.person} step="assessmentReport">
            Write it again<span class="govuk-visually-hidden">: {one.name}</span>
          </RecordLink>
        ),
      ])}
    />
  );

const Whose = ({ returned: { person, entry, name } }: { readonly returned: ShownReturned }) =>
  name === undefined ? (
    <>Restricted</>
  ) : (
    <a class="govuk-link" href={`/children/${person}#entry-${entry}`}>
      {name}
    </a>
  );
