/** A board of a large team is more rows than can be read at once: most pressing first, and a way to the next. A board of a whole service has shorter pages (`reading.ts`). */
export const pageLength = 100;

export type Page = { readonly number: number; readonly of: number; readonly first: number; readonly last: number; readonly total: number };

/** The page asked for; a number that is no page of this board is the first or the last. */
export function pageOf(total: number, asked: string, length = pageLength): Page {
  const of = Math.max(1, Math.ceil(total / length));
  const wanted = /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
  const number = Math.min(Math.max(1, wanted), of);
  return { number, of, first: (number - 1) * length, last: Math.min(total, number * length), total };
}

const Step = ({ href, rel, words }: { readonly href: string; readonly rel: 'next' | 'prev'; readonly words: string }) => (
  <div class={`govuk-pagination__${rel}`}>
    <a class="govuk-link govuk-pagination__link" href={href} rel={rel}>
      <span class="govuk-pagination__link-title">{words}</span>
    </a>
  </div>
);

type PagingProps = { readonly page: Page; readonly link: (number: number) => string; readonly of?: string; readonly what?: string };

/** Nothing, where all rows are on one page. */
export function Paging({ page, link, of = 'the board', what = 'Children' }: PagingProps) {
  if (page.of === 1) return null;
  return (
    <nav class="govuk-pagination" aria-label={`Pages of ${of}`}>
      {page.number === 1 ? null : <Step href={link(page.number - 1)} rel="prev" words="Previous page" />}
      <p class="govuk-body sl-tight">
        {what} {(page.first + 1).toLocaleString('en-GB')} to {page.last.toLocaleString('en-GB')} of {page.total.toLocaleString('en-GB')}:
        page {page.number} of {page.of}
      </p>
      {page.number === page.of ? null : <Step href={link(page.number + 1)} rel="next" words="Next page" />}
    </nav>
  );
}
