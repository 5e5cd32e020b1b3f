import { addMonths, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { changedSince, standards } from '../../../practice/pathway.ts';
import type { ChildRecord, Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { asKnown, clockState, counted, dayOf, workingDaysFromTo } from '../../said-dates.ts';
import { openAndRead } from '../child/opening.ts';

const lastOf = (history: History, ...steps: readonly string[]): Statement | undefined =>
  history.findLast(({ step }) => steps.includes(step));
const onOr = (statement: Statement | undefined, none: string): string =>
  statement === undefined ? none : formatDate(statement.happenedOn);

/** What the record says of each standard, for the auditor to confirm or to dispute: facts and counts of half a year, no judgement. */
export async function sayingsOf(parts: WebParts, session: Session, child: string): Promise<Readonly<Record<string, string>>> {
  const record = (await openAndRead(parts, session, [child], 'To audit this case file')).get(child);
  if (record === undefined) return {};
  const said = saying(record, parts.now());
  return Object.fromEntries(
    Object.keys(standards).flatMap((standard, n) => [
      [`standards.${n}.standard`, standard],
      [`standards.${n}.recordSays`, said[standard] ?? ''],
    ]),
  );
}

function saying({ history, clocks }: ChildRecord, now: Date): Readonly<Record<string, string>> {
  const known = asKnown({}, now);
  const since = addMonths(known.today, -6);
  const recent = history.filter(({ happenedOn }) => happenedOn >= since);
  const visits = recent.filter(({ step }) => step === 'visit');
  const count = (answer: string, value: unknown): number => visits.filter(({ answers }) => answers[answer] === value).length;
  const late = clocks.filter((clock) => clockState(clock, known) === 'late').length;
  const slow = recent.filter((one) => workingDaysFromTo(one.happenedOn, recordedOn(one)) > 2).length;
  return {
    seen: `${counted(visits.length, 'visit')} in six months: seen at ${count('seen', true)}, alone at ${count('seenAlone', 'yes')}`,
    assessment: `Last assessment: ${onOr(lastOf(history, 'assessmentReport', 'childAndFamilyAssessment'), 'none on record')}`,
    plan: `Last plan or review of it: ${onOr(lastOf(history, 'childProtectionPlan', 'childInNeedPlan', 'carePlan', 'coreGroupMeeting', 'reviewConference'), 'none on record')}`,
    progress: `${counted(late, 'limit')} late today; last core group ${onOr(lastOf(history, 'coreGroupMeeting'), 'none on record')}${sinceLast(history, known.today)}`,
    oversight: `Last discussed in supervision: ${onOr(lastOf(history, 'caseDiscussion'), 'never')}`,
    recording: `${slow} of ${counted(recent.length, 'entry', 'entries')} in six months were recorded more than two working days after`,
  };
}

/** Where it has been audited before: what was asked for then, and what is otherwise since. */
function sinceLast(history: History, today: LocalDate): string {
  const since = changedSince(history, today);
  if (since === undefined) return '';
  const done = since.actions.filter(({ state }) => state === 'done' || state === 'doneLate').length;
  return (
    `. Audited ${formatDate(since.on)}: ${since.grade.toLowerCase()}${since.toChange === undefined ? '' : `, to change: ${since.toChange}`}. ` +
    `Since then ${done} of ${counted(since.actions.length, 'action')} done, ${counted(since.visits, 'visit')}, alone at ${since.seenAlone}, ` +
    `discussed in supervision ${counted(since.discussed, 'time')}`
  );
}

const recordedOn = ({ recordedAt }: Statement): LocalDate => dayOf(recordedAt);
