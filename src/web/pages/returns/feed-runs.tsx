import type { FeedRun } from '../../../record/daily-feed.ts';
import { CardTable } from '../../components/card-table.tsx';
import { formatInstant } from '../../said-dates.ts';

const kinds = { full: 'Everybody', changes: 'What changed' } as const;

const howItEnded = ({ endedAt, calls, accepted, lastStatus }: FeedRun): string => {
  if (endedAt !== null) return 'All was sent';
  const why = lastStatus === null ? 'nothing was answered yet' : lastStatus === 0 ? 'nobody answered' : `the answer was ${lastStatus}`;
  return `${accepted} of ${calls} calls accepted, then ${why}: the rest is sent first next time`;
};

/** The runs of the daily feed, as numbers. */
export const FeedRuns = ({ runs }: { readonly runs: readonly FeedRun[] }) =>
  runs.length === 0 ? null : (
    <CardTable
      caption="Daily feed to the Department: the last runs"
      heads={['Begun', 'What', 'Children', 'Refused', 'Left out', 'How it ended']}
      rows={runs
        .slice(0, 10)
        .map((one) => [formatInstant(one.begunAt), kinds[one.kind], one.children, one.refused, one.leftOut, howItEnded(one)])}
    />
  );
