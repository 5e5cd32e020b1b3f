import { createHash } from 'node:crypto';
import { assuring } from '../governance/assurance/assuring.ts';
import { figures } from '../governance/assurance/figures.ts';
import type { Session } from '../record/contract.ts';
import { date } from '../kernel/calendar/dates.ts';
import type { AssuredAudit, AssuredFigure } from '../record/assurance.ts';
import type { FrozenReport, NewFrozenReport, WholeFrozenReport } from '../record/frozen-reports.ts';
import { pretendId } from './pretend-children.ts';
import { pretendMeasures } from './pretend-measures.ts';

/** A figure of two teams, worse from month to month; of agreed actions nothing is recorded. */
const pretended = (figure: string, at: string, month: number): readonly AssuredFigure[] => [
  { at, figure, team: pretendId(3, 0), n: 96 - month, among: 100, apart: 4 },
  { at, figure, team: pretendId(3, 1), n: 38, among: 40, apart: 0 },
];

const pretendedAudits: readonly AssuredAudit[] = [
  {
    programme: pretendId(9, 1),
    decidedOn: date('2025-06-02'),
    population: 'onPlan',
    method: 'random',
    drawnFrom: 104,
    drawn: 40,
    moderatedOn: date('2025-07-10'),
    grades: { outstanding: 5, good: 21, requiresImprovement: 9, inadequate: 5 },
    judged: [
      ['good', 'good'],
      ['good', 'requiresImprovement'],
      ['inadequate', 'inadequate'],
    ],
    standards: [
      ['plan', 'disputed', 12],
      ['plan', 'confirmed', 11],
    ],
  },
];

const pretendedFigures = async ({ scope }: Session, instants: readonly string[]): Promise<readonly AssuredFigure[]> =>
  scope !== 'all'
    ? []
    : ['plan', 'care', ...figures.map(({ name }) => name).filter((name) => name !== 'actionsDone')].flatMap((name) =>
        instants.flatMap((at, month) => pretended(name, at, month)),
      );

/** Frozen reports in memory. */
function pretendedFrozen() {
  const kept = new Map<string, WholeFrozenReport>();
  return {
    all: async (): Promise<readonly FrozenReport[]> => [...kept.values()],
    one: async (_session: Session, report: string): Promise<WholeFrozenReport | undefined> => kept.get(report),
    add: async ({ actor }: Session, frozen: NewFrozenReport) => {
      const digest = createHash('sha256').update(frozen.bytes).digest('hex');
      kept.set(frozen.report, { ...frozen, digest, frozenAt: '2026-02-28T10:00:00.000Z', frozenBy: actor });
      return { kind: 'frozen' } as const;
    },
  };
}

/** What the assurance report is made from, pretended. */
export const pretendAssurance = () => ({
  measures: pretendMeasures(),
  assurance: {
    figures: pretendedFigures,
    figuresAnew: pretendedFigures,
    frozen: pretendedFrozen(),
    audits: async ({ scope }: Session) => (scope !== 'all' ? [] : pretendedAudits),
    questions: async () => [{ question: 'assured_children', words: JSON.stringify(assuring) }],
  },
});
