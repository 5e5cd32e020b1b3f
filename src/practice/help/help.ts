import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore, statementsOf } from '../checks.ts';

/** On the last day of the help: whatever is written down of that day after the end begins nothing new. */
export const isEndOfHelp = (statement: Statement, history: History): boolean =>
  statementsOf('familyHelpEnd', history).some((end) => end.happenedOn === statement.happenedOn && isBefore(end, statement));
