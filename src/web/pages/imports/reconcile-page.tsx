import { formatDate } from '../../../kernel/calendar/dates.ts';
import { givenReturns } from '../../../returns/given/which.ts';
import { yearSaidBy } from '../../../returns/given/year-said.ts';
import { collectionYears } from '../../../returns/rule/years.ts';
import type { Reconciled } from '../../../returns/compared-tables.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField, FilterDate, FilterSelect, Problems } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { FileUpload } from '../../components/text-input.tsx';
import type { ReconciledReturn, Reconciliation } from '../../parts.ts';
import { Lines } from '../returns/compared.tsx';

export type ReconcileProblem = { readonly field: 'files' | 'year' | 'on'; readonly message: string };

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly year: string;
  readonly on: string;
  readonly found?: Reconciliation;
  readonly problems?: readonly ReconcileProblem[];
};

const title = 'Files beside the record';

/** A page of differences: the command writes all of them. */
const most = 100;

/** How an extract, a census and a looked-after return compare with what the record says now. */
export const ReconcilePage = ({ frame, csrf, year, on, found, problems = [] }: Props) => (
  <Layout frame={frame} title={problems.length === 0 ? title : `Error: ${title}`} wide>
    <BackLink text="Imports" href={frame.viewer?.roles.includes('performanceAnalyst') === true ? '/imports' : '/returns'} />
    <Problems problems={problems} anchorOf={(field) => field} />
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body">
      After a move-in, or beside what another system sends: what the files say and the record does not, and the other way round. Ids, names
      of staff and words of another system are not compared. The files are read and not kept.
    </p>
    {found === undefined ? null : <Found found={found} year={year} />}
    <form method="post" action="/imports/reconcile" encType="multipart/form-data">
      <CsrfField token={csrf} />
      <FilterSelect
        id="year"
        name="year"
        label="Census and looked-after return: of the year"
        value={year}
        options={collectionYears.map((value) => ({ value, label: value }))}
      />
      <FilterDate id="on" name="on" label="Tables of a day: as on (today if empty)" value={on} />
      <FileUpload
        name="files"
        label={{ text: 'Files' }}
        hint={{
          text: 'The CSV files of a Standard Safeguarding Dataset (ssd_person.csv and others), the XML of a census, the XML or CSV files of a looked-after return, Annex A (xlsx or CSV), CP-IS or ASGLB (CSV), a workforce census (XML or CSV), calls of the daily feed (JSON)',
        }}
        multiple
        attributes={{ accept: '.csv,text/csv,.xml,text/xml,.xlsx,.json,application/json' }}
        {...errorAt(problems)}
      />
      <Button text="Compare" preventDoubleClick />
    </form>
  </Layout>
);

function errorAt(problems: readonly ReconcileProblem[]) {
  const found = problems.find(({ field }) => field === 'files');
  return found === undefined ? {} : { errorMessage: { text: found.message } };
}

const number = (count: number): string => count.toLocaleString('en-GB');

function Found({ found: { tables, returns, others, unmapped }, year }: { readonly found: Reconciliation; readonly year: string }) {
  const differ =
    [...tables, ...others.flatMap((one) => one.tables)].reduce((sum, { differences }) => sum + differences.length, 0) +
    returns.reduce((sum, { changes }) => sum + changes.children.length, 0);
  const isCompared = tables.length + returns.length + others.length > 0;
  const isRead = returns.every(({ changes }) => changes.problem === undefined);
  return (
    <>
      <div class="govuk-inset-text" role="status">
        {differ > 0
          ? `${number(differ)} ${differ === 1 ? 'row or child differs' : 'rows or children differ'}, or stand in one of the two alone.`
          : !isCompared
            ? 'Nothing could be compared.'
            : isRead && unmapped.length === 0
              ? 'Nothing differs, and everything in the files was understood.'
              : 'Nothing differs of what could be compared.'}
      </div>
      {tables.length === 0 ? null : <Tables of="Standard Safeguarding Dataset" tables={tables} />}
      {others.map(({ of, on, tables: own }) => (
        <Tables key={of} of={`${givenReturns[of]}, ${formatDate(on)}`} tables={own} />
      ))}
      {returns.map((one, n) => (
        <Return key={n} one={one} year={year} />
      ))}
      {unmapped.length === 0 ? null : (
        <CardTable caption="What of the files was not compared" heads={['File, and why']} rows={unmapped.map((words) => [words])} />
      )}
    </>
  );
}

function Tables({ of, tables }: { readonly of: string; readonly tables: readonly Reconciled[] }) {
  const differences = tables.flatMap((one) => one.differences.map((each) => ({ table: one.table, ...each })));
  return (
    <>
      <CardTable
        caption={`${of}, table by table`}
        heads={['Table', 'Rows of the file', 'Rows of the record', 'The same', 'Differ']}
        rows={tables.map(({ table, theirs, ours, same, differences: own }) => [
          table,
          number(theirs),
          number(ours),
          number(same),
          number(own.length),
        ])}
      />
      {differences.length === 0 ? null : (
        <CardTable
          caption={`${of}, row by row`}
          heads={['Table', 'Only in', 'Number', 'What it says']}
          rows={differences
            .slice(0, most)
            .map((one) => [one.table, one.in === 'extract' ? 'the file' : 'the record', one.person, one.says])}
        />
      )}
      <More count={differences.length} />
    </>
  );
}

function Return({ one: { of, files, changes }, year }: { readonly one: ReconciledReturn; readonly year: string }) {
  const said = yearSaidBy(files);
  const name = `${of === 'cin' ? 'Children in need census' : 'Children looked after return'} ${year}`;
  return (
    <section>
      <h2 class="govuk-heading-m">{name}</h2>
      <p class="govuk-body sl-anywhere">{files.join(', ')}</p>
      {said === undefined || said === year ? null : (
        <p class="govuk-body">
          <strong>
            By {files.length === 1 ? 'its name' : 'their names'} it is of {said}. It was compared with {year}: choose {said} to compare like
            with like.
          </strong>
        </p>
      )}
      {changes.problem === undefined ? null : <p class="govuk-body">It could not be read to its end. {changes.problem}</p>}
      {changes.totals.length === 0 ? null : (
        <CardTable
          caption={`${name}: in totals`}
          heads={['What', 'The file', 'The record']}
          rows={changes.totals.map(({ what, was, now }) => [what, number(was), number(now)])}
        />
      )}
      {changes.children.length === 0 ? null : (
        <CardTable
          caption={`${name}: child by child`}
          heads={['Number of the child', 'Only in the file', 'Only in the record']}
          rows={changes.children.slice(0, most).map(({ child, was, now }) => [child, <Lines lines={was} />, <Lines lines={now} />])}
        />
      )}
      <More count={changes.children.length} />
    </section>
  );
}

const More = ({ count }: { readonly count: number }) => (count <= most ? null : <p class="govuk-body">And {number(count - most)} more.</p>);
