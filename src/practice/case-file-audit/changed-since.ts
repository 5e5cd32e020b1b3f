import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf } from '../../kernel/step/step.ts';
import { agreedActionsOf, type AgreedAction } from '../supervision/what-followed.ts';
import { caseFileAuditOutcome } from './case-file-audit-outcome.ts';
import { auditGrades } from './grades.ts';

/** What the last audit asked for, and what is otherwise since: from the record alone. */
type ChangedSince = {
  readonly entry: string;
  readonly on: LocalDate;
  readonly grade: string;
  readonly toChange: string | undefined;
  readonly actions: readonly AgreedAction[];
  readonly visits: number;
  readonly seenAlone: number;
  readonly discussed: number;
};

/** Since the latest audit that came to a grade; undefined: none did. */
export function changedSince(history: History, today: LocalDate): ChangedSince | undefined {
  const last = allOf(caseFileAuditOutcome, history).at(-1);
  if (last === undefined) return undefined;
  const since = history.filter(({ happenedOn }) => happenedOn > last.happenedOn && happenedOn <= today);
  const visits = since.filter(({ step }) => step === 'visit');
  return {
    entry: last.entry,
    on: last.happenedOn,
    grade: auditGrades[last.answers.grade],
    toChange: last.answers.toChange,
    actions: agreedActionsOf(history, last.entry, today),
    visits: visits.length,
    seenAlone: visits.filter(({ answers }) => answers['seenAlone'] === 'yes').length,
    discussed: since.filter(({ step }) => step === 'caseDiscussion').length,
  };
}
