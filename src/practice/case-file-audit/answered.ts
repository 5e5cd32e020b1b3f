import type { Moment } from '../../kernel/step/timescale.ts';

/** What somebody found is met by an answer to it, and to nothing else. */
export const answered: Moment = {
  step: 'concernAnswer',
  on: ({ answers, happenedOn }, _history, start) => (answers['concern'] === start?.entry ? happenedOn : undefined),
};
