import type { ComponentChildren } from 'preact';

export const ErrorMessage = ({ id, children }: { readonly id: string; readonly children: ComponentChildren }) => (
  <p id={id} class="govuk-error-message">
    <span class="govuk-visually-hidden">Error:</span> {children}
  </p>
);

export const Hint = ({ id, children }: { readonly id: string; readonly children: ComponentChildren }) => (
  <div id={id} class="govuk-hint">
    {children}
  </div>
);

export const WarningText = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">Warning</span>
      {children}
    </strong>
  </div>
);

type TextAreaProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly rows?: number;
  readonly value?: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
};

/** The ids of what describes a control, for `aria-describedby`; none: `undefined`. */
export const describedBy = (id: string, hint: unknown, problem: unknown): string | undefined =>
  [hint === undefined ? [] : `${id}-hint`, problem === undefined ? [] : `${id}-error`].flat().join(' ') || undefined;

export const TextArea = ({ id, name, label, rows = 5, value, hint, problem }: TextAreaProps) => (
  <div class={`govuk-form-group${problem === undefined ? '' : ' govuk-form-group--error'}`}>
    <label class="govuk-label" for={id}>
      {label}
    </label>
    {hint === undefined ? null : <Hint id={`${id}-hint`}>{hint}</Hint>}
    {problem === undefined ? null : <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>}
    <textarea
      class={`govuk-textarea${problem === undefined ? '' : ' govuk-textarea--error'}`}
      id={id}
      name={name}
      rows={rows}
      aria-describedby={describedBy(id, hint, problem)}
    >
      {value}
    </textarea>
  </div>
);
