import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Found } from '../../../record/search/search.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField, problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { TextArea } from '../../components/text-input.tsx';
import { counted } from '../../said-dates.ts';
import { columns, groupsOf, type BadRow, type Notified } from './notification-lines.ts';

/** A row of the list beside whoever is on record by such a name; `chosen`: of that name, born on that day, and nobody else is. */
export type Matched = { readonly row: Notified; readonly found: readonly Found[]; readonly chosen?: string };

/** What became of one notification; `problem`: why it was not recorded. */
export type Outcome = { readonly rows: readonly Notified[]; readonly people: readonly string[]; readonly problem?: string };

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly text: string;
  readonly bad: readonly BadRow[];
  readonly matched?: readonly Matched[];
  readonly outcomes?: readonly Outcome[];
  readonly problem?: string;
};

export function NotificationsPage({ frame, csrf, text, bad, matched, outcomes, problem }: Props) {
  return (
    <Layout frame={frame} title="Police notifications" problems={problemsOf('list', problem)} wide>
      <BackLink text="Front door" href="/front-door" />
      <h1 class="govuk-heading-l">Police notifications</h1>
      {outcomes === undefined ? null : <Recorded outcomes={outcomes} />}
      {bad.length === 0 ? null : <Bad rows={bad} />}
      <form method="post" action="/front-door/notifications">
        <CsrfField token={csrf} />
        {matched === undefined || matched.length === 0 ? (
          <>
            <TextArea
              name="list"
              label={{ text: text === '' ? 'The list' : 'What is not recorded yet', classes: 'govuk-label--s' }}
              hint={{
                text: `Paste it with its first row, which names the columns: ${columns.join(', ')}. Rows of one reference become one contact about all the children.`,
              }}
              errorMessage={problem === undefined ? undefined : { text: problem }}
              rows={12}
              value={text}
            />
            <Button text="Look who it is about" name="stage" value="look" preventDoubleClick />
          </>
        ) : (
          <>
            <input type="hidden" name="list" value={text} />
            <Matches matched={matched} />
            <Button
              text={`Record ${counted(groupsOf(matched.map(({ row }) => row)).length, 'contact')}`}
              name="stage"
              value="record"
              preventDoubleClick
            />
          </>
        )}
      </form>
    </Layout>
  );
}

function Matches({ matched }: { readonly matched: readonly Matched[] }) {
  const first = new Set(groupsOf(matched.map(({ row }) => row)).map(([row]) => row?.line));
  return (
    <CardTable
      caption="Whom each row is about"
      heads={['Child in the list', 'Reference', 'Received', 'What happened', 'Whose record']}
      rows={matched.map(({ row, found, chosen }) => [
        <>
          {[row.firstName, row.lastName].join(' ')}
          <span class="sl-due sl-line">{row.bornOn === undefined ? 'no date of birth' : `born ${formatDate(row.bornOn)}`}</span>
          {first.has(row.line) ? <input type="hidden" name={`entry.${row.line}`} value={crypto.randomUUID()} /> : null}
          <input type="hidden" name={`new.${row.line}`} value={crypto.randomUUID()} />
          <input type="hidden" name={`details.${row.line}`} value={crypto.randomUUID()} />
        </>,
        row.reference,
        `${formatDate(row.receivedOn)}${row.receivedAt === undefined ? '' : `, ${row.receivedAt}`}`,
        row.happened.length > 160 ? `${row.happened.slice(0, 160)} …` : row.happened,
        <Whose row={row} found={found} chosen={chosen} />,
      ])}
    />
  );
}

const Whose = ({
  row,
  found,
  chosen,
}: {
  readonly row: Notified;
  readonly found: readonly Found[];
  readonly chosen: string | undefined;
}) => (
  <>
    <label class="govuk-visually-hidden" for={`who-${row.line}`}>
      Whose record, for {row.firstName} {row.lastName}
    </label>
    <select class="govuk-select sl-whose" id={`who-${row.line}`} name={`who.${row.line}`}>
      <option value="new" selected={chosen === undefined}>
        A new record
      </option>
      {found.map(({ person, standing }) => (
        <option value={person} selected={person === chosen}>
          {standing.name}
          {standing.bornOn === undefined ? '' : `, born ${formatDate(standing.bornOn)}`}
        </option>
      ))}
    </select>
    {chosen === undefined && found.length > 0 ? (
      <span class="sl-due sl-line">Somebody is called alike: look before you choose.</span>
    ) : null}
  </>
);

const Bad = ({ rows }: { readonly rows: readonly BadRow[] }) => (
  <section class="sl-incomplete" aria-labelledby="bad-rows">
    <h2 class="govuk-heading-m" id="bad-rows">
      {counted(rows.length, 'row')} cannot be read and {rows.length === 1 ? 'stays' : 'stay'} in the list
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      {rows.map(({ line, problem, raw }) => (
        <li>
          Line {line}. {problem}
          <span class="sl-due sl-line sl-anywhere">{raw.slice(0, 200)}</span>
        </li>
      ))}
    </ul>
  </section>
);

function Recorded({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  const [done, failed] = [outcomes.filter(({ problem }) => problem === undefined), outcomes.filter(({ problem }) => problem !== undefined)];
  return (
    <section role="status" aria-labelledby="recorded">
      <h2 class="govuk-heading-m" id="recorded">
        {counted(done.length, 'contact')} recorded
      </h2>
      <ul class="govuk-list">
        {done.flatMap(({ rows, people }) =>
          rows.map(({ firstName, lastName, reference }, n) => (
            <li>
              <PersonLink person={people[n] ?? ''}>
                {firstName} {lastName}
              </PersonLink>{' '}
              <span class="sl-due">{reference}</span>
            </li>
          )),
        )}
        {failed.map(({ rows, problem }) => (
          <li>
            Not recorded: {rows.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', ')}. {problem}
          </li>
        ))}
      </ul>
    </section>
  );
}
