import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import { registers, type RegisterName } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { PhoneFold } from '../../components/phone-fold.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { counted, lateOrUntil } from '../../said-dates.ts';

/** A child on a register, with the limits of it that run. */
export type Registered = {
  readonly person: string;
  readonly name: string;
  readonly since: LocalDate;
  readonly state: string;
  readonly worker: string | undefined;
  readonly owed: readonly Clock[];
};

type IndexProps = {
  readonly frame: Frame;
  readonly counts: readonly { readonly register: RegisterName; readonly children: number; readonly late: number }[];
};

/** Which registers there are, and of how many children something is late, of those whom the reader’s lists show. */
export const RegistersPage = ({ frame, counts }: IndexProps) => (
  <Layout frame={frame} title="Registers of children">
    <h1 class="govuk-heading-l">Registers of children</h1>
    <p class="govuk-body">
      Children of whom something is owed that no plan and no care of ours says. Each register follows from what is recorded of the child.
    </p>
    <CardTable
      caption="Registers"
      captionClasses="govuk-visually-hidden"
      heads={['Register', 'Children', 'With something late']}
      rows={counts.map(({ register, children, late }) => [
        <a class="govuk-link" href={`/registers/${register}`}>
          {registers[register].title}
        </a>,
        String(children),
        String(late),
      ])}
    />
  </Layout>
);

type Props = {
  readonly frame: Frame;
  readonly register: RegisterName;
  readonly today: LocalDate;
  readonly children: readonly Registered[];
  readonly titleOf: (rule: string) => string;
  readonly nameOf: (member: string) => string;
};

/** One register: who is on it, whoever is late first, under how they stand. */
export function RegisterPage({ frame, register, today, children, titleOf, nameOf }: Props) {
  const { title, intro, none, states } = registers[register];
  const stateWords: Readonly<Record<string, string>> = states;
  const byState = Object.entries(stateWords).map(([state, words]) => ({ words, some: children.filter((one) => one.state === state) }));
  return (
    <Layout frame={frame} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{intro}</p>
      {children.length === 0 ? <p class="govuk-body">{none}</p> : null}
      {byState
        .filter(({ some }) => some.length > 0)
        .map(({ words, some }) => {
          const table = <StateTable {...{ words, some, today, titleOf, nameOf }} />;
          const isLate = some.some(({ owed }) => owed.some(({ dueOn }) => dueOn < today));
          return isLate ? table : <PhoneFold summary={`${words}, nothing late: ${some.length}`}>{table}</PhoneFold>;
        })}
    </Layout>
  );
}

type StateProps = Pick<Props, 'today' | 'titleOf' | 'nameOf'> & { readonly words: string; readonly some: readonly Registered[] };

const StateTable = ({ words, some, today, titleOf, nameOf }: StateProps) => (
  <CardTable
    caption={`${words}: ${counted(some.length, 'child', 'children')}`}
    heads={['Child', 'Since', 'Worker', 'What is owed']}
    rows={some.toSorted(byUrgency).map(({ person, name, since, worker, owed }) => [
      <PersonLink person={person}>{name}</PersonLink>,
      formatDate(since),
      worker === undefined ? 'Nobody' : nameOf(worker),
      owed.length === 0 ? (
        'Nothing now'
      ) : (
        <>
          {owed.map(({ rule, dueOn }) => (
            <div>
              {titleOf(rule)}: {formatDate(dueOn)}, {lateOrUntil(dueOn, today)}
            </div>
          ))}
        </>
      ),
    ])}
  />
);

const byUrgency = (a: Registered, b: Registered): number =>
  (a.owed[0]?.dueOn ?? '9999').localeCompare(b.owed[0]?.dueOn ?? '9999') || a.name.localeCompare(b.name, 'en-GB', { numeric: true });
