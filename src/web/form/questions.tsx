import { isDate } from '../../kernel/calendar/dates.ts';
import type { AnyField, Control, Fields, LinkTarget, Option } from '../../kernel/field/field.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { one, several } from '../request.ts';
import type { GivenForm } from '../memory.ts';

/** What a link may be chosen from. */
export type LinkOptions = Readonly<Record<LinkTarget, readonly Option[]>>;

type QuestionsProps = {
  readonly fields: Fields;
  readonly prefix: string;
  readonly given: GivenForm;
  readonly problems: readonly Problem[];
  readonly links: LinkOptions;
};

/** Every question of a set of fields that is still asked, rendered from the definition alone. */
export const Questions = ({ fields, prefix, given, problems, links }: QuestionsProps) => (
  <>
    {asked(fields).map(([name, field]) => (
      <Question
        key={name}
        id={`${prefix}.${name}`}
        field={field}
        given={given}
        links={links}
        problem={problems.find((problem) => problem.field === `${prefix}.${name}`)?.message}
      />
    ))}
  </>
);

export const asked = (fields: Fields): readonly (readonly [string, AnyField])[] =>
  Object.entries(fields).filter(([, field]) => field.until === undefined);

type QuestionProps = {
  readonly id: string;
  readonly field: AnyField;
  readonly given: GivenForm;
  readonly problem: string | undefined;
  readonly links: LinkOptions;
};
type ControlProps = QuestionProps & { readonly described: string | undefined };

export function Question(props: QuestionProps) {
  const { id, field, problem } = props;
  const hints = [field.hint, field.askedWhen === undefined ? undefined : 'Answer only if it applies']
    .filter((hint) => hint !== undefined)
    .join('. ');
  const described = [hints === '' ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-error`].filter((part) => part !== '').join(' ');
  const inner = (
    <>
      {hints === '' ? null : (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hints}
        </div>
      )}
      {problem === undefined ? null : (
        <p class="govuk-error-message" id={`${id}-error`}>
          <span class="govuk-visually-hidden">Error:</span> {problem}
        </p>
      )}
      <ControlOf {...props} described={described === '' ? undefined : described} />
    </>
  );
  const label = `${field.label}${field.required === undefined ? ' (optional)' : ''}`;
  return (
    <div class={`govuk-form-group${problem === undefined ? '' : ' govuk-form-group--error'}`}>
      {isGroup(field.control) ? (
        <fieldset class="govuk-fieldset" aria-describedby={described === '' ? undefined : described}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
          {inner}
        </fieldset>
      ) : (
        <>
          <label class="govuk-label govuk-label--s" for={id}>
            {label}
          </label>
          {inner}
        </>
      )}
    </div>
  );
}

const manyOptions = 12;
const isGroup = (control: Control): boolean =>
  control.kind === 'date' || (control.kind === 'choice' && (control.several || control.options.length <= manyOptions));

function ControlOf(props: ControlProps) {
  const {
    field: { control },
    links,
  } = props;
  switch (control.kind) {
    case 'date':
      return <DateInput {...props} />;
    case 'text':
      return control.lines > 1 ? <TextArea {...props} lines={control.lines} /> : <TextInput {...props} />;
    case 'number':
      return <TextInput {...props} number />;
    case 'choice':
      return isGroup(control) ? (
        <Choices {...props} several={control.several} options={control.options} />
      ) : (
        <DropDown {...props} options={control.options} />
      );
    case 'link':
      return <DropDown {...props} options={links[control.to]} />;
  }
}

const wrong = (problem: string | undefined, block: string): string => (problem === undefined ? '' : ` ${block}--error`);

function TextInput({ id, given, problem, described, number = false }: ControlProps & { readonly number?: boolean }) {
  return (
    <input
      class={`govuk-input${number ? ' govuk-input--width-5' : ''}${wrong(problem, 'govuk-input')}`}
      id={id}
      name={id}
      type="text"
      inputMode={number ? 'numeric' : undefined}
      value={one(given, id)}
      aria-describedby={described}
    />
  );
}

function TextArea({ id, given, problem, described, lines }: ControlProps & { readonly lines: number }) {
  return (
    <textarea class={`govuk-textarea${wrong(problem, 'govuk-textarea')}`} id={id} name={id} rows={lines} aria-describedby={described}>
      {one(given, id)}
    </textarea>
  );
}

function DropDown({ id, given, problem, described, options }: ControlProps & { readonly options: readonly Option[] }) {
  return (
    <select class={`govuk-select${wrong(problem, 'govuk-select')}`} id={id} name={id} aria-describedby={described}>
      <option value="">Choose one</option>
      {options.map(({ value, label }) => (
        <option value={value} selected={one(given, id) === value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Choices({ id, given, several: many, options }: ControlProps & { readonly several: boolean; readonly options: readonly Option[] }) {
  const block = many ? 'govuk-checkboxes' : 'govuk-radios';
  const chosen = several(given, id);
  const inline = !many && options.length === 2 ? ' govuk-radios--inline' : '';
  return (
    <div class={`${block} ${block}--small${inline}`} data-module={block}>
      {options.map(({ value, label }, index) => {
        const each = index === 0 ? id : `${id}-${index}`;
        return (
          <div class={`${block}__item`}>
            <input
              class={`${block}__input`}
              id={each}
              name={id}
              type={many ? 'checkbox' : 'radio'}
              value={value}
              checked={chosen.includes(value)}
            />
            <label class={`govuk-label ${block}__label`} for={each}>
              {label}
            </label>
          </div>
        );
      })}
    </div>
  );
}

const dateParts = [
  { label: 'Day', width: 2 },
  { label: 'Month', width: 2 },
  { label: 'Year', width: 4 },
];

/** Three boxes of one name: they arrive as [day, month, year]. */
function DateInput({ id, given, problem }: ControlProps) {
  const values = dateValues(several(given, id));
  return (
    <div class="govuk-date-input" id={`${id}-date`}>
      {dateParts.map(({ label, width }, index) => {
        const each = index === 0 ? id : `${id}-${index}`;
        return (
          <div class="govuk-date-input__item">
            <label class="govuk-label govuk-date-input__label" for={each}>
              {label}
            </label>
            <input
              class={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong(problem, 'govuk-input')}`}
              id={each}
              name={id}
              type="text"
              inputMode="numeric"
              value={values[index] ?? ''}
            />
          </div>
        );
      })}
    </div>
  );
}

function dateValues(given: readonly string[]): readonly string[] {
  const [first = ''] = given;
  return given.length === 1 && isDate(first)
    ? first
        .split('-')
        .reverse()
        .map((part) => part.replace(/^0/, ''))
    : given;
}
