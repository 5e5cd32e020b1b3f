import { classes, type Attributes, type Words } from './field-parts.tsx';

export type ButtonOptions = {
  readonly text: Words;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly href?: string | undefined;
  readonly id?: string | undefined;
  readonly classes?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly preventDoubleClick?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
};

/** A button that sends its form; with `href`, a link that looks like one. */
export function Button({
  text,
  name,
  value,
  type = 'submit',
  href,
  id,
  classes: more,
  disabled = false,
  preventDoubleClick,
  attributes,
}: ButtonOptions) {
  const rest = { id, class: classes('govuk-button', more), 'data-module': 'govuk-button', ...attributes };
  if (href !== undefined)
    return (
      <a href={href} role="button" draggable={false} {...rest}>
        {text}
      </a>
    );
  return (
    <button
      type={type}
      name={name}
      value={value}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={preventDoubleClick === undefined ? undefined : String(preventDoubleClick)}
      {...rest}
    >
      {text}
    </button>
  );
}
