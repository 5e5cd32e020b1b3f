import { formatDate } from '../../../kernel/calendar/dates.ts';
import { Table } from '../../components/lists.tsx';
import { Sparkline, type Point } from '../../components/sparkline.tsx';
import type { Month } from './months.ts';
import type { PopulationName } from './populations.ts';

const plans = (month: Month): Point => ({ on: month.on, value: month.onPlanReviewed, of: month.onPlan });
const care = (month: Month): Point => ({ on: month.on, value: month.lookedAfterReviewed, of: month.lookedAfter });

/** Twelve months as a line, and in numbers: each as it was known at the month's end. */
export function TwelveMonths({ months, who }: { readonly months: readonly Month[]; readonly who: PopulationName }) {
  const shown = [
    ...(who === 'care' ? [] : [{ title: 'On plans, and reviewed in six months', points: months.map(plans) }]),
    ...(who === 'plans' ? [] : [{ title: 'Looked after, and reviewed in six months', points: months.map(care) }]),
  ];
  return (
    <section class="sl-months" aria-label="The last twelve months">
      <div class="sl-months__lines">
        {shown.map(({ title, points }) => (
          <figure class="sl-months__one" key={title}>
            <figcaption>{title}</figcaption>
            <Sparkline title={title} points={points} />
          </figure>
        ))}
      </div>
      <details class="sl-more">
        <summary>The last twelve months in numbers</summary>
        <Table
          classes="sl-board sl-board--small sl-numbers"
          caption="As known at the end of each month"
          captionClasses="sl-caption"
          firstCellIsHeader
          head={['Day', 'On plans', 'Reviewed in six months', 'Looked after', 'Reviewed in six months', 'In both'].map((text) => ({
            text,
          }))}
          rows={months.map((month) =>
            [formatDate(month.on), month.onPlan, month.onPlanReviewed, month.lookedAfter, month.lookedAfterReviewed, month.both].map(
              (cell, n) => ({
                text: String(cell),
                attributes: {
                  'data-label': ['Day', 'On plans', 'Reviewed in six months', 'Looked after', 'Reviewed in six months', 'In both'][n] ?? '',
                },
              }),
            ),
          )}
        />
      </details>
    </section>
  );
}
