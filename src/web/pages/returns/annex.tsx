import { formatDate, isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { LeftOut } from '../../../record/returns.ts';
import type { AnnexList } from '../../../returns/annex-a/annex.ts';
import type { AnnexCell } from '../../../returns/annex-a/lists.ts';
import { CardTable } from '../../components/card-table.tsx';
import { FilterDate } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Table } from '../../components/lists.tsx';
import { formatInstant, type AsKnown } from '../../said-dates.ts';
import { Paging, type Page } from '../../components/paging.tsx';

type Props = {
  readonly frame: Frame;
  readonly on: LocalDate;
  /** As the record was known then, or is now. */
  readonly known: AsKnown;
  readonly lists: readonly AnnexList[];
  /** The one that is shown, and the rows of it. */
  readonly list: AnnexList | undefined;
  readonly page: Page;
  /** What is not in the lists, said to whom something is left out. */
  readonly leftOut: string | undefined;
  /** Whether the reader may open a record from a row. */
  readonly opens: boolean;
  /** Whether the reader may ask why a value is as it is. */
  readonly asksWhy: boolean;
};

/** A number that might give somebody away is not said. */
export function leftOutWords(leftOut: LeftOut): string {
  if (leftOut === 0) return 'No record is restricted: nobody is left out.';
  const records = leftOut === 'few' ? 'Fewer than 5 records are' : `${leftOut.toLocaleString('en-GB')} records are`;
  return `${records} restricted and not open to you: those of them that belong in these lists are left out. A head of service may name you for a record that you must see.`;
}

const at = (on: LocalDate, { instant, day }: AsKnown, list: string, page = 1): string =>
  `/returns/annex-a?on=${on}${instant === undefined ? '' : `&known=${day}`}&list=${encodeURIComponent(list)}${page === 1 ? '' : `&page=${page}`}#list`;

/** Ofsted's lists of a day: how many are in each, and one of them with the way to each record. */
export const AnnexPage = ({ frame, on, known, lists, list, page, leftOut, opens, asksWhy }: Props) => (
  <Layout frame={frame} title="Annex A" wide>
    <h1 class="govuk-heading-l">Annex A on {formatDate(on)}</h1>
    <p class="govuk-body">
      Ofsted’s lists, as the record {known.instant === undefined ? 'knows them now' : `was known on ${formatInstant(known.instant)}`}.{' '}
      {opens ? 'The number of a child leads to the record, that of an adopter to the file.' : ''}
    </p>
    {leftOut === undefined ? null : <p class="govuk-inset-text">{leftOut}</p>}
    <Choice on={on} known={known} />
    <CardTable
      caption="The lists"
      heads={['List', 'What it holds', 'Rows']}
      rows={lists.map(({ name, of, rows }) => [
        <a class="govuk-link" href={at(on, known, name)} aria-current={name === list?.name ? 'true' : undefined}>
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
        {list.rows.length === 0 ? (
          <p class="govuk-body">Nobody is in this list.</p>
        ) : (
          <Rows list={list} page={page} opens={opens} why={asksWhy ? whyOf(on, known) : undefined} />
        )}
        <Paging page={page} link={(number) => at(on, known, list.name, number)} of={list.name} what="Rows" />
      </section>
    )}
  </Layout>
);

/** The way from the number of a row to why the lists say what they say of it. */
const whyOf =
  (on: LocalDate, { instant, day }: AsKnown) =>
  (number: string): string =>
    `/returns/why?return=annex-a&on=${on}${instant === undefined ? '' : `&known=${day}`}&child=${encodeURIComponent(number)}`;

const Choice = ({ on, known }: Pick<Props, 'on' | 'known'>) => (
  <form method="get" action="/returns/annex-a" class="sl-filters sl-filters--plain" aria-label="Of which day">
    <FilterDate id="on" label="As on" value={on} />
    <FilterDate id="known" label="As known on (now if empty)" value={known.instant === undefined ? '' : known.day} />
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
type RowsProps = Pick<Props, 'page' | 'opens'> & { readonly list: AnnexList; readonly why: ((number: string) => string) | undefined };

const Rows = ({ list: { name, heads, rows, people }, page, opens, why }: RowsProps) => (
  <div class="sl-scroll" tabIndex={0} role="group" aria-label={`${name}, all columns`}>
    <Table
      classes="sl-list sl-in-lines"
      firstCellIsHeader
      head={[...heads.slice(0, 1), ...(why === undefined ? [] : ['Why']), ...heads.slice(1)].map((text) => ({ text }))}
      rows={rows.slice(page.first, page.last).map(([first, ...cells], n) => {
        const number = String(said(first));
        const to = opens ? `${name === 'List 11' ? '/files' : '/children'}/${people[page.first + n]}` : undefined;
        return [
          {
            text:
              to === undefined ? (
                number || 'No number'
              ) : (
                <a class="govuk-link" href={to}>
                  {number || 'No number'}
                </a>
              ),
          },
          ...(why === undefined ? [] : [{ text: number === '' ? '' : <Why of={name} number={number} to={why(number)} /> }]),
          ...cells.map((cell) => ({ text: said(cell) })),
        ];
      })}
    />
  </div>
);

const Why = ({ of, number, to }: { readonly of: string; readonly number: string; readonly to: string }) => (
  <a class="govuk-link" href={to}>
    Why<span class="govuk-visually-hidden">{` ${of} says this of ${number}`}</span>
  </a>
);
