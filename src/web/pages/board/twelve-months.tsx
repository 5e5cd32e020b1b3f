import { formatDate } from '../../../kernel/calendar/dates.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { Month } from './months.ts';

const heads = ['Day', 'On plans', 'Of them reviewed in six months', 'Looked after', 'Of them reviewed in six months', 'In both'];

const cellsOf = ({ on, onPlan, onPlanReviewed, lookedAfter, lookedAfterReviewed, both, moved }: Month) => [
  formatDate(on),
  onPlan,
  onPlanReviewed,
  lookedAfter,
  lookedAfterReviewed,
  both,
  moved,
];

const movedHead = 'Moved to another team or worker since, not counted';

/** Said only where somebody has moved: of the whole service nobody has. */
const headsOf = (months: readonly Month[]): readonly string[] => (months.some(({ moved }) => moved > 0) ? [...heads, movedHead] : heads);

/** The lines of twelve months in numbers: each as it was known at the month's end, of the children of those entitled today. */
export const TwelveMonths = ({ months }: { readonly months: readonly Month[] }) => (
  <details class="sl-more sl-months">
    <summary>The last twelve months in numbers</summary>
    <CardTable
      caption="As known at the end of each month"
      captionClasses="sl-caption"
      heads={headsOf(months)}
      rows={months.map((month) => cellsOf(month).slice(0, headsOf(months).length))}
    />
  </details>
);
