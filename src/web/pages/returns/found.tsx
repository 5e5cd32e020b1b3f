import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import { explainedWords, type FoundRow } from '../../../returns/found-rows.ts';
import { CardTable } from '../../components/card-table.tsx';
import { FilterSelect } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { Paging, type Page } from '../../components/paging.tsx';
import { titleOfReturn } from '../../../returns/signed-of-a-day.ts';
import { Linked } from './linked.tsx';
import { levels, noteOf } from './prepared.tsx';

type Props = {
  readonly frame: Frame;
  readonly one: PreparedReturn;
  /** Undefined: none were kept with it. */
  readonly rows: readonly FoundRow[] | undefined;
  /** Of one rule; empty: of all. */
  readonly rule: string;
  readonly page: Page;
};

/** Why it is right: of the record of the child, and of the return. */
export const saidOf = (one: PreparedReturn, row: FoundRow): string =>
  [explainedWords(row), noteOf(one, row.code) ?? ''].filter((words) => words !== '').join(' – ');

/** `CINdetails, row 12`: counted from 1, as people do. */
export const placeOf = ({ table, row }: FoundRow): string =>
  table === null ? 'The return as a whole' : row === null ? table : `${table}, row ${row + 1}`;

/** What the rules found in a return when it was prepared, row by row, in the words that they had then. */
export const FoundPage = ({ frame, one, rows, rule, page }: Props) => {
  const title = `What the rules found: ${titleOfReturn(one)}`;
  const at = `/returns/prepared/${one.prepared}/findings`;
  const query = rule === '' ? '' : `rule=${encodeURIComponent(rule)}&`;
  return (
    <Layout frame={frame} title={title} wide>
      <BackLink text="The return" href={`/returns/prepared/${one.prepared}`} />
      <h1 class="govuk-heading-l">{title}</h1>
      {rows === undefined ? (
        <p class="govuk-body">
          None are here row by row: the return was prepared before they were kept, or it was destroyed when its time was over. How often
          each rule found something stands on its page.
        </p>
      ) : (
        <>
          <form method="get" action={at} class="sl-filters sl-filters--plain" aria-label="Of which rule">
            <FilterSelect
              id="rule"
              name="rule"
              label="Of which rule"
              value={rule}
              options={[{ value: '', label: 'All rules' }, ...one.found.map(({ code }) => ({ value: code, label: code }))]}
            />
            <button class="govuk-button govuk-button--secondary sl-button" type="submit">
              Show
            </button>
          </form>
          {rows.length === 0 ? (
            <p class="govuk-body">The rules found nothing.</p>
          ) : (
            <Rows one={one} rows={rows.slice(page.first, page.last)} />
          )}
          <Paging page={page} link={(number) => `${at}?${query}page=${number}`} of="what was found" what="Rows" />
        </>
      )}
    </Layout>
  );
};

const Rows = ({ one, rows }: { readonly one: PreparedReturn; readonly rows: readonly FoundRow[] }) => (
  <CardTable
    caption="Row by row"
    captionClasses="govuk-visually-hidden"
    heads={['Child', 'Rule', 'Level', 'Where', 'Values', 'What it says', 'Why it is right']}
    rows={rows.map((row) => [
      row.child === null ? '–' : <Linked one={one} child={row.child} />,
      row.code,
      levels[row.level],
      placeOf(row),
      row.fields.map((field, n) => `${field}: ${row.values[n] ?? 'nothing'}`).join('; '),
      row.words,
      saidOf(one, row),
    ])}
  />
);
