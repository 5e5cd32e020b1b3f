import { isDate } from '../../kernel/calendar/dates.ts';
import type { AnyField, Control, Option } from '../../kernel/field/field.ts';
import { lineNumbers } from '../../kernel/field/understand.ts';
import { Checkboxes } from '../components/choices.tsx';
import { Described, describedBy, Fieldset, FormGroup, type AroundOptions, type FieldsetOptions } from '../components/field-parts.tsx';
import { errorAt } from '../components/form-parts.tsx';
import { Input, Select, TextArea } from '../components/text-input.tsx';
import { one, several } from '../request.ts';
import { optionsOf, type Asking } from './asking.ts';

type CellsProps = Pick<Asking, 'given' | 'problems' | 'links'>;
type Props = CellsProps &
  AroundOptions & {
    readonly id: string;
    readonly fieldset: FieldsetOptions;
    readonly control: Extract<Control, { readonly kind: 'rows' }>;
  };

/** The lines that a form shows: those given, as many more as a new form has, and one more where one was asked for. */
function shownLines(given: Asking['given'], id: string, shown: number): readonly number[] {
  const known = lineNumbers(given, id);
  const more = Math.max(shown - known.length, one(given, 'more') === id ? 1 : 0);
  const next = (known.at(-1) ?? -1) + 1;
  return [...known, ...Array.from({ length: more }, (_, n) => next + n)];
}

/** Several lines of like answers: one can be added without JavaScript too, and an empty one is left out. */
export function Rows({ id, fieldset, control: { columns, line, shown }, given, problems, links, ...around }: Props) {
  const lines = shownLines(given, id, shown);
  const isAsked = one(given, 'more') === id;
  const [first] = Object.keys(columns);
  return (
    <FormGroup {...around}>
      <Fieldset {...fieldset} describedBy={describedBy(id, around)}>
        <Described {...around} id={id} />
        <div class="sl-rows" data-rows={id} data-line={line}>
          {lines.map((number, n) => (
            <div class="sl-row" role="group" aria-label={`${line} ${n + 1}`} data-row={`${id}.${number}.`}>
              {Object.entries(columns).map(([name, field]) => (
                <Cell
                  id={`${id}.${number}.${name}`}
                  field={field}
                  given={given}
                  problems={problems}
                  links={links}
                  isNext={isAsked && name === first && n === lines.length - 1}
                />
              ))}
              <button type="button" class="sl-row__remove" data-row-remove>
                Remove
                <span class="govuk-visually-hidden">
                  {' '}
                  {line} {n + 1}
                </span>
              </button>
            </div>
          ))}
        </div>
        <button type="submit" name="more" value={id} class="govuk-button govuk-button--secondary sl-button" data-rows-add={id}>
          Add another {line.toLowerCase()}
        </button>
      </Fieldset>
    </FormGroup>
  );
}

type CellProps = CellsProps & { readonly id: string; readonly field: AnyField; readonly isNext: boolean };

function Cell({ id, field, given, problems, links, isNext }: CellProps) {
  const { control, hint, label: text } = field;
  const value = one(given, id);
  const around = {
    name: id,
    label: { text },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: errorAt(problems, id),
    formGroup: { classes: `sl-cell sl-cell--${control.kind}${isWide(control) ? ' sl-cell--wide' : ''}` },
    attributes: isNext ? { autofocus: 'autofocus' } : {},
  };
  switch (control.kind) {
    case 'date':
      return <Input {...around} value={isDate(value) ? value : ''} attributes={{ type: 'date', ...around.attributes }} />;
    case 'text':
      return control.lines > 1 ? <TextArea {...around} rows={control.lines} value={value} /> : <Input {...around} value={value} />;
    case 'number':
      return <Input {...around} value={value} inputmode="numeric" />;
    case 'choice':
      return control.several ? (
        <Checkboxes {...around} fieldset={{ legend: { text } }} items={itemsOf(control.options)} values={several(given, id)} />
      ) : (
        <Select {...around} value={value} items={[{ value: '', text: '' }, ...itemsOf(control.options)]} />
      );
    case 'link':
      return <Select {...around} value={value} items={[{ value: '', text: '' }, ...itemsOf(optionsOf(links, control.to))]} />;
    case 'rows':
      return null;
  }
}

/** Choices that are sentences want the whole of a line: cut off, they cannot be told apart. */
const isWide = (control: AnyField['control']): boolean =>
  control.kind === 'choice' && !control.several && control.options.some(({ label }) => label.length > 50);

const itemsOf = (options: readonly Option[]) => options.map(({ value, label }) => ({ value, text: label }));
