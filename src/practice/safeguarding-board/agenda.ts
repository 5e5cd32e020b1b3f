import { addDays, formatDate, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { linesIn } from '../../kernel/field/rows.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { openActions } from '../actions/open-actions.ts';
import { statementsOf, unanswered } from '../checks.ts';
import { agencyWords } from './agencies.ts';
import { riskRegister } from './body-risk.ts';

type AgendaItem = { readonly item: string; readonly from?: Statement };

/** What was asked and has no answer yet. */
export const openChallenges = (history: History): History =>
  unanswered(statementsOf('bodyChallenge', history), history, { step: 'bodyChallengeAnswer', question: 'challenge' });
export const openIssues = (history: History): History =>
  unanswered(statementsOf('localIssue', history), history, { step: 'localIssueAnswer', question: 'issue' });

/** What the next meeting is about, from what is on record: nobody types it. What came before the last meeting stands no more, but what is still open does. */
export function agendaOf(history: History, today: LocalDate): readonly AgendaItem[] {
  const last = statementsOf('bodyMeeting', history).at(-1);
  const since = (one: Statement): boolean => last === undefined || one.position > last.position;
  return [
    { item: 'Apologies, and interests that anybody has in what is before us' },
    ...(last === undefined ? [] : [{ item: `Minutes of ${formatDate(last.happenedOn)}`, from: last }]),
    ...openActions(history).map((from) => ({ item: actionItem(from, today), from })),
    ...openChallenges(history).map((from) => ({ item: challengeItem(from), from })),
    ...openIssues(history).map((from) => ({ item: `Raised, and not answered yet: ${String(from.answers['issue'])}`, from })),
    ...statementsOf('bodyPaper', history)
      .filter(since)
      .map((from) => ({ item: `Paper: ${String(from.answers['title'])}`, from })),
    ...riskRegister(history)
      .filter(({ answers }) => answers.state !== 'closed' && (answers.reviewOn === undefined || answers.reviewOn <= addDays(today, 14)))
      .map((from) => ({ item: `Risk to be judged again: ${from.answers.risk}`, from })),
    ...plannedItems(history, today, last?.happenedOn),
    { item: 'What children and families will notice of this meeting' },
  ];
}

function actionItem({ answers }: Statement, today: LocalDate): string {
  const by = answers['byWhen'];
  const when = typeof by === 'string' && isDate(by) ? ` (${by < today ? 'late since' : 'by'} ${formatDate(by)})` : '';
  return `Action${when}: ${String(answers['what'])}`;
}

const challengeItem = ({ answers, happenedOn }: Statement): string =>
  `Challenge of ${formatDate(happenedOn)} to ${agencyWords(answers['whom'])}, not answered yet: ${String(answers['about'])}`;

/** Of the forward plan: what was planned since the last meeting and up to six weeks ahead. */
function plannedItems(history: History, today: LocalDate, last: LocalDate | undefined): readonly AgendaItem[] {
  const plan = statementsOf('bodyForwardPlan', history).at(-1);
  if (plan === undefined) return [];
  return linesIn(plan.answers['plan'])
    .filter(({ on }) => typeof on === 'string' && isDate(on) && (last === undefined || on > last) && on <= addDays(today, 42))
    .map(({ item }) => ({ item: `Planned: ${String(item)}`, from: plan }));
}
