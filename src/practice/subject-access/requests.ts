import { link } from '../../kernel/field/plain.ts';
import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { isBefore, notAhead, notBeforeStart, statementsOf, type Named } from '../checks.ts';

/** Every later step says of which request it is; mostly there is one. */
export const ofWhichRequest = link('Of which request', 'entry', { hint: 'Leave empty for the last one' });

/** What it chooses among. */
export const amongRequests = (history: History): readonly Statement[] => statementsOf('subjectAccessRequest', history);

/** Named wrongly, a statement would count for no request: the clock would neither stand still nor end. With no request on record nothing is refused. */
export function namesRequest(history: History, request: string | undefined): readonly Problem[] {
  const requests = amongRequests(history);
  return request === undefined || requests.length === 0 || requests.some(({ entry }) => entry === request)
    ? []
    : [{ field: 'request', message: 'Select an entry that is a subject access request, or leave it empty for the last one' }];
}

/** What happens to a request happened on a day, after it came; of which request, is said rightly. */
export const afterItsRequest = (day: Named, request: string | undefined, history: History, today: LocalDate): readonly Problem[] => [
  ...notAhead(day, today),
  ...notBeforeStart(day, history, 'subjectAccessRequest', 'the request'),
  ...namesRequest(history, request),
];

/** The request that a statement is about: the one that it names, else the last that came before it. */
function requestOf(about: Statement, history: History): Statement | undefined {
  const requests = amongRequests(history);
  const named = about.answers['request'];
  return named === undefined ? requests.findLast((one) => isBefore(one, about)) : requests.find(({ entry }) => entry === named);
}

/** Statements of a step about one request, in the order in which they happened. */
export const ofRequest = (step: string, request: Statement, history: History): readonly Statement[] =>
  statementsOf(step, history).filter((one) => requestOf(one, history)?.entry === request.entry);

/** A moment of a clock that counts only for its own request. */
export const onlyOfItsRequest =
  (isWanted: (statement: Statement) => boolean = () => true) =>
  (statement: Statement, history: History, start?: Statement): LocalDate | undefined => {
    const request = requestOf(statement, history)?.entry;
    const asked = start?.step === 'subjectAccessRequest' ? start : start && requestOf(start, history);
    return isWanted(statement) && (start === undefined || request === asked?.entry) ? statement.happenedOn : undefined;
  };

/** A refusal of all that was asked: of a part, the rest is still owed. */
export const isOfAll = ({ answers }: Statement): boolean => answers['extent'] !== 'part';

/** What ends a request: what was released, a refusal of the whole, or its withdrawal; the first of them. */
export function conclusionOf(request: Statement, history: History): Statement | undefined {
  const ends = [
    ...ofRequest('subjectAccessRelease', request, history),
    ...ofRequest('subjectAccessRefusal', request, history).filter(isOfAll),
    ...ofRequest('subjectAccessWithdrawal', request, history),
  ];
  return ends.reduce<Statement | undefined>((first, one) => (first === undefined || isBefore(one, first) ? one : first), undefined);
}
