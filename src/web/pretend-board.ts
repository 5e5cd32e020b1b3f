import type { BoardLine } from '../kernel/derivation/derivation.ts';
import { boardLine } from '../practice/board-line.ts';
import { pretendBeforeCourt, pretendEnquiry, pretendPeopleAsk, pretendQueue } from './pretend-queue.ts';
import { pretendWatched } from './pretend-watched.ts';
import type { Session, ListedChild } from '../record/contract.ts';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { BoardCounts, BoardPart } from '../record/board.ts';

type Line = { readonly child: ListedChild; readonly line: BoardLine; readonly mark: number };

/** The boards of a whole service over children in memory, at one instant; and twelve months of none of them. */
export function pretendBoard(children: readonly ListedChild[], now: Date, restricted: ReadonlyMap<string, string>) {
  const linesOf = (teams: readonly string[] | undefined): readonly Line[] =>
    children.flatMap((child) => {
      const line = boardLine(child.standing, child.clocks, now);
      const isShown = !restricted.has(child.person) && (teams === undefined || teams.includes(child.standing.team ?? ''));
      return line === undefined || !isShown ? [] : [{ child, line, mark: line.marks[0] ?? 0 }];
    });
  const dueOf = ({ line: { dues } }: Line, order: BoardPart['order']): string =>
    order.by === 'due' ? (order.columns.map((n) => dues[n - 1] ?? '9').toSorted()[0] ?? '9') : '';
  return {
    frontDoor: async () => pretendQueue(children, dayInEngland(now)),
    dataProtection: async () => pretendWatched(children, now),
    peopleAsk: async () => pretendPeopleAsk(children, dayInEngland(now)),
    beforeCourt: async () => pretendBeforeCourt(children, dayInEngland(now)),
    complexEnquiry: async (_session: Session, reference: string) => pretendEnquiry(children, reference, dayInEngland(now)),
    counts: async (_session: Session, instants: readonly string[]) =>
      instants.map((at, n) => ({
        at,
        onPlan: 50 + n,
        lookedAfter: 30 - n,
        both: 4,
        onPlanReviewed: 40 + n,
        lookedAfterReviewed: 20,
        moved: 0,
      })),
    boardCounts: async (_session: Session, _at: Date, teams?: readonly string[]): Promise<BoardCounts> => ({
      marks: linesOf(teams).map(({ mark }) => ({ mark, children: 1 })),
      changedAt: now.toISOString(),
      changesAt: undefined,
    }),
    boardPart: async (_session: Session, _at: Date, { marks, order, teams, offset, limit }: BoardPart): Promise<readonly string[]> =>
      linesOf(teams)
        .filter(({ mark }) => (BigInt(mark) & BigInt(marks)) === BigInt(marks))
        .toSorted((a, b) => `${dueOf(a, order)} ${a.line.nameKey}`.localeCompare(`${dueOf(b, order)} ${b.line.nameKey}`))
        .slice(offset, offset + limit)
        .map(({ child }) => child.person),
  };
}
