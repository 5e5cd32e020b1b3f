import type { AnyField } from '../../../kernel/field/field.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { agencyAskedBy } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import type { StepFormProps } from '../../form/step-form.tsx';
import type { WebParts } from '../../parts.ts';

/** The step as its form asks it: in a body, whoever sits for an agency is offered that agency alone. What is understood and recorded is the step itself. */
export async function inOwnName(
  parts: WebParts,
  session: Session,
  { step, child }: Pick<StepFormProps, 'step' | 'child'>,
): Promise<AnyStep> {
  const name = agencyAskedBy(step.name);
  const field = name === undefined ? undefined : step.fields[name];
  if (name === undefined || field?.control.kind !== 'choice') return step;
  const own = await parts.record.speaksFor(session, child.person);
  return own === undefined ? step : { ...step, fields: { ...step.fields, [name]: offering(field, own) } };
}

function offering(field: AnyField, own: readonly string[]): AnyField {
  const { control } = field;
  if (control.kind !== 'choice') return field;
  return { ...field, control: { ...control, options: control.options.filter(({ value }) => own.includes(value)) } };
}
