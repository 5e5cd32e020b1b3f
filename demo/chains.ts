import type { Line } from '../src/kernel/step/history.ts';
import { roundsOf, type Round } from './rounds.ts';
import type { DemoFamily } from './telling.ts';

/** The chain of each child, or of the file, as the record will hold it; `before` is asked of each statement when it is about to be added to its chain. */
export function chainsOf(
  told: Pick<DemoFamily, 'entries'>,
  before: (chain: readonly Line[], line: Line, round: Round) => void = () => {},
): ReadonlyMap<string, readonly Line[]> {
  const chains = new Map<string, Line[]>();
  for (const round of roundsOf(told))
    for (const { entry, step, happenedOn, shared, about } of round.entries)
      for (const { person, answers, corrects } of about) {
        const chain = chains.get(person) ?? [];
        const line: Line = {
          entry,
          step,
          happenedOn,
          position: chain.length + 1,
          tombstone: false,
          recordedAt: round.recordedAt,
          recordedBy: round.recordedBy,
          answers: { ...shared, ...answers },
          ...(corrects === undefined ? {} : { corrects }),
        };
        before(chain, line, round);
        chain.push(line);
        chains.set(person, chain);
      }
  return chains;
}
