import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { ChangedBy } from '../../parts.ts';
import { WhoChangedWhat } from './who-changed.tsx';

const between = { from: '2026-05-20T09:00:00.000Z', to: '2026-06-02T09:00:00.000Z' };
const shown = (of: 'annex-a' | 'workforce-census', children: readonly ChangedBy[]): string =>
  render(<WhoChangedWhat one={{ return: of }} who={{ ...between, children }} names={new Map()} />);
const changed = { part: 'A table', field: 'FTE', was: '1', now: '0.6', by: [] };

it('says that nobody recorded anything, where what differs comes from elsewhere', () =>
  expect(shown('annex-a', [{ child: '7', person: 'p', values: [], others: [] }])).toContain('nobody recorded anything of these children'));

it('says of staff that no other entries are named than those from which the census follows, and of whom by their number', () => {
  const page = shown('workforce-census', [
    { child: 'SW555', values: [changed], others: [] },
    { child: 'workforce-census-workers', values: [changed], others: [] },
  ]);
  for (const words of ['Number of the social worker', 'SW555', 'Without a number', 'those entries alone are named'])
    expect(page).toContain(words);
  expect(page).not.toContain('href');
  expect(shown('annex-a', [{ child: '7', person: 'p', values: [changed], others: [] }])).not.toContain('those entries alone');
});
