import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { adviserRules } from '../../../practice/leaving-care/adviser.ts';
import type { ListedChild, Session } from '../../../record/contract.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { clockState, type Looking } from '../../said-dates.ts';
import { ageWords } from '../board/row.ts';

/** Those whose personal adviser I am, with what an adviser sees to; whoever is allocated to me stands among my own children already. */
export async function advisedByMe(
  parts: WebParts,
  session: Session,
  own: readonly ListedChild[],
  today: LocalDate,
): Promise<readonly ListedChild[]> {
  const mine = new Set(own.map(({ person }) => person));
  return (await parts.record.ownAdvised(session, today))
    .filter(({ person }) => !mine.has(person))
    .map((child) => ({ ...child, clocks: child.clocks.filter(({ rule }) => adviserRules.has(rule)) }));
}

type Props = { readonly advised: readonly ListedChild[]; readonly known: Looking; readonly titleOf: (rule: string) => string };

/** All of them, whoever is to be seen or spoken to next first: also those of whom nothing is late, and whose case is closed to everybody else. */
export function Advised({ advised, known, titleOf }: Props) {
  if (advised.length === 0) return null;
  const rows = advised.map((child) => {
    const [next] = child.clocks.filter((clock) => clockState(clock, known) !== 'notInSource');
    return { child, next };
  });
  return (
    <CardTable
      caption="Young people whose personal adviser I am"
      heads={['Young person', 'Next', 'When']}
      rows={rows
        .toSorted((a, b) => (a.next?.dueOn ?? '9999').localeCompare(b.next?.dueOn ?? '9999'))
        .map(({ child: { person, standing }, next }) => [
          <>
            <PersonLink person={person}>{standing.name}</PersonLink> <span class="sl-due">{ageWords(standing, known.today)}</span>
          </>,
          next === undefined ? 'Nothing is due' : titleOf(next.rule),
          next === undefined ? '' : <ClockWords clock={next} known={known} />,
        ])}
    />
  );
}
