import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { WhoChangedWhat } from './who-changed.tsx';

const between = { from: '2026-05-20T09:00:00.000Z', to: '2026-06-02T09:00:00.000Z' };
const shown = (children: readonly { readonly child: string }[]): string =>
  render(
    <WhoChangedWhat
      who={{ ...between, children: children.map((one) => ({ ...one, person: 'p', values: [], others: [] })) }}
      names={new Map()}
      total={1}
    />,
  );

it('says that nobody recorded anything of children alone whom it knows: of adopters, who stand in a list too, it says where to look', () => {
  expect(shown([{ child: '7' }])).toContain('nobody recorded anything of these children');
  expect(shown([])).not.toContain('nobody recorded anything');
  expect(shown([])).toContain('in the file of the adopters');
});
