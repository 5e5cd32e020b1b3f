import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { registers } from '../../../practice/pathway.ts';
import type { ListedChild, Session } from '../../../record/contract.ts';
import { CardTable } from '../../components/card-table.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { lateOrUntil } from '../../said-dates.ts';
import { registeredOf } from '../registers/registered.ts';
import type { Registered } from '../registers/page.tsx';

/** Adopted children whose old record is still open, of those whom the manager’s lists show: a manager seals, and nobody else is asked. */
export async function recordsToSeal(parts: WebParts, session: Session, today: LocalDate): Promise<readonly Registered[]> {
  if (!session.roles.includes('teamManager')) return [];
  const children: readonly ListedChild[] = await parts.record.list(session, { onRegister: true, runningOn: today });
  return registeredOf(children, 'sealing', today);
}

/** Each with what is still owed before it is sealed, and where it is. */
export function ToSeal({ records, today }: { readonly records: readonly Registered[]; readonly today: LocalDate }) {
  if (records.length === 0) return null;
  const { states } = registers.sealing;
  const words: Readonly<Record<string, string>> = states;
  return (
    <CardTable
      caption="Adopted: old records to be sealed"
      heads={['Child', 'Since', 'How it stands', 'Seal']}
      rows={records.map(({ person, name, since, state, owed }) => [
        <PersonLink person={person}>{name}</PersonLink>,
        formatDate(since),
        words[state] ?? state,
        <>
          {owed.filter(({ rule }) => rule === 'recordSealed').map(({ dueOn }) => `by ${formatDate(dueOn)}, ${lateOrUntil(dueOn, today)} `)}
          <a class="govuk-link" href={`/children/${person}/seal`}>
            Seal<span class="govuk-visually-hidden"> the record of {name}</span>
          </a>
        </>,
      ])}
    />
  );
}
