import { isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { AnyField, Birth, Control, Fields, Option } from '../../kernel/field/field.ts';
import { Checkboxes, DateInput, Radios } from '../components/choices.tsx';
import type { AroundOptions, FieldsetOptions, LabelOptions, Words } from '../components/field-parts.tsx';
import { errorAt } from '../components/form-parts.tsx';
import { Details } from '../components/notices.tsx';
import { Input, Select, TextArea } from '../components/text-input.tsx';
import { one, several } from '../request.ts';
import type { GivenForm } from '../memory.ts';
import { askedOnlyIf, shownWhen } from './asked-when.ts';
import { dateItems, dateValues, QuickDate } from '../components/quick-date.tsx';
import { optionsOf, type Asking, type OfferedBy } from './asking.ts';
import { LastTime, type Before } from './last-time.tsx';
import { isOffered, standsAsOffered } from './offers.ts';
import { Rows } from './rows.tsx';
import { sharedPrefix } from './understand.ts';

type QuestionsProps = {
  readonly fields: Fields;
  readonly prefix: string;
  readonly asking: Asking;
  /** Whose own questions these are: what cannot be true of them is not asked. `once`: those before them, asked once for all. */
  readonly of?: Birth | undefined;
  readonly once?: Fields;
  /** What was answered the last time. */
  readonly before?: Before | undefined;
};

/** Every question of a set of fields that is still asked, rendered from the definition alone. */
export function Questions(props: QuestionsProps) {
  const { fields, prefix, asking, of } = props;
  const asked = questionsAsked(fields, (name) => isGiven(asking.given, `${prefix}.${name}`), asking.today, of);
  const opener = ([name, { folded }]: Named): string | undefined => (folded === true ? askedOnlyIf(fields, name)?.name : undefined);
  const isUnder = (named: Named): boolean => asked.some(([other, { folded }]) => other === opener(named) && folded === true);
  return (
    <>
      {asked
        .filter((named) => !isUnder(named))
        .map((named) => {
          const within = [named, ...asked.filter((other) => opener(other) === named[0] && isUnder(other))];
          const questions = within.map((one_) => <Beside {...props} named={one_} />);
          const summary = foldedAs(named[1], `${prefix}.${named[0]}`, asking);
          const isOpen = summary?.stands !== true && within.some(([name]) => isUnfolded(`${prefix}.${name}`, asking));
          return summary === undefined ? (
            questions
          ) : (
            <Details summaryText={summary.words} text={<>{questions}</>} open={isOpen} classes="sl-folded" />
          );
        })}
    </>
  );
}

type Named = readonly [string, AnyField];

/** One question, with what was answered the last time beside it. */
function Beside({ fields, prefix, once, asking, before, named: [name, field] }: QuestionsProps & { readonly named: Named }) {
  const id = `${prefix}.${name}`;
  const last = isUsualDay(asking.offers, id) ? undefined : before?.answers[name];
  const only = askedOnlyIf(fields, name, once);
  return (
    <div class={last === undefined ? undefined : 'sl-beside'} {...shownWhen(only, only?.once === true ? sharedPrefix : prefix)}>
      <Question id={id} field={field} asking={asking} />
      {before === undefined || last === undefined ? null : <LastTime field={field} value={last} on={before.on} links={asking.links} />}
    </div>
  );
}

/** What a fold says while it is closed; nothing: the question stands open. */
function foldedAs(field: AnyField, id: string, { given, offers, problems }: Asking): { words: Words; stands: boolean } | undefined {
  if (field.folded === undefined) return undefined;
  if (field.folded === true) return { words: `${field.label} (optional)`, stands: false };
  const standing = problems.some((problem) => problem.field === id) ? undefined : standsAsOffered(field, given, id);
  if (standing === undefined) return undefined;
  const offered = offers?.get(id);
  return {
    words: (
      <>
        {`${field.label}: `}
        <span data-answer={id}>{standing}</span>
        {offered === undefined ? null : <span class="sl-from">{offered.words}</span>}
      </>
    ),
    stands: true,
  };
}

const isGiven = (given: GivenForm, id: string): boolean => several(given, id).some((value) => value !== '');

/** What holds an answer, a line just added or a problem is never hidden. */
const isUnfolded = (id: string, { given, problems }: Asking): boolean =>
  one(given, 'more') === id ||
  Object.keys(given).some((name) => (name === id || name.startsWith(`${id}.`)) && isGiven(given, name)) ||
  problems.some(({ field = '' }) => field === id || field.startsWith(`${id}.`));

/** What a form asks: what is retired never; what files alone state, or cannot be true of whom it is about, where it is given all the same. */
export const questionsAsked = (fields: Fields, isAnswered: (name: string) => boolean, today: LocalDate, of?: Birth): readonly Named[] =>
  Object.entries(fields).filter(
    ([name, { until, inFilesAlone, askedOf }]) =>
      until === undefined && (isAnswered(name) || (inFilesAlone !== true && (of === undefined || askedOf?.(of, today) !== false))),
  );

type QuestionProps = { readonly id: string; readonly field: AnyField; readonly asking: Asking };

/** The hint, that it may not apply, and where what is filled in comes from. */
function hintOf({ id, field: { hint, askedWhen }, asking: { given, offers } }: QuestionProps): Words | undefined {
  const offered = isOffered(given, id) ? offers?.get(id) : undefined;
  if (offered === undefined && askedWhen === undefined) return hint;
  return (
    <>
      {hint}
      {askedWhen === undefined ? null : <span class="sl-if">{hint === undefined ? '' : '. '}Answer only if it applies</span>}
      {offered === undefined ? null : (
        <span class="sl-from" data-from={offered.entry}>
          {offered.words}
        </span>
      )}
    </>
  );
}

export function Question(props: QuestionProps) {
  const { id, field, asking } = props;
  const { given, links, problems, offers, today } = asking;
  const hint = hintOf(props);
  const around = { hint: hint === undefined ? undefined : { text: hint }, errorMessage: errorAt(problems, id) };
  const label = { text: `${field.label}${field.required === undefined ? ' (optional)' : ''}`, classes: 'govuk-label--s' };
  const fieldset = { legend: { text: label.text, classes: 'govuk-fieldset__legend--s' } };
  const focused = asking.focus === id ? { autofocus: 'autofocus' } : undefined;
  const { control } = field;
  switch (control.kind) {
    case 'date':
      return isUsualDay(offers, id) ? (
        <QuickDate {...around} id={id} fieldset={fieldset} values={several(given, id)} today={today} />
      ) : (
        <DateInput {...around} id={id} fieldset={fieldset} items={dateItems(id, id, dateValues(several(given, id)))} />
      );
    case 'text':
      return control.lines > 1 ? (
        <TextArea {...around} name={id} label={label} rows={control.lines} value={one(given, id)} attributes={focused} />
      ) : (
        <Input {...around} name={id} label={label} value={one(given, id)} attributes={focused} />
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
      return <DropDown {...around} id={id} label={label} given={given} options={optionsOf(links, control.to)} />;
    case 'rows':
      return <Rows {...around} {...asking} id={id} fieldset={fieldset} control={control} />;
  }
}

/** The day that is offered because it is usual, and not because an entry says so: today. */
function isUsualDay(offers: OfferedBy | undefined, id: string): boolean {
  const offered = offers?.get(id);
  return offered !== undefined && offered.entry === undefined && isDate(String(offered.value));
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

/** Few and short answers stand in one line. */
const isShort = (options: readonly Option[]): boolean =>
  options.length === 2 || options.reduce((sum, { label }) => sum + label.length, 0) <= 48;

function Choices({ id, given, control, ...around }: InnerProps & { readonly fieldset: FieldsetOptions; readonly control: Choice }) {
  const items = control.options.map(({ value, label }) => ({ value, text: label }));
  const inline = !control.several && isShort(control.options) ? ' govuk-radios--inline' : '';
  return control.several ? (
    <Checkboxes {...around} name={id} items={items} values={several(given, id)} classes="govuk-checkboxes--small" />
  ) : (
    <Radios {...around} name={id} items={items} value={one(given, id)} classes={`govuk-radios--small${inline}`} />
  );
}
