import { dayInEngland, type LocalDate } from '../calendar/dates.ts';
import type { Line } from '../step/history.ts';

/**
 * The day from which a line was on record. What was imported is taken to have been on record in its own system from the day on which it happened, for no source says when it was
 * written down; a correction from the day on which
 * it was recorded here, and what was moved from the day on which it was first recorded.
 */
export function onRecordSince({ source, corrects, happenedOn, recordedAt, movedBy, statedAt }: Line): LocalDate {
  const recorded = dayInEngland(new Date((movedBy === undefined ? undefined : statedAt) ?? recordedAt));
  return source !== undefined && corrects === undefined && happenedOn < recorded ? happenedOn : recorded;
}

/** A chain as far as it was on record at the end of a day, in its order. */
export function knownBy(chain: readonly Line[], day: LocalDate): readonly Line[] {
  const known = new Set<number>();
  return chain.filter((line) => {
    const isKnown = onRecordSince(line) <= day && (line.corrects === undefined || known.has(line.corrects));
    if (isKnown) known.add(line.position);
    return isKnown;
  });
}
