import { daysBetween, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import type { ListedChild } from '../../../record/contract.ts';
import { clockState, type Looking } from '../../said-dates.ts';

/** A child as supervision should look at them: from what is on record, nothing of it asked of anybody again. */
export type BroughtChild = {
  readonly person: string;
  readonly name: string;
  readonly late: readonly Clock[];
  readonly lastSeenOn: LocalDate | undefined;
  /** Undefined: never, as far as is on record. */
  readonly discussedOn: LocalDate | undefined;
  readonly discussion: Clock | undefined;
  /** What the manager returned, and nobody has written again. */
  readonly isReturned: boolean;
  /** What an audit or a conference chair found, and nobody has answered or looked at again. */
  readonly findings: readonly Clock[];
  readonly populations: readonly string[];
};

const ofFindings: ReadonlySet<string> = new Set(['childFoundUnsafe', 'chairsConcern', 'caseFileReaudit']);

/** A worker's children, those first of whom most calls for thought: late, never discussed, long unseen. */
export function agendaOf(children: readonly ListedChild[], known: Looking): readonly BroughtChild[] {
  return children
    .map((child) => broughtBy(child, known))
    .toSorted((a, b) => pressing(b, known.today) - pressing(a, known.today) || a.name.localeCompare(b.name));
}

function broughtBy({ person, standing, clocks }: ListedChild, known: Looking): BroughtChild {
  const late = clocks.filter((clock) => clockState(clock, known) === 'late');
  const discussion = clocks.find(({ rule }) => rule === 'caseDiscussion');
  return {
    person,
    name: standing.name,
    late,
    lastSeenOn: standing.lastSeenOn,
    discussedOn: discussion?.startedOn,
    discussion,
    isReturned: clocks.some(({ rule }) => rule === 'returnedAssessment'),
    findings: clocks.filter(({ rule }) => ofFindings.has(rule)),
    populations: [
      ...(standing.onPlanSince === undefined ? [] : ['on a plan']),
      ...(standing.lookedAfterSince === undefined ? [] : ['looked after']),
    ],
  };
}

function pressing({ late, discussedOn, lastSeenOn, isReturned, findings }: BroughtChild, today: LocalDate): number {
  const unseen = lastSeenOn === undefined ? 4 : Math.min(4, Math.floor(daysBetween(lastSeenOn, today) / 14));
  return late.length * 4 + unseen + (discussedOn === undefined ? 3 : 0) + (isReturned ? 2 : 0) + findings.length * 3;
}
