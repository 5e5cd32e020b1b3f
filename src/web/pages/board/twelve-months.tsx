import { formatDate } from '../../../kernel/calendar/dates.ts';
import { Table } from '../../components/lists.tsx';
import type { Month } from './months.ts';

const heads = ['Day', 'On plans', 'Of them reviewed in six months', 'Looked after', 'Of them reviewed in six months', 'In both'];

/** The lines of twelve months in numbers: each as it was known at the month's end. */
export const TwelveMonths = ({ months }: { readonly months: readonly Month[] }) => (
  <details class="sl-more sl-months">
    <summary>The last twelve months in numbers</summary>
    <Table
      classes="sl-board sl-board--small"
      caption="As known at the end of each month"
      captionClasses="sl-caption"
      firstCellIsHeader
      head={heads.map((text) => ({ text }))}
      rows={months.map((month) =>
        [formatDate(month.on), month.onPlan, month.onPlanReviewed, month.lookedAfter, month.lookedAfterReviewed, month.both].map(
          (cell, n) => ({
            text: String(cell),
            attributes: { 'data-label': heads[n] ?? '' },
          }),
        ),
      )}
    />
  </details>
);
