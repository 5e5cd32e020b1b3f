import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { meanOf, shareOf } from '../../../oversight/burden/told-figures.ts';
import type { RecordingLag } from '../../../record/recording-lag.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { Team } from '../../parts.ts';

export type LagProps = {
  readonly lag: readonly RecordingLag[];
  readonly teams: readonly Team[];
  readonly steps: ReadonlyMap<string, AnyStep>;
};

/** How long after the event it is on record, as it is now: by team, by step and by day; what was entered late, and how late. */
export const Lag = ({ lag, teams, steps }: LagProps) => (
  <section aria-labelledby="lag">
    <h2 class="govuk-heading-m" id="lag">
      How soon it is on record
    </h2>
    {lag.length === 0 ? (
      <p class="govuk-body">In four weeks fewer than five people have recorded here.</p>
    ) : (
      <>
        <p class="govuk-body">
          Of the last four weeks up to now, what is usually recorded on its day; corrections and imported files are left out. A board can
          say no more than what is on record: the later it is written, the older is what the board shows.
        </p>
        <LagTable caption="By team" rows={lagOf(lag, 'team')} nameOf={({ team }) => teams.find(({ id }) => id === team)?.name ?? ''} />
        <LagTable caption="By step" rows={lagOf(lag, 'step')} nameOf={({ step }) => steps.get(step ?? '')?.title ?? step ?? ''} />
        <LagTable
          caption="By day of recording"
          rows={lagOf(lag, 'day').toReversed()}
          nameOf={({ day }) => (day === null ? '' : formatDate(day))}
        />
      </>
    )}
  </section>
);

const lagOf = (lag: readonly RecordingLag[], kind: RecordingLag['kind']) => lag.filter((one) => one.kind === kind);

type TableProps = {
  readonly caption: string;
  readonly rows: readonly RecordingLag[];
  readonly nameOf: (row: RecordingLag) => string;
};

const LagTable = ({ caption, rows, nameOf }: TableProps) =>
  rows.length === 0 ? null : (
    <CardTable
      caption={caption}
      captionClasses="govuk-table__caption--s"
      heads={[
        caption.replace('By ', ''),
        'Entries',
        'Days from event to record',
        'By the next day',
        '2 to 7 days after',
        '8 to 28 days after',
        'Later',
      ]}
      rows={rows.map((row) => [
        nameOf(row),
        String(row.entries),
        String(meanOf(row.lagDays, row.entries) ?? ''),
        `${shareOf(row.prompt, row.entries) ?? 0} %`,
        String(row.withinWeek),
        String(row.withinMonth),
        String(row.later),
      ])}
    />
  );
