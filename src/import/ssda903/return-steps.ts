import type { AnyField } from '../../kernel/field/field.ts';
import type { AnyStep } from '../../kernel/step/step.ts';

/** A field of a step that the return carries: in the step's own table, in another of which a child has one row, or in the collection itself. */
export type ReadField = { readonly name: string; readonly field: AnyField; readonly table: string; readonly column: string };

/** How one step is read from the return: derived from the step, written nowhere else. */
export type Reading = {
  readonly step: AnyStep;
  readonly table: string;
  readonly fields: readonly ReadField[];
  /** Without one of these columns in a row, the row says nothing of this step. */
  readonly triggers: readonly string[];
  /** Questions that ask which entry this follows: the step of the same row that begins what this ends. */
  readonly links: readonly { readonly name: string; readonly step: string }[];
};

/** The table that is not in any file: what follows from the year of the collection and the child's birthday. */
export const collection = 'collection';

export function readingsOf(steps: readonly AnyStep[]): readonly Reading[] {
  const readings = steps.flatMap((step): Reading[] => {
    const table = step.carriedBy?.ssda903;
    if (table === undefined) return [];
    const fields = Object.entries({ ...step.fields, ...step.each }).flatMap(([name, field]) => readField(name, field));
    const own = fields.filter((each) => each.table === table && each.column !== 'CHILD');
    const required = own.filter(({ field }) => field.required !== undefined);
    return [{ step, table, fields, triggers: (required.length > 0 ? required : own).map(({ column }) => column), links: [] }];
  });
  return readings.map((reading) => ({ ...reading, links: linksOf(reading, readings) }));
}

/** What ends something in the same row names what began it there. */
function linksOf({ step, table }: Reading, readings: readonly Reading[]): Reading['links'] {
  const first = readings.find((other) => other.table === table);
  if (first === undefined || first.step === step) return [];
  return Object.entries(step.fields).flatMap(([name, { control }]) =>
    control.kind === 'link' && control.to === 'entry' ? [{ name, step: first.step.name }] : [],
  );
}

function readField(name: string, field: AnyField): readonly ReadField[] {
  const [table, column] = field.returns?.ssda903?.split('.') ?? [];
  return table === undefined || column === undefined || field.until !== undefined ? [] : [{ name, field, table, column }];
}
