import { formatDate } from '../../kernel/calendar/dates.ts';
import type { Clock } from '../../kernel/step/clock.ts';
import { byTime, clockState, inPractice, lateBy, until, type Looking } from '../said-dates.ts';

/** One clock in words: late has a red tag, due soon a yellow one; in time is plain text, never green. */
export function ClockWords({ clock, known }: { readonly clock: Clock; readonly known: Looking }) {
  const { today } = known;
  const state = clockState(clock, known);
  switch (state) {
    case 'late':
      return (
        <span class="sl-clock">
          <strong class="govuk-tag govuk-tag--red sl-tag">{lateBy(clock.dueOn, today)}</strong>{' '}
          <span class="sl-due">
            was due {formatDate(clock.dueOn)}
            {byTime(clock)}
            {clock.lateReason === undefined ? '' : ' (reason given)'}
          </span>
        </span>
      );
    case 'dueSoon':
      return (
        <span class="sl-clock">
          <strong class="govuk-tag govuk-tag--yellow sl-tag">due {until(clock.dueOn, today)}</strong>{' '}
          <span class="sl-due">
            <DueOn clock={clock} />
          </span>
        </span>
      );
    case 'inTime':
      return (
        <span class="sl-clock">
          due <DueOn clock={clock} /> <span class="sl-due">{until(clock.dueOn, today)}</span>
        </span>
      );
    case 'notYet':
      return (
        <span class="sl-clock sl-due">
          from {formatDate(clock.startedOn)}, due {formatDate(clock.dueOn)}
        </span>
      );
    case 'notInSource':
      return <NotInSource />;
    case 'met':
      return <span class="sl-clock">done {formatDate(clock.metOn ?? clock.dueOn)}</span>;
    case 'metLate':
      return (
        <span class="sl-clock">
          done {formatDate(clock.metOn ?? clock.dueOn)} <span class="sl-due">{lateWhenDone(clock)}</span>
        </span>
      );
    case 'ended':
    case 'endedLate':
      return (
        <span class="sl-clock sl-due">
          ended {clock.endedOn === undefined ? '' : formatDate(clock.endedOn)}
          {clock.endedBecause === undefined ? '' : `: ${clock.endedBecause}`}
          {state === 'endedLate' ? `; it was due ${formatDate(clock.dueOn)}, and by then not done` : ''}
        </span>
      );
  }
}

const lateWhenDone = ({ dueOn, metOn = dueOn }: Clock): string => (metOn === dueOn ? 'late that day' : lateBy(dueOn, metOn));

/** The day, the time of a limit in hours, and when it must be done in practice. */
function DueOn({ clock }: { readonly clock: Clock }) {
  const practice = inPractice(clock.dueOn);
  return (
    <>
      {formatDate(clock.dueOn)}
      {byTime(clock)}
      {practice === undefined ? '' : `, ${practice}`}
    </>
  );
}

export const NotInSource = () => <span class="sl-clock sl-due">not in the source</span>;
