import type { Problem } from '../../kernel/step/outcome.ts';
import { ErrorMessage } from './field-parts.tsx';
import { ErrorSummary } from './notices.tsx';

export const CsrfField = ({ token }: { readonly token: string }) => <input type="hidden" name="_csrf" value={token} />;

/** The one thing that may be wrong with a page of one question. */
export const problemsOf = (field: string, message: string | undefined): readonly Problem[] =>
  message === undefined ? [] : [{ field, message }];

/** What is said of one field, beside it. */
export function errorAt(problems: readonly Problem[], field: string): { readonly text: string } | undefined {
  const message = problems.find((problem) => problem.field === field)?.message;
  return message === undefined ? undefined : { text: message };
}

/** What must be put right, at the head of the page; each line leads to its question, whose id is most often the field's name. */
export const Problems = ({
  problems,
  anchorOf = (field) => field,
}: {
  readonly problems: readonly Problem[];
  readonly anchorOf?: (field: string) => string;
}) =>
  problems.length === 0 ? null : (
    <ErrorSummary
      titleText="There is a problem"
      errorList={problems.map(({ field, message }) => ({
        text: field === undefined ? <span class="sl-error-text">{message}</span> : message,
        href: field === undefined ? undefined : `#${anchorOf(field)}`,
      }))}
    />
  );

type SelectProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly any?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};
/** A drop-down in a row of filters. */
export const FilterSelect = ({ id, name, label, value, any, options }: SelectProps) => (
  <div class="sl-filter">
    <label class="govuk-label sl-label" for={id}>
      {label}
    </label>
    <select class="govuk-select" id={id} name={name}>
      {any === undefined ? null : <option value="">{any}</option>}
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
);

/** Whose figures a page shows: of one team, or of all. */
export const WhoseTeam = ({
  action,
  teams,
  team,
}: {
  readonly action: string;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly team: string | undefined;
}) => (
  <form method="get" action={action} class="sl-filters sl-filters--plain" aria-label="Whose">
    <FilterSelect
      id="team"
      name="team"
      label="Team"
      value={team ?? ''}
      any="The whole service"
      options={teams.map(({ id, name }) => ({ value: id, label: name }))}
    />
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Show
    </button>
  </form>
);

/** A day in a row of filters; `name`: where it is not the id. */
export const FilterDate = ({
  id,
  name = id,
  label,
  value,
}: {
  readonly id: string;
  readonly name?: string;
  readonly label: string;
  readonly value?: string;
}) => (
  <div class="sl-filter">
    <label class="govuk-label sl-label" for={id}>
      {label}
    </label>
    <input class="govuk-input sl-date" type="date" id={id} name={name} value={value} />
  </div>
);

export function KnownAtInputs({
  day,
  time,
  problem,
}: {
  readonly day: string;
  readonly time?: string;
  readonly problem?: string | undefined;
}) {
  return (
    <>
      <div class="sl-filter">
        <label class="govuk-label sl-label" for="known">
          As known at
        </label>
        {problem === undefined ? null : <ErrorMessage id="known-error" text={problem} />}
        <input
          class={`govuk-input sl-date${problem === undefined ? '' : ' govuk-input--error'}`}
          type="date"
          id="known"
          name="known"
          value={day}
          aria-describedby={problem === undefined ? undefined : 'known-error'}
        />
      </div>
      {time === undefined ? null : (
        <div class="sl-filter">
          <label class="govuk-label sl-label" for="at">
            Time (end of day if empty)
          </label>
          <input class="govuk-input sl-time" type="time" id="at" name="at" value={time} />
        </div>
      )}
    </>
  );
}
