import type { History, Statement } from '../../kernel/step/history.ts';

/**
 * The order after which adopters wait no more: as many children are theirs as they were approved for, or one where nobody said how many, and nothing was
 * asked or decided of them since.
 */
export function orderThatEnds(history: History): Statement | undefined {
  const placements = history.filter(({ step }) => step === 'adopterPlacement');
  const order = placements.at(-1);
  if (order?.answers['moment'] !== 'adopted') return undefined;
  const wentOn = history.some(
    ({ step, happenedOn }) => (step === 'adopterApproval' || step === 'adopterStage') && happenedOn > order.happenedOn,
  );
  if (wentOn) return undefined;
  const told = history.findLast(({ step, answers }) => step === 'adopterApproval' && typeof answers['children'] === 'number');
  const adopted = placements.filter(({ answers }) => answers['moment'] === 'adopted').length;
  return adopted >= Number(told?.answers['children'] ?? 1) ? order : undefined;
}
