import type { PreparedReturn } from '../../../record/prepared-returns.ts';

/** The way to why a return says what it says of a child, or of a social worker. */
export const Linked = ({ one, child }: { readonly one: PreparedReturn; readonly child: string }) => (
  <a class="govuk-link" href={whyAt(one, child)}>
    {child}
  </a>
);

const whyAt = ({ return: of, year, on }: PreparedReturn, child: string): string =>
  `/returns/why?return=${of}&${on === null ? `year=${year}` : `on=${on}`}&child=${encodeURIComponent(child)}`;
