import type { ComponentChildren } from 'preact';

/** What a component says: words, or elements. */
export type Words = ComponentChildren;
/** Further attributes of the component's own element. */
export type Attributes = Readonly<Record<string, string>>;
type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Class names in order; what is not there is left out. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');

/** The ids of what describes a control, for `aria-describedby`. */
export const ids = (...names: readonly (string | false | undefined)[]): string | undefined => classes(...names) || undefined;

export type LabelOptions = { readonly text: Words } & Optional<{
  classes: string;
  isPageHeading: boolean;
  for: string;
  attributes: Attributes;
}>;

export function Label({ text, classes: more, isPageHeading = false, for: of, attributes }: LabelOptions) {
  const label = (
    <label class={classes('govuk-label', more)} for={of} {...attributes}>
      {text}
    </label>
  );
  if (text === undefined) return null;
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}

export type HintOptions = { readonly text: Words } & Optional<{ id: string; classes: string; attributes: Attributes }>;

export const Hint = ({ text, id, classes: more, attributes }: HintOptions) => (
  <div id={id} class={classes('govuk-hint', more)} {...attributes}>
    {text}
  </div>
);

export type ErrorMessageOptions = { readonly text: Words } & Optional<{
  id: string;
  classes: string;
  visuallyHiddenText: string;
  attributes: Attributes;
}>;

export const ErrorMessage = ({ text, id, classes: more, visuallyHiddenText = 'Error', attributes }: ErrorMessageOptions) => (
  <p id={id} class={classes('govuk-error-message', more)} {...attributes}>
    <span class="govuk-visually-hidden">{visuallyHiddenText}:</span> {text}
  </p>
);

export type LegendOptions = { readonly text: Words } & Optional<{ classes: string; isPageHeading: boolean }>;
export type FieldsetOptions = { readonly legend?: LegendOptions | undefined } & Optional<{
  describedBy: string;
  classes: string;
  role: 'group';
  attributes: Attributes;
}>;

export const Fieldset = ({
  legend,
  describedBy,
  classes: more,
  role,
  attributes,
  children,
}: FieldsetOptions & { readonly children?: Words }) => (
  <fieldset class={classes('govuk-fieldset', more)} role={role} aria-describedby={describedBy} {...attributes}>
    {legend === undefined ? null : (
      <legend class={classes('govuk-fieldset__legend', legend.classes)}>
        {legend.isPageHeading === true ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
      </legend>
    )}
    {children}
  </fieldset>
);

/** What every control may have around it. */
export type AroundOptions = Optional<{
  hint: HintOptions;
  errorMessage: ErrorMessageOptions;
  formGroup: { readonly classes?: string };
}>;

export const FormGroup = ({ errorMessage, formGroup, children }: AroundOptions & { readonly children?: Words }) => (
  <div class={classes('govuk-form-group', errorMessage !== undefined && 'govuk-form-group--error', formGroup?.classes)}>{children}</div>
);

/** Hint and error of a control, and the ids by which it is described. */
export const describedBy = (id: string, { hint, errorMessage }: AroundOptions, before?: string): string | undefined =>
  ids(before, hint !== undefined && `${id}-hint`, errorMessage !== undefined && `${id}-error`);

export const Described = ({ id, hint, errorMessage }: AroundOptions & { readonly id: string }) => (
  <>
    {hint === undefined ? null : <Hint {...hint} id={`${id}-hint`} />}
    {errorMessage === undefined ? null : <ErrorMessage {...errorMessage} id={`${id}-error`} />}
  </>
);
