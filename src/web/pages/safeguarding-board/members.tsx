import { formatDate } from '../../../kernel/calendar/dates.ts';
import { agencyWords, attendanceOf, constitutionOf, emptySeats, seats, sittings, type Sitting } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { counted } from '../../said-dates.ts';
import type { ChildModel } from '../child/child.ts';
import { mayRecord, Part, Then } from './part.tsx';

type Props = { readonly file: ChildModel };

/** Who sits there today, and as what the law asks for somebody and nobody sits. */
export function Members({ file }: Props) {
  const { today } = file.known;
  const all = sittings(file.record.history);
  const now = all.filter(({ from, until }) => from <= today && (until === undefined || until >= today));
  const mayEnd = mayRecord(file, 'bodyMemberEnd');
  return (
    <Part id="members" title="Members">
      <EmptySeats file={file} />
      {now.length === 0 ? <p class="govuk-body">Nobody sits on it today.</p> : null}
      {now.length === 0 ? null : (
        <CardTable
          caption={counted(now.length, 'member')}
          captionClasses="govuk-visually-hidden"
          heads={['Who', 'Agency', 'As', 'Since', ...(mayEnd ? ['Then'] : [])]}
          rows={now.map(({ entry, name, agency, seat, from, until }) => [
            name,
            agencyWords(agency),
            seats[seat],
            `${formatDate(from)}${until === undefined ? '' : `, until ${formatDate(until)}`}`,
            ...(mayEnd
              ? [
                  <Then
                    file={file.record.person}
                    step="bodyMemberEnd"
                    query={new URLSearchParams({ seat: entry })}
                    words="End the membership"
                    of={name}
                  />,
                ]
              : []),
          ])}
        />
      )}
      <Earlier members={all.filter(({ until }) => until !== undefined && until < today)} />
    </Part>
  );
}

function EmptySeats({ file: { record, known } }: Props) {
  const empty = emptySeats(record.history, constitutionOf(record.history)?.configuration, known.today);
  if (empty.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">Asked for, and nobody sits there today:</p>
      <ul class="govuk-list govuk-list--bullet">
        {empty.map(({ said, law }) => (
          <li>
            {said} <span class="sl-due">({law})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const Earlier = ({ members }: { readonly members: readonly Sitting[] }) =>
  members.length === 0 ? null : (
    <details class="sl-more">
      <summary>{counted(members.length, 'earlier member')}</summary>
      <ul class="govuk-list">
        {members.map(({ name, agency, seat, from, until }) => (
          <li>
            {name}, {agencyWords(agency)}: {seats[seat].toLowerCase()}, {formatDate(from)} to {until === undefined ? '' : formatDate(until)}
          </li>
        ))}
      </ul>
    </details>
  );

/** How often each agency came in twelve months. */
export function Attendance({ file: { record, known } }: Props) {
  const { meetings, agencies } = attendanceOf(record.history, known.today);
  if (meetings === 0) return null;
  return (
    <Part id="attendance" title="Attendance, agency by agency">
      <p class="govuk-body">
        {counted(meetings, 'meeting')} in the twelve months to {formatDate(known.today)}. An agency came where anybody of it did; those that
        came least stand first.
      </p>
      <CardTable
        caption="Attendance by agency"
        captionClasses="govuk-visually-hidden"
        heads={['Agency', 'Came', 'Sent a deputy', 'Apologies', 'No word']}
        rows={agencies.map(({ agency, invited, came, deputy, apologies, absent }) => [
          agencyWords(agency),
          `${came} of ${invited}`,
          String(deputy),
          String(apologies),
          String(absent),
        ])}
      />
    </Part>
  );
}
