import type { AnyStep } from '../kernel/step/step.ts';
import { stepNamed } from './pathway.ts';

/** The step of a name that there must be. */
export function stepOf(name: string): AnyStep {
  const step = stepNamed(name);
  if (step === undefined) throw new Error(`There is no step ${name}`);
  return step;
}
