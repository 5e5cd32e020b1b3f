import { summaryLine } from '../../../kernel/step/said.ts';
import type { Clock, ClockState } from '../../../kernel/step/clock.ts';
import type { History } from '../../../kernel/step/history.ts';
import type { Timescale } from '../../../kernel/step/timescale.ts';
import type { ChildRecord, Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { clockState, type AsKnown } from '../../said-dates.ts';
import { isRecordedOf } from './recorded-of.ts';

export type ShownClock = {
  readonly clock: Clock;
  readonly state: ClockState;
  readonly title: string;
  /** Of what it is, where the same limit may run of several things: an action, a challenge, an improvement. */
  readonly of: string | undefined;
  readonly law: string;
  readonly mayExplain: boolean;
  readonly reason: string | undefined;
};

const order: Readonly<Record<ClockState, number>> = {
  late: 0,
  dueSoon: 1,
  inTime: 2,
  notInSource: 3,
  metLate: 4,
  endedLate: 5,
  met: 6,
  ended: 7,
  notYet: 8,
};

/** A reason explains lateness; it never removes it. */
const outOfTime: ReadonlySet<ClockState> = new Set<ClockState>(['late', 'metLate', 'endedLate']);

/** The limits of a child, what is late first; of what is over the latest first. */
export function shownClocks(record: ChildRecord, parts: WebParts, session: Session, known: AsKnown): readonly ShownClock[] {
  const rules = new Map<string, Timescale>(parts.timescales.map((timescale) => [`${timescale.rule} ${timescale.version}`, timescale]));
  const explains = parts.steps.some(
    (step) =>
      step.name === 'lateReason' && isRecordedOf(step, record.standing) && step.may.record.some((role) => session.roles.includes(role)),
  );
  return record.clocks
    .map((clock): ShownClock => {
      const timescale = rules.get(`${clock.rule} ${clock.version}`);
      const state = clockState(clock, known);
      const reason = record.history.find(({ entry }) => entry === clock.lateReason)?.answers['reason'];
      return {
        clock,
        state,
        title: timescale?.title ?? clock.rule,
        of: ofWhat(record.history, clock, parts),
        law: timescale?.law ?? '',
        mayExplain: explains && known.instant === undefined && outOfTime.has(state) && clock.lateReason === undefined,
        reason: typeof reason === 'string' ? reason : undefined,
      };
    })
    .sort(
      (a, b) =>
        order[a.state] - order[b.state] ||
        (order[a.state] > 3 ? b.clock.dueOn.localeCompare(a.clock.dueOn) : a.clock.dueOn.localeCompare(b.clock.dueOn)),
    );
}

/**
 * Of what a limit is, where it is met by an answer to one thing among several: an action, a challenge, an improvement. Undefined: its title says it, or what
 * started it may not be read.
 */
export function ofWhat(
  history: History,
  { rule, startedBy }: Pick<Clock, 'rule' | 'startedBy'>,
  { steps, timescales }: Pick<WebParts, 'steps' | 'timescales'>,
): string | undefined {
  const metBy = timescales.find((one) => one.rule === rule)?.meets.step;
  const started = history.find(({ entry }) => entry === startedBy);
  const step = steps.find(({ name }) => name === started?.step);
  if (started === undefined || step === undefined || steps.find(({ name }) => name === metBy)?.among === undefined) return undefined;
  return summaryLine(step, started.answers);
}
