import { historyOf, type Told } from './history.fixture.ts';
import { derivation } from './pathway.ts';

/** What is owed by such a record, in the order of its clocks: the rule, by when, and how it was met or ended. */
export const owed = (...events: readonly Told[]): readonly string[] =>
  derivation
    .clocks(historyOf(...events))
    .map(
      ({ rule, dueOn, metOn, endedOn }) =>
        `${rule} ${dueOn}${metOn === undefined ? '' : ` met ${metOn}`}${endedOn === undefined ? '' : ` ended ${endedOn}`}`,
    );
