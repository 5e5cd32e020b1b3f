import type { Standing } from '../../../kernel/derivation/derivation.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { Refusal } from '../../session.ts';

type Whose = Pick<Standing, 'adult' | 'file'>;

/** Whether a step is recorded of an adult of a family, of a child, or in a file of its kind. */
export function isRecordedOf({ about, file }: Pick<AnyStep, 'about' | 'file'>, { adult, file: of }: Whose): boolean {
  if ((file === 'also' || file === 'anyFile') && of !== undefined) return true;
  if (of !== undefined || (file !== undefined && file !== 'also')) return file === of?.kind;
  return about === 'anybody' || (about === 'adult') === (adult === true);
}

export function mustBeRecordedOf(step: AnyStep, standing: Whose): void {
  if (isRecordedOf(step, standing)) return;
  if (standing.file !== undefined || (step.file !== undefined && step.file !== 'also'))
    throw new Refusal(403, `${step.title} is not recorded ${standing.file === undefined ? 'of people, but in a file' : 'in this file'}.`);
  const isAdult = standing.adult === true;
  throw new Refusal(
    403,
    `This is the record of ${isAdult ? 'an adult' : 'a child'}. ${step.title} is not recorded of ${isAdult ? 'adults' : 'children'}.`,
  );
}
