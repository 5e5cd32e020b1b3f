import { formatDate, isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { LeftOut } from '../../../record/returns.ts';
import type { AnnexList } from '../../../returns/annex-a/annex.ts';
import type { AnnexCell } from '../../../returns/annex-a/lists.ts';
import { CardTable } from '../../components/card-table.tsx';
import { FilterDate } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Table } from '../../components/lists.tsx';
import { Paging, type Page } from '../../components/paging.tsx';

type Props = {
  readonly frame: Frame;
  readonly on: LocalDate;
  readonly lists: readonly AnnexList[];
  /** The one that is shown, and the rows of it. */
  readonly list: AnnexList | undefined;
  readonly page: Page;
  /** What is not in the lists, said to whom something is left out. */
  readonly leftOut: string | undefined;
  /** Whether the reader may open a record from a row. */
  readonly opens: boolean;
};

/** A number that might give somebody away is not said. */
export function leftOutWords(leftOut: LeftOut): string {
  if (leftOut === 0) return 'No record is restricted: nobody is left out.';
  const records = leftOut === 'few' ? 'Fewer than 5 records are' : `${leftOut.toLocaleString('en-GB')} records are`;
  return `${records} restricted and not open to you: those of them that belong in these lists are left out. A head of service may name you for a record that you must see.`;
}

const at = (on: LocalDate, list: string, page = 1): string =>
  `/returns/annex-a?on=${on}&list=${encodeURIComponent(list)}${page === 1 ? '' : `&page=${page}`}#list`;

/** Ofsted's lists of a day: how many are in each, and one of them with the way to each record. */
export const AnnexPage = ({ frame, on, lists, list, page, leftOut, opens }: Props) => (
  <Layout frame={frame} title="Annex A" wide>
    <h1 class="govuk-heading-l">Annex A on {formatDate(on)}</h1>
    <p class="govuk-body">
      Ofsted’s lists, as the record knows them now.{' '}
      {opens ? 'The number of a child leads to the record, that of an adopter to the file.' : ''}
    </p>
    {leftOut === undefined ? null : <p class="govuk-inset-text">{leftOut}</p>}
    <Choice on={on} />
    <CardTable
      caption="The lists"
      heads={['List', 'What it holds', 'Rows']}
      rows={lists.map(({ name, of, rows }) => [
        <a class="govuk-link" href={at(on, name)} aria-current={name === list?.name ? 'true' : undefined}>
          {name}
        </a>,
        of,
        rows.length.toLocaleString('en-GB'),
      ])}
    />
    {list === undefined ? null : (
      <section aria-labelledby="list">
        <h2 class="govuk-heading-m" id="list">
          {list.name}: {list.of}
        </h2>
        {list.rows.length === 0 ? <p class="govuk-body">Nobody is in this list.</p> : <Rows list={list} page={page} opens={opens} />}
        <Paging page={page} link={(number) => at(on, list.name, number)} of={list.name} what="Rows" />
      </section>
    )}
  </Layout>
);

const Choice = ({ on }: { readonly on: LocalDate }) => (
  <form method="get" action="/returns/annex-a" class="sl-filters sl-filters--plain" aria-label="Of which day">
    <FilterDate id="on" label="As on" value={on} />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Show
    </button>
    <button class="govuk-button govuk-button--secondary sl-button" type="submit" formaction="/returns/annex-a/file" name="as" value="xlsx">
      Workbook (xlsx)
    </button>
    <button class="govuk-button govuk-button--secondary sl-button" type="submit" formaction="/returns/annex-a/file" name="as" value="csv">
      CSV files
    </button>
  </form>
);

const said = (cell: AnnexCell): string | number => (typeof cell === 'string' && isDate(cell) ? formatDate(cell) : (cell ?? ''));

/** As wide as Ofsted has it: it scrolls by itself, and the page does not. */
const Rows = ({ list: { name, heads, rows, people }, page, opens }: Pick<Props, 'page' | 'opens'> & { readonly list: AnnexList }) => (
  <div class="sl-scroll" tabIndex={0} role="group" aria-label={`${name}, all columns`}>
    <Table
      classes="sl-list sl-in-lines"
      firstCellIsHeader
      head={heads.map((text) => ({ text }))}
      rows={rows.slice(page.first, page.last).map((cells, n) =>
        cells.map((cell, column) => {
          if (column > 0) return { text: said(cell) };
          const number = said(cell) || 'No number';
          return {
            text: opens ? (
              <a class="govuk-link" href={`${name === 'List 11' ? '/files' : '/children'}/${people[page.first + n]}`}>
                {number}
              </a>
            ) : (
              number
            ),
          };
        }),
      )}
    />
  </div>
);
