import type { Assumptions } from './assumptions.ts';
import type { ServiceModel } from './model.ts';
import { workersOf } from './scenarios.ts';
import { stageName, type Band, type Summary } from './summary.ts';

/** £ of twelve months: workers, and children looked after, of whom there are more or fewer by chance. */
export function costOf(
  model: Pick<ServiceModel, 'teams' | 'days'>,
  { year }: Summary,
  given: Pick<Assumptions, 'workerCost' | 'careCost'>,
): Band {
  const workers = workersOf(model) * given.workerCost;
  const care = year[stageName('lookedAfter')] ?? { low: 0, middle: 0, high: 0 };
  const whole = (children: number): number => workers + (children * model.days * given.careCost) / 7;
  return { low: whole(care.low), middle: whole(care.middle), high: whole(care.high) };
}
