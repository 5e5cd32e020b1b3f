import type { KnownBy } from '../../kernel/derivation/derivation.ts';
import type { History } from '../../kernel/step/history.ts';
import { lifeOf } from '../checks.ts';

/** Every full name that stood in somebody's details, in the order in which they were recorded: a name that was corrected was never theirs. */
function namesIn(history: History): readonly string[] {
  const recorded = history
    .filter(({ step }) => step === 'personDetails' || step === 'adultDetails')
    .sort((a, b) => a.position - b.position);
  let [first, last]: [unknown, unknown] = [undefined, undefined];
  return recorded.flatMap(({ answers }) => {
    [first, last] = [answers['firstName'] ?? first, answers['lastName'] ?? last];
    const name = [first, last].filter((part) => typeof part === 'string').join(' ');
    return name === '' ? [] : [name];
  });
}

/** Somebody is still asked for by a name of before: a mother's, or of a first marriage. */
export function knownBy(history: History): KnownBy {
  const { bornOn, expectedOn } = lifeOf(history);
  const born = bornOn ?? expectedOn;
  return { names: [...new Set(namesIn(history).toReversed())], ...(born === undefined ? {} : { bornOn: born }) };
}
