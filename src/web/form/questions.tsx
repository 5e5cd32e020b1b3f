import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { AnyField, Birth, Control, Fields, LinkTarget, Option } from '../../kernel/field/field.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { Checkboxes, DateInput, Radios } from '../components/choices.tsx';
import type { AroundOptions, FieldsetOptions, LabelOptions } from '../components/field-parts.tsx';
import { Input, Select, TextArea } from '../components/text-input.tsx';
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
  /** Whose own questions these are, and the day: what cannot be true of them is not asked. */
  readonly of?: { readonly child: Birth; readonly today: LocalDate } | undefined;
};

/** Every question of a set of fields that is still asked, rendered from the definition alone. */
export const Questions = ({ fields, prefix, given, problems, links, of }: QuestionsProps) => (
  <>
    {asked(fields, (name) => several(given, `${prefix}.${name}`).some((value) => value !== ''), of).map(([name, field]) => (
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

export const asked = (
  fields: Fields,
  isGiven: (name: string) => boolean,
  of?: QuestionsProps['of'],
): readonly (readonly [string, AnyField])[] =>
  Object.entries(fields).filter(
    ([name, { until, inFilesAlone, askedOf }]) =>
      until === undefined && (isGiven(name) || (inFilesAlone !== true && (of === undefined || askedOf?.(of.child, of.today) !== false))),
  );

type QuestionProps = {
  readonly id: string;
  readonly field: AnyField;
  readonly given: GivenForm;
  readonly problem: string | undefined;
  readonly links: LinkOptions;
};

export function Question(props: QuestionProps) {
  const { id, field, problem, given, links } = props;
  const hint = [field.hint, field.askedWhen === undefined ? undefined : 'Answer only if it applies']
    .filter((part) => part !== undefined)
    .join('. ');
  const around = {
    hint: hint === '' ? undefined : { text: hint },
    errorMessage: problem === undefined ? undefined : { text: problem },
  };
  const label = { text: `${field.label}${field.required === undefined ? ' (optional)' : ''}`, classes: 'govuk-label--s' };
  const fieldset = { legend: { text: label.text, classes: 'govuk-fieldset__legend--s' } };
  const { control } = field;
  switch (control.kind) {
    case 'date':
      return <DateInput {...around} id={id} fieldset={fieldset} items={dateItems(id, dateValues(several(given, id)))} />;
    case 'text':
      return control.lines > 1 ? (
        <TextArea {...around} name={id} label={label} rows={control.lines} value={one(given, id)} />
      ) : (
        <Input {...around} name={id} label={label} value={one(given, id)} />
      );
    case 'number':
      return <Input {...around} name={id} label={label} value={one(given, id)} classes="govuk-input--width-5" inputmode="numeric" />;
    case 'choice':
      return isGroup(control) ? (
        <Choices {...around} id={id} fieldset={fieldset} given={given} control={control} />
      ) : (
        <DropDown {...around} id={id} label={label} given={given} options={control.options} />
      );
    case 'link':
      return <DropDown {...around} id={id} label={label} given={given} options={links[control.to]} />;
  }
}

const manyOptions = 12;
type Choice = Extract<Control, { readonly kind: 'choice' }>;
const isGroup = (control: Choice): boolean => control.several || control.options.length <= manyOptions;

type InnerProps = AroundOptions & { readonly id: string; readonly given: GivenForm };

function DropDown({
  id,
  label,
  given,
  options,
  ...around
}: InnerProps & { readonly label: LabelOptions; readonly options: readonly Option[] }) {
  const items = [{ value: '', text: 'Choose one' }, ...options.map((option) => ({ value: option.value, text: option.label }))];
  return <Select {...around} name={id} label={label} value={one(given, id)} items={items} />;
}

function Choices({ id, given, control, ...around }: InnerProps & { readonly fieldset: FieldsetOptions; readonly control: Choice }) {
  const items = control.options.map(({ value, label }) => ({ value, text: label }));
  const inline = !control.several && items.length === 2 ? ' govuk-radios--inline' : '';
  return control.several ? (
    <Checkboxes {...around} name={id} items={items} values={several(given, id)} classes="govuk-checkboxes--small" />
  ) : (
    <Radios {...around} name={id} items={items} value={one(given, id)} classes={`govuk-radios--small${inline}`} />
  );
}

/** Three boxes of one name: they arrive as [day, month, year]. */
const dateItems = (id: string, values: readonly string[]) =>
  [
    { label: 'Day', width: 2 },
    { label: 'Month', width: 2 },
    { label: 'Year', width: 4 },
  ].map(({ label, width }, index) => ({
    name: id,
    id: `${id}-${label.toLowerCase()}`,
    label,
    classes: `govuk-input--width-${width}`,
    value: values[index] ?? '',
  }));

/** Where the link of a problem leads: the first box of its question. */
export const firstBoxOf = (id: string, field: AnyField | undefined): string => (field?.control.kind === 'date' ? `${id}-day` : id);

function dateValues(given: readonly string[]): readonly string[] {
  const [first = ''] = given;
  return given.length === 1 && isDate(first)
    ? first
        .split('-')
        .reverse()
        .map((part) => part.replace(/^0/, ''))
    : given;
}
