import {
  classes,
  describedBy,
  Described,
  FormGroup,
  Label,
  type AroundOptions,
  type Attributes,
  type LabelOptions,
} from './field-parts.tsx';

type ControlOptions = AroundOptions & {
  readonly name: string;
  readonly id?: string | undefined;
  readonly label: LabelOptions;
  readonly classes?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly attributes?: Attributes | undefined;
  readonly value?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly disabled?: boolean | undefined;
};

export type InputOptions = ControlOptions & {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'number' | 'tel' | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | 'email' | 'tel' | undefined;
  readonly pattern?: string | undefined;
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
};

/** The box alone: `Input` puts label, hint and error around it, a date three of them in a row. */
export function Box(options: Omit<InputOptions, 'label'> & { readonly id: string }) {
  const {
    id,
    name,
    type = 'text',
    classes: more,
    value,
    errorMessage,
    inputmode,
    pattern,
    autocapitalize,
    autocomplete,
    spellcheck,
    disabled,
    attributes,
  } = options;
  const kind: Attributes = { type };
  const rest = { inputMode: inputmode, pattern, autocapitalize, autocomplete, ...attributes };
  return (
    <input
      class={classes('govuk-input', more, errorMessage !== undefined && 'govuk-input--error')}
      id={id}
      name={name}
      spellcheck={spellcheck}
      value={value}
      disabled={disabled}
      aria-describedby={describedBy(id, options, options.describedBy)}
      {...kind}
      {...rest}
    />
  );
}

export function Input(options: InputOptions) {
  const id = options.id ?? options.name;
  return (
    <FormGroup {...options}>
      <Label {...options.label} for={id} />
      <Described {...options} id={id} />
      <Box {...options} id={id} />
    </FormGroup>
  );
}

export function TextArea(options: ControlOptions & { readonly rows?: number | undefined }) {
  const { name, id = name, label, rows = 5, classes: more, errorMessage, value, autocomplete, spellcheck, disabled, attributes } = options;
  return (
    <FormGroup {...options}>
      <Label {...label} for={id} />
      <Described {...options} id={id} />
      <textarea
        class={classes('govuk-textarea', errorMessage !== undefined && 'govuk-textarea--error', more)}
        id={id}
        name={name}
        rows={rows}
        spellcheck={spellcheck}
        disabled={disabled}
        autocomplete={autocomplete}
        aria-describedby={describedBy(id, options, options.describedBy)}
        {...attributes}
      >
        {value}
      </textarea>
    </FormGroup>
  );
}

export function FileUpload(options: ControlOptions & { readonly multiple?: boolean | undefined }) {
  const { name, id = name, label, classes: more, errorMessage, multiple, disabled, attributes } = options;
  return (
    <FormGroup {...options}>
      <Label {...label} for={id} />
      <Described {...options} id={id} />
      <input
        class={classes('govuk-file-upload', more, errorMessage !== undefined && 'govuk-file-upload--error')}
        id={id}
        name={name}
        type="file"
        multiple={multiple}
        disabled={disabled}
        aria-describedby={describedBy(id, options, options.describedBy)}
        {...attributes}
      />
    </FormGroup>
  );
}

type SelectItem = { readonly value?: string; readonly text: string; readonly selected?: boolean; readonly disabled?: boolean };

/** `value` chooses an item; an item's own `selected` does too. */
export function Select(options: ControlOptions & { readonly items?: readonly SelectItem[] | undefined }) {
  const { name, id = name, label, classes: more, errorMessage, items = [], value, disabled, attributes } = options;
  return (
    <FormGroup {...options}>
      <Label {...label} for={id} />
      <Described {...options} id={id} />
      <select
        class={classes('govuk-select', more, errorMessage !== undefined && 'govuk-select--error')}
        id={id}
        name={name}
        disabled={disabled}
        aria-describedby={describedBy(id, options, options.describedBy)}
        {...attributes}
      >
        {items.map((item) => (
          <option
            key={item.value ?? item.text}
            value={item.value}
            selected={item.selected ?? (value !== undefined && value !== '' && (item.value ?? item.text) === value)}
            disabled={item.disabled}
          >
            {item.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
