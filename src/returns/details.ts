import type { History, Statement } from '../kernel/step/history.ts';

/** A child's details as last recorded, each with the entry that gave it: a later entry that does not say it takes none away. */
export function detailIn(history: History): (name: string) => Statement | undefined {
  const told = history.filter(({ step }) => step === 'personDetails').toSorted((a, b) => a.position - b.position);
  return (name) => told.findLast(({ answers }) => answers[name] !== undefined && answers[name] !== null);
}
