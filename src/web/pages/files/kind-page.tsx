import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { AnyField } from '../../../kernel/field/field.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { ListedFile } from '../../../record/files.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import type { Words } from '../../components/field-parts.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Input, Select, TextArea } from '../../components/text-input.tsx';
import type { GivenForm } from '../../memory.ts';
import { one } from '../../request.ts';
import { lateOrUntil } from '../../said-dates.ts';

/** What the page of all files of a kind is called, says and asks. */
export type KindWords = {
  readonly title: string;
  readonly intro: string;
  readonly none: string;
  /** What one file is called in the table. */
  readonly one: string;
  readonly begin: { readonly heading: string; readonly title: string; readonly hint: string; readonly button: string };
};

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly words: KindWords;
  readonly path: string;
  readonly files: readonly ListedFile[];
  /** To which of these a new file may answer. */
  readonly answersTo?: { readonly label: string; readonly hint: string; readonly files: readonly ListedFile[] };
  /** More columns of the table, by head. */
  readonly more?: readonly (readonly [head: string, cell: (file: ListedFile) => Words])[];
  /** A page beside it, for this reader. */
  readonly beside?: { readonly href: string; readonly text: string };
  readonly titleOf: (rule: string) => string;
  readonly today: LocalDate;
  /** The questions with which a file begins; absent: this reader begins none. */
  readonly asked: readonly (readonly [name: string, field: AnyField])[] | undefined;
  readonly given?: GivenForm;
  readonly problems?: readonly Problem[];
};

export const FilesOfKindPage = (props: Props) => (
  <Layout frame={props.frame} title={props.words.title} problems={props.problems ?? []}>
    <h1 class="govuk-heading-l">{props.words.title}</h1>
    <p class="govuk-body">{props.words.intro}</p>
    <Files {...props} />
    {props.beside === undefined ? null : (
      <p class="govuk-body">
        <a class="govuk-link" href={props.beside.href}>
          {props.beside.text}
        </a>
      </p>
    )}
    {props.asked === undefined ? null : <Begin {...props} asked={props.asked} />}
  </Layout>
);

type Listed = Pick<Props, 'words' | 'files' | 'more' | 'titleOf' | 'today'>;

/** Files with what is due next in each, the most urgent first. */
export const Files = ({ words, files, more = [], titleOf, today }: Listed) =>
  files.length === 0 ? (
    <p class="govuk-body">{words.none}</p>
  ) : (
    <CardTable
      caption={words.title}
      captionClasses="govuk-visually-hidden"
      heads={[words.one, ...more.map(([head]) => head), 'What is due next']}
      rows={files.toSorted(byUrgency).map((file) => [
        <a class="govuk-link" href={`/files/${file.file}`}>
          {file.title}
        </a>,
        ...more.map(([, cell]) => cell(file)),
        nextDue(file, titleOf, today),
      ])}
    />
  );

const runningIn = ({ clocks }: ListedFile) =>
  clocks.filter(({ metOn, endedOn }) => metOn === undefined && endedOn === undefined).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));

/** What must be acted on stands first; the others by their titles, the ninth before the tenth. */
function byUrgency(a: ListedFile, b: ListedFile): number {
  const [dueA = '9999', dueB = '9999'] = [a, b].map((file): string | undefined => runningIn(file)[0]?.dueOn);
  return dueA === dueB ? a.title.localeCompare(b.title, 'en-GB', { numeric: true }) : dueA < dueB ? -1 : 1;
}

function nextDue(file: ListedFile, titleOf: (rule: string) => string, today: LocalDate): string {
  const [next] = runningIn(file);
  return next === undefined ? 'Nothing' : `${titleOf(next.rule)}: ${formatDate(next.dueOn)}, ${lateOrUntil(next.dueOn, today)}`;
}

function Begin({
  csrf,
  words,
  path,
  today,
  asked,
  answersTo,
  given = {},
  problems = [],
}: Props & { readonly asked: NonNullable<Props['asked']> }) {
  const { heading, title, hint, button } = words.begin;
  const file = given['file'] === undefined ? crypto.randomUUID() : one(given, 'file');
  return (
    <section aria-labelledby="begin">
      <h2 class="govuk-heading-m" id="begin">
        {heading}
      </h2>
      <form method="post" action={path} noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="file" value={file} />
        <Input
          name="title"
          label={{ text: title }}
          hint={{ text: hint }}
          value={one(given, 'title')}
          errorMessage={errorAt(problems, 'title')}
          classes="govuk-input--width-20"
        />
        {asked.map(([name, field]) => (
          <Asked
            name={name}
            field={field}
            value={given[name] === undefined ? undefined : one(given, name)}
            today={today}
            problems={problems}
          />
        ))}
        {answersTo === undefined ? null : (
          <Select
            name="answersTo"
            label={{ text: `${answersTo.label} (may be left open)` }}
            hint={{ text: answersTo.hint }}
            value={one(given, 'answersTo')}
            items={[{ value: '', text: '' }, ...answersTo.files.map(({ file: value, title: text }) => ({ value, text }))]}
          />
        )}
        <Button text={button} preventDoubleClick />
      </form>
    </section>
  );
}

type AskedProps = {
  readonly name: string;
  readonly field: AnyField;
  readonly value: string | undefined;
  readonly today: LocalDate;
  readonly problems: readonly Problem[];
};

/** A question of a step on a page of its own: the few kinds with which files begin. */
export function Asked({ name, field: { control, label, hint, required }, value, today, problems }: AskedProps) {
  const shown = {
    name,
    label: { text: required === undefined ? `${label} (may be left open)` : label },
    errorMessage: errorAt(problems, name),
  };
  const more = hint === undefined ? {} : { hint: { text: hint } };
  switch (control.kind) {
    case 'choice':
      return (
        <Select
          {...shown}
          {...more}
          value={value ?? ''}
          items={[{ value: '', text: '' }, ...control.options.map((option) => ({ value: option.value, text: option.label }))]}
        />
      );
    case 'date':
      return <Input {...shown} {...more} value={value ?? today} attributes={{ type: 'date' }} classes="govuk-input--width-10" />;
    case 'number':
      return <Input {...shown} {...more} value={value ?? ''} inputmode="numeric" classes="govuk-input--width-4" />;
    default:
      return control.kind === 'text' && control.lines > 1 ? (
        <TextArea {...shown} {...more} rows={control.lines} value={value ?? ''} />
      ) : (
        <Input {...shown} {...more} value={value ?? ''} />
      );
  }
}
