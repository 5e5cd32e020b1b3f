import type { ChildStatements } from '../import/intake/statement.ts';
import { whatStands, type History, type Line } from '../kernel/step/history.ts';

/** What would stand in the record of each child once this was taken in, in the order of their numbers. */
export async function* takenIn(read: Iterable<ChildStatements>, source: string): AsyncGenerator<{ readonly history: History }> {
  for (const child of [...read].toSorted((one, other) => (one.child < other.child ? -1 : 1))) yield { history: historyOf(child, source) };
}

const historyOf = ({ statements }: ChildStatements, source: string): History =>
  whatStands(
    statements.map(({ step, key, happenedOn, answers, links }, n): Line => ({
      entry: `${step.name} ${key}`,
      step: step.name,
      happenedOn,
      position: n + 1,
      recordedAt: '',
      recordedBy: '',
      source,
      tombstone: false,
      answers: { ...answers, ...Object.fromEntries((links ?? []).map((link) => [link.name, `${link.step} ${link.key}`])) },
    })),
  );
