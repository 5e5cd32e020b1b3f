import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import { vacancyTable, workersTable } from '../../../returns/workforce-census/census.ts';

/** What has no number of its own stands under the name of its table. */
const withoutNumber: Readonly<Record<string, string>> = { [workersTable]: 'Without a number', [vacancyTable]: 'The authority' };

/** Whose it is, in words: by their number, where they have one. */
export const whomOf = (child: string): string => withoutNumber[child] ?? child;

/** The way to why a return says what it says of a child, or of a social worker. */
export const Linked = ({ one, child }: { readonly one: PreparedReturn; readonly child: string }) =>
  withoutNumber[child] !== undefined ? (
    <>{whomOf(child)}</>
  ) : (
    <a class="govuk-link" href={whyAt(one, child)}>
      {child}
    </a>
  );

const whyAt = ({ return: of, year, on }: PreparedReturn, child: string): string =>
  `/returns/why?return=${of}&${on === null ? `year=${year}` : `on=${on}`}&child=${encodeURIComponent(child)}`;
