import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { NotIndependent } from '../../../oversight/reviewing-officer/independence.ts';
import { CardTable } from '../../components/card-table.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { DeskProps } from './desk-props.ts';

/** Meetings chaired by somebody who is not independent of the case, each by name: nothing mends them but another meeting. */
export function Exceptions({ exceptions, names, titles }: Pick<DeskProps, 'exceptions' | 'names' | 'titles'>) {
  const chaired = exceptions.flatMap((one) => (one.meeting === undefined ? [] : [{ ...one, meeting: one.meeting }]));
  return (
    <section aria-labelledby="independence">
      <h2 class="govuk-heading-m" id="independence">
        Chaired by somebody who is not independent
      </h2>
      {chaired.length === 0 ? (
        <p class="govuk-body">No last review and no last conference: by the record, and by who manages whom today.</p>
      ) : (
        <CardTable
          caption={`Last reviews and conferences: ${chaired.length}`}
          heads={['Child', 'Meeting', 'In the chair', 'Why they are not']}
          rows={chaired.map((one) => [
            <PersonLink person={one.person}>{one.name}</PersonLink>,
            `${titles.get(one.meeting) ?? one.meeting}, ${formatDate(one.on)}`,
            names.get(one.member) ?? 'Somebody who has left',
            <Why one={one} />,
          ])}
        />
      )}
    </section>
  );
}

const Why = ({ one: { why, letThrough } }: { readonly one: NotIndependent }) => (
  <>
    {why.charAt(0).toUpperCase()}
    {why.slice(1)}
    {letThrough ? <span class="sl-due sl-line">The head of service let it through by name</span> : null}
  </>
);
