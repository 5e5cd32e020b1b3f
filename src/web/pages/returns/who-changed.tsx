import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Line } from '../../../kernel/step/history.ts';
import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import { nameOfPart } from '../../../returns/part-titles.ts';
import { CardTable } from '../../components/card-table.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { ChangedBy, WhoBetween } from '../../parts.ts';
import { formatInstant } from '../../said-dates.ts';
import { whomOf } from './linked.tsx';

type Names = ReadonlyMap<string, string>;
type Props = { readonly one: Pick<PreparedReturn, 'return'>; readonly who: WhoBetween; readonly names: Names };

const children = { one: 'Child', all: 'Children', number: 'Number of the child' } as const;
const workers = { one: 'Social worker', all: 'Social workers', number: 'Number of the social worker' } as const;

/** Of whom a return tells, in words. */
export const kindOfWhom = ({ return: of }: Props['one']): typeof children | typeof workers =>
  of === 'workforce-census' ? workers : children;

/** Who changed what between two states of the record: value by value, with the entries that were recorded in between. */
export const WhoChangedWhat = ({ one, who: { from, to, children: all }, names }: Props) => {
  const changed = all.filter(({ values, others }) => values.length + others.length > 0);
  if (changed.length === 0)
    return (
      <p class="govuk-body">
        Between {formatInstant(from)} and {formatInstant(to)} nobody recorded anything of these {kindOfWhom(one).all.toLowerCase()}: what
        differs comes from elsewhere, such as the numbers of social workers, or from a newer version of the program.
      </p>
    );
  return (
    <>
      <CardTable
        caption={`Who changed what, from ${formatInstant(from)} to ${formatInstant(to)}`}
        heads={[kindOfWhom(one).number, 'Value', 'Earlier', 'Later', 'Recorded in between']}
        rows={changed.flatMap((whose) => rowsOf(whose, names))}
      />
      {one.return === 'workforce-census' ? (
        <p class="govuk-body">Of staff files those entries alone are named here from which a value of the census follows.</p>
      ) : null}
    </>
  );
};

const rowsOf = (whose: ChangedBy, names: Names) => [
  ...whose.values.map(({ part, field, was, now, by }) => [
    whomOf(whose.child),
    `${nameOfPart(part)}, ${field}`,
    was ?? '–',
    now ?? '–',
    by.length === 0 ? noneOfItsOwn(whose) : <Entries lines={by} whose={whose} names={names} />,
  ]),
  ...(whose.others.length === 0
    ? []
    : [[whomOf(whose.child), 'What else was recorded', '', '', <Entries lines={whose.others} whose={whose} names={names} />]]),
];

/** What follows from what is recorded of others is looked for there. */
const noneOfItsOwn = ({ others }: ChangedBy): string =>
  others.length === 0 ? 'No entry of its own' : 'No entry of its own: see what else was recorded';

type EntriesProps = { readonly lines: readonly Line[]; readonly whose: ChangedBy; readonly names: Names };

const Entries = ({ lines, whose, names }: EntriesProps) => (
  <ul class="govuk-list sl-tight">
    {lines.map((line) => (
      <li key={line.entry}>
        <Entry line={line} whose={whose} />
        {`, ${howRecorded(line)} ${byWhom(line, names)}, ${formatInstant(line.recordedAt)}`}
      </li>
    ))}
  </ul>
);

/** The entry in the child's record; of a member of staff, the file that it is in. */
function Entry({ line, whose: { person, isFile } }: { readonly line: Line; readonly whose: ChangedBy }) {
  const said = titleOf(line);
  if (person === undefined) return <>{said}</>;
  if (isFile !== true)
    return (
      <PersonLink person={person} entry={line.entry}>
        {said}
      </PersonLink>
    );
  return (
    <a class="govuk-link" href={`/files/${person}`}>
      {said}
    </a>
  );
}

const titleOf = ({ step, happenedOn }: Line): string => `${stepNamed(step)?.title ?? step}, ${formatDate(happenedOn)}`;

/** What was done with an entry, in a word or two. */
export const howRecorded = ({ tombstone, corrects, movedBy }: Line): string =>
  movedBy !== undefined ? 'moved here' : tombstone ? 'struck out' : corrects === undefined ? 'recorded' : 'corrected';

/** `by Priya Shah`, or from where. */
export const byWhom = ({ source, movedBy, recordedBy }: Line, names: Names): string =>
  movedBy === undefined && source !== undefined ? 'from an import' : `by ${names.get(movedBy ?? recordedBy) ?? 'somebody who has left'}`;
