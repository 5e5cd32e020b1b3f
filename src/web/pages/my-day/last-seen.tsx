import { daysBetween, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { openIn, type Open } from '../../../practice/board-marks.ts';
import { visitsOf } from '../../../practice/populations.ts';
import type { ListedChild } from '../../../record/contract.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { counted, type Looking } from '../../said-dates.ts';
import { ageWords, standingWords } from '../board/row.ts';
import { isUnborn } from '../family/family-model.ts';

/** One's own child, and the most pressing visit that is owed them: what is known to be due before what is not in the source. */
type Seen = { readonly child: ListedChild; readonly visit: Open | undefined };

/** All of one's own children: who is owed a visit that is late first, then whoever was never seen, then the longest unseen. */
export function LastSeen({ rows, known }: { readonly rows: readonly ListedChild[]; readonly known: Looking }) {
  if (rows.length === 0)
    return (
      <section>
        <h2 class="govuk-heading-m">My children</h2>
        <p class="govuk-body">No child is allocated to you.</p>
      </section>
    );
  return (
    <CardTable
      caption="My children, the longest unseen first"
      heads={['Child', 'Last seen', 'Visit', 'How they stand']}
      rows={byLastSeen(rows, known).map(({ child: { person, standing }, visit }) => [
        <>
          <PersonLink person={person}>{standing.name}</PersonLink> <span class="sl-due">{ageWords(standing, known.today)}</span>
        </>,
        lastSeenWords(standing, known.today),
        visit === undefined ? 'none is due' : <ClockWords clock={visit.clock} known={known} />,
        standingWords(standing),
      ])}
    />
  );
}

function byLastSeen(rows: readonly ListedChild[], known: Looking): readonly Seen[] {
  const lateFirst = ({ visit }: Seen): number => (visit?.state === 'late' ? 0 : 1);
  const seenOn = ({ child: { standing } }: Seen): string =>
    standing.lastSeenOn ?? (canHaveBeenSeen(standing, known.today) ? '' : known.today);
  return rows
    .map((child): Seen => ({ child, visit: visitOf(child, known) }))
    .toSorted((a, b) => lateFirst(a) - lateFirst(b) || seenOn(a).localeCompare(seenOn(b)));
}

function visitOf({ clocks }: ListedChild, known: Looking): Open | undefined {
  const open = openIn(clocks, known);
  const visits = visitsOf.flatMap(({ name }) => open.get(name) ?? []);
  return visits.find(({ state }) => state === 'late') ?? visits.find(({ state }) => state !== 'notInSource') ?? visits[0];
}

type Standing = ListedChild['standing'];

/** Of files that carry no visits nobody knows; an unborn child cannot be seen. */
const canHaveBeenSeen = (standing: Standing, today: LocalDate): boolean =>
  standing.visitsNotInSource !== true && standing.adult !== true && !isUnborn(standing, today);

function lastSeenWords(standing: Standing, today: LocalDate) {
  const { lastSeenOn, visitsNotInSource } = standing;
  if (lastSeenOn === undefined) {
    if (visitsNotInSource === true) return <span class="sl-due">not in the source</span>;
    if (standing.adult === true) return '';
    return isUnborn(standing, today) ? <span class="sl-due">not yet born</span> : <strong>never seen</strong>;
  }
  const days = daysBetween(lastSeenOn, today);
  return (
    <>
      {days <= 0 ? 'today' : `${counted(days, 'day')} ago`} <span class="sl-due sl-line">{formatDate(lastSeenOn)}</span>
    </>
  );
}
