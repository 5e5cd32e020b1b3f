import { formatDate } from '../../../kernel/calendar/dates.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { exitOf, type Exit } from '../../../governance/improvement/exit-test.ts';
import { inspectionGrades } from '../../../practice/pathway.ts';

const gradeWords: ReadonlyMap<string, string> = new Map(Object.entries(inspectionGrades));

export type Judgement = { readonly of: string; readonly grade: string; readonly report: Statement };

/** Every judgement of a service, the latest first. */
export const judgementsIn = (history: History): readonly Judgement[] =>
  history
    .filter(({ step }) => step === 'inspectionReport')
    .flatMap((report) =>
      linesIn(report.answers['judgements']).map((line) => ({
        of: String(line['of']),
        grade: gradeWords.get(String(line['grade'])) ?? String(line['grade']),
        report,
      })),
    )
    .toReversed();

/** How each thing was judged last: "Children in care: Good (6 Feb 2026)". */
export const lastJudged = (history: History): readonly string[] =>
  [
    ...new Map(
      judgementsIn(history)
        .toReversed()
        .map((one) => [one.of.toLowerCase(), one]),
    ).values(),
  ].map(({ of, grade, report }) => `${of}: ${grade} (${formatDate(report.happenedOn)})`);

export const recommendationsIn = (history: History): History => history.filter(({ step }) => step === 'inspectionRecommendation');

/** Those that may not be closed yet. */
export const openIn = (history: History): number =>
  recommendationsIn(history).filter((one) => exitOf(one, history).kind !== 'sustained').length;

const judgedWords: Readonly<Record<string, string>> = { partly: 'Met in part', notMet: 'Not met' };

export function exitWords(exit: Exit): string {
  switch (exit.kind) {
    case 'notMet':
      return exit.judged === undefined ? 'Nobody independent has judged it yet' : (judgedWords[exit.judged] ?? exit.judged);
    case 'holding':
      return `Met since ${formatDate(exit.since)}. May be closed when it is judged met again, on ${formatDate(exit.lookAgainFrom)} or later (${exit.months} months)`;
    case 'sustained':
      return `Sustained for ${exit.months} months: met since ${formatDate(exit.since)}, and judged met again on ${formatDate(exit.shownOn)}`;
  }
}
