import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { pageLength, pageOf, Paging } from './paging.tsx';

describe('a board of many', () => {
  test('is one page as long as it can be read at once', () => {
    expect(pageOf(pageLength, '')).toEqual({ number: 1, of: 1, first: 0, last: pageLength, total: pageLength });
    expect(render(<Paging page={pageOf(pageLength, '')} link={String} />)).toBe('');
    expect(pageOf(0, '')).toMatchObject({ number: 1, of: 1, first: 0, last: 0 });
  });

  test('goes on from page to page, and every row is on one of them', () => {
    const total = pageLength * 2 + 1;
    const pages = ['1', '2', '3'].map((asked) => pageOf(total, asked));
    expect(pages.map(({ first, last }) => last - first)).toEqual([pageLength, pageLength, 1]);
    expect(pages.map(({ first }) => first)).toEqual([0, pageLength, 2 * pageLength]);
  });

  test.each(['0', '-1', '99', 'x', '1e9', ''])('shows a page that there is when asked for "%s"', (asked) => {
    const { number, of } = pageOf(pageLength + 1, asked);
    expect(number).toBeGreaterThanOrEqual(1);
    expect(number).toBeLessThanOrEqual(of);
  });

  test('says which children these are, and leads to the page before and after', () => {
    const said = render(<Paging page={pageOf(11_000, '2')} link={(number) => `/board?page=${number}`} />);
    expect(said).toContain('Children 101 to 200 of 11,000: page 2 of 110');
    expect(said).toContain('href="/board?page=1" rel="prev"');
    expect(said).toContain('href="/board?page=3" rel="next"');
  });
});
