import type { ComponentChildren } from 'preact';
import type { Problem } from '../../kernel/step/outcome.ts';

export const CsrfField = ({ token }: { readonly token: string }) => <input type="hidden" name="_csrf" value={token} />;

type ButtonProps = {
  readonly children: ComponentChildren;
  readonly secondary?: boolean;
  readonly kind?: 'secondary' | 'warning';
  readonly name?: string;
  readonly value?: string;
};
export const Button = ({ children, secondary = false, kind = secondary ? 'secondary' : undefined, name, value }: ButtonProps) => (
  <button
    type="submit"
    class={`govuk-button${kind === undefined ? '' : ` govuk-button--${kind}`}`}
    data-module="govuk-button"
    data-prevent-double-click="true"
    name={name}
    value={value}
  >
    {children}
  </button>
);

/** What must be put right, at the head of the page; each line leads to its question. */
export function ErrorSummary({
  problems,
  anchorOf,
}: {
  readonly problems: readonly Problem[];
  readonly anchorOf: (field: string) => string;
}) {
  if (problems.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {problems.map(({ field, message }) => (
              <li>{field === undefined ? <span class="sl-error-text">{message}</span> : <a href={`#${anchorOf(field)}`}>{message}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

type SelectProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly any?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};
/** A drop-down in a row of filters. */
export const Select = ({ id, name, label, value, any, options }: SelectProps) => (
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
        {problem === undefined ? null : (
          <p class="govuk-error-message" id="known-error">
            <span class="govuk-visually-hidden">Error:</span> {problem}
          </p>
        )}
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
