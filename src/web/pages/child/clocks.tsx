import { formatDate } from '../../../kernel/calendar/dates.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { RecordLink } from '../../components/offered.tsx';
import { isOpen } from '../../../practice/board-marks.ts';
import type { ChildModel } from './child.ts';
import type { ShownClock } from './shown-clocks.ts';

const runs = ({ state }: ShownClock): boolean => isOpen(state);

/** What is due for this child, the late first; what is over unfolds. */
export function Clocks({ child }: { readonly child: ChildModel }) {
  const running = child.clocks.filter(runs);
  const over = child.clocks.filter((shown) => !runs(shown));
  return (
    <section aria-labelledby="clocks">
      <h2 class="govuk-heading-m" id="clocks">
        What is due
      </h2>
      {running.length === 0 ? (
        <p class="govuk-body">No limit is running.</p>
      ) : (
        <ClockTable clocks={running} child={child} caption="Limits running now" />
      )}
      {over.length === 0 ? null : (
        <details class="sl-more">
          <summary>
            {over.length} earlier {over.length === 1 ? 'limit' : 'limits'}
          </summary>
          <ClockTable clocks={over} child={child} caption="Limits met or ended" />
        </details>
      )}
    </section>
  );
}

const ClockTable = ({
  clocks,
  child,
  caption,
}: {
  readonly clocks: readonly ShownClock[];
  readonly child: ChildModel;
  readonly caption: string;
}) => (
  <CardTable
    caption={caption}
    captionClasses="govuk-visually-hidden"
    heads={['Limit', 'From', 'How it stands']}
    rows={clocks.map((shown) => [
      <>
        {shown.title}
        {shown.of === undefined ? null : <span class="sl-line">{shown.of}</span>} <span class="sl-due sl-line sl-law">{shown.law}</span>
      </>,
      <span class="sl-date-words">{formatDate(shown.clock.startedOn)}</span>,
      <HowItStands shown={shown} child={child} />,
    ])}
  />
);

const HowItStands = ({
  shown: { clock, title, mayExplain, reason },
  child,
}: {
  readonly shown: ShownClock;
  readonly child: ChildModel;
}) => (
  <>
    <ClockWords clock={clock} known={child.known} />
    {reason === undefined ? null : <span class="sl-due sl-line">Reason: {reason}</span>}
    {mayExplain ? (
      <RecordLink
        person={child.record.person}
        step="lateReason"
        query={new URLSearchParams({ rule: clock.rule, startedBy: clock.startedBy })}
        classes="sl-line"
      >
        Give the reason<span class="govuk-visually-hidden"> for lateness: {title}</span>
      </RecordLink>
    ) : null}
  </>
);
