import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Line } from '../../../kernel/step/history.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { ComparedReturn } from '../../parts.ts';
import { formatInstant } from '../../said-dates.ts';

type Between = NonNullable<ComparedReturn['who']>;
type Names = ReadonlyMap<string, string>;

type Props = {
  readonly who: Between;
  readonly names: Names;
  /** Of how many something differs. */
  readonly total: number;
};

/** Who changed what between two states of the record: value by value, with the entries that were recorded in between. */
export const WhoChangedWhat = ({ who: { from, to, children }, names, total }: Props) => {
  const changed = children.filter(({ values, others }) => values.length + others.length > 0);
  if (children.length === 0)
    return (
      <p class="govuk-body">
        What differs stands under no number of a child’s record: who changed it is read where it stands, such as in the file of the
        adopters.
      </p>
    );
  return changed.length === 0 ? (
    <p class="govuk-body">
      Between {formatInstant(from)} and {formatInstant(to)} nobody recorded anything of these children: what differs comes from elsewhere,
      such as the numbers of social workers, or from a newer version of the program.
    </p>
  ) : (
    <CardTable
      caption={`Who changed what, from ${formatInstant(from)} to ${formatInstant(to)}${children.length < total ? `: the first ${children.length} of ${total}` : ''}`}
      heads={['Number of the child', 'Value', 'Earlier', 'Later', 'Recorded in between']}
      rows={changed.flatMap(({ child, person, values, others }) => [
        ...values.map(({ part, field, was, now, by }) => [
          child,
          `${part}, ${field}`,
          was ?? '–',
          now ?? '–',
          by.length === 0 ? 'No entry of its own: see what else was recorded' : <Entries lines={by} person={person} names={names} />,
        ]),
        ...(others.length === 0
          ? []
          : [[child, 'What else was recorded', '', '', <Entries lines={others} person={person} names={names} />]]),
      ])}
    />
  );
};

const Entries = ({ lines, person, names }: { readonly lines: readonly Line[]; readonly person: string; readonly names: Names }) => (
  <ul class="govuk-list sl-tight">
    {lines.map((line) => (
      <li key={line.entry}>
        <a class="govuk-link" href={`/children/${person}/entries/${line.entry}`}>
          {stepNamed(line.step)?.title ?? line.step}, {formatDate(line.happenedOn)}
        </a>
        {howRecorded(line, names)}
      </li>
    ))}
  </ul>
);

function howRecorded({ tombstone, corrects, source, movedBy, recordedBy, recordedAt }: Line, names: Names): string {
  const when = formatInstant(recordedAt);
  const done = tombstone ? 'struck out' : corrects === undefined ? 'recorded' : 'corrected';
  if (movedBy !== undefined) return `, moved here by ${names.get(movedBy) ?? 'somebody who has left'}, ${when}`;
  return source === undefined
    ? `, ${done} by ${names.get(recordedBy) ?? 'somebody who has left'}, ${when}`
    : `, ${done} from an import, ${when}`;
}
