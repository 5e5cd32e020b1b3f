import { fewest, pointsAtSomebody, withoutSmall } from '../../../oversight/statistics/small-numbers.ts';
import type { BodyFigure } from '../../../record/body-figures.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Part } from './part.tsx';

/** As each figure is said: a count of children, or how many of them something is true of. */
const said: Readonly<Record<string, string>> = {
  plan: 'Children on a protection plan',
  care: 'Children looked after',
  planVisit: 'On a plan, with no visit late',
  planReview: 'On a plan, with no review late',
  planSeen: 'On a plan for four weeks or longer, and seen in the last four',
  careVisit: 'Looked after, with no visit late',
  careReview: 'Looked after, with no review late',
  worker: 'On a plan or looked after, with a social worker by name',
};
const counts: ReadonlySet<string> = new Set(['plan', 'care']);

type Props = { readonly figures: readonly BodyFigure[]; readonly area: string | undefined };

/** What boards count, of the area of a panel, beside the whole authority. A number by which a child could be known is not shown, nor one from which it could be worked out. */
export function AreaFigures({ figures, area }: Props) {
  if (figures.length === 0) return null;
  const own = (area ?? 'here').toLowerCase();
  const order = Object.keys(said);
  const rows = [...Map.groupBy(figures, ({ figure }) => figure)]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([figure, parts]) => {
      const all = parts.map(({ part, n, among }) => ({ title: part, n, among }));
      const here = withoutSmall(all).find(({ title }) => title.toLowerCase() === own);
      const whole = { n: sum(all.map(({ n }) => n)), among: sum(all.map(({ among }) => among)) };
      return [
        said[figure] ?? figure,
        here === undefined
          ? 'none'
          : here.n === undefined
            ? `not shown: fewer than ${fewest}, or would tell of them`
            : words(figure, here.n, here.among),
        pointsAtSomebody(whole) ? 'not shown' : words(figure, whole.n, whole.among),
      ];
    });
  return (
    <Part id="figures" title="Children of this area">
      <p class="govuk-body">As boards count them today. Each number stands beside the number out of which it is, and none names a child.</p>
      <CardTable
        caption="Children of this area"
        captionClasses="govuk-visually-hidden"
        heads={['What', 'Here', 'The whole authority']}
        rows={rows}
      />
      <p class="govuk-body sl-due">That no visit is late does not say that a child is safe: read it beside how many were seen.</p>
    </Part>
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const words = (figure: string, n: number, among: number): string =>
  counts.has(figure) ? n.toLocaleString('en-GB') : `${n.toLocaleString('en-GB')} of ${among.toLocaleString('en-GB')}`;
