import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Session } from '../../../record/contract.ts';
import type { KeptFinding } from '../../../record/returns.ts';
import { wordsOfFinding } from '../../../returns/finding-words.ts';
import { waitsFor } from '../../../returns/who-mends.ts';
import { CardTable } from '../../components/card-table.tsx';
import { PersonLink, RecordLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { nameWords } from '../family/people-linked.ts';

type ShownFinding = KeptFinding & { readonly person: string; readonly name: string };

/** What the returns would not take of my children, as their records stand now; a manager's, of the children of the team; of those whom I review or advise, what I record. */
export async function findingsOfMine(parts: WebParts, session: Session): Promise<readonly ShownFinding[]> {
  const own = await parts.returns.own(session);
  if (own.length === 0) return [];
  const named = await parts.record.named(
    session,
    own.map(({ person }) => person),
  );
  return own.flatMap(({ person, findings, place }) => {
    const child = named.get(person);
    return child === undefined || child.restricted
      ? []
      : findings.filter((one) => needsSomebody(one) && waitsFor(place, one)).map((one) => ({ ...one, person, name: nameWords(child) }));
  });
}

/** A query that is explained is done with; an error of the census is one still. Of the looked-after return the DfE's list does not say which they are. */
const needsSomebody = (one: KeptFinding): boolean =>
  one.explainedBy === undefined || (one.return === 'cin' && wordsOfFinding(one).level === 'error');

/** A page of them: of what is left, the number. */
const most = 25;

export const ForTheReturn = ({ findings }: { readonly findings: readonly ShownFinding[] }) =>
  findings.length === 0 ? null : (
    <>
      <CardTable
        caption="To be put right for the statutory returns"
        heads={['Child', 'What', 'Since', 'If it stays']}
        rows={findings
          .slice(0, most)
          .map((one) => [<Whose finding={one} />, <What finding={one} />, formatDate(day(one.since)), wordsOfFinding(one).consequence])}
      />
      {findings.length <= most ? null : <p class="govuk-body">And {findings.length - most} more.</p>}
    </>
  );

const day = (text: string): LocalDate => text as LocalDate;

const Whose = ({ finding: { person, name } }: { readonly finding: ShownFinding }) => <PersonLink person={person}>{name}</PersonLink>;

/** What the form that explains it is asked: of this entry and of the year of its return. */
const explanationOf = ({ code, entries: [entry], year }: ShownFinding): URLSearchParams =>
  new URLSearchParams({
    rule: code,
    ...(entry === undefined ? {} : { about: entry }),
    ...(year === undefined ? {} : { year }),
  });

function What({ finding }: { readonly finding: ShownFinding }) {
  const { where, why, level } = wordsOfFinding(finding);
  const [entry] = finding.entries;
  return (
    <>
      {entry === undefined ? (
        where
      ) : (
        <a class="govuk-link" href={`/children/${finding.person}/entries/${entry}/correct`}>
          {where}
          <span class="govuk-visually-hidden">: put right, {finding.name}</span>
        </a>
      )}
      <span class="sl-due sl-line">{why}</span>
      {level === 'query' || finding.return === 'ssda903' ? (
        <RecordLink person={finding.person} step="returnExplanation" query={explanationOf(finding)} classes="sl-line">
          It is right: say why<span class="govuk-visually-hidden">, {finding.name}</span>
        </RecordLink>
      ) : null}
    </>
  );
}
