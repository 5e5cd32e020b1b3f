import {
  classes,
  describedBy,
  Described,
  Fieldset,
  FormGroup,
  Hint,
  ids,
  Label,
  type AroundOptions,
  type Attributes,
  type FieldsetOptions,
  type HintOptions,
  type LabelOptions,
  type Words,
} from './field-parts.tsx';
import { Box, type InputOptions } from './text-input.tsx';

export type ChoiceItem = {
  readonly text: Words;
  readonly value: string;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly hint?: HintOptions | undefined;
  readonly label?: Pick<LabelOptions, 'classes' | 'attributes'> | undefined;
  readonly behaviour?: 'exclusive' | undefined;
  readonly attributes?: Attributes | undefined;
};
type Divider = { readonly divider: string };

type ChoicesOptions = AroundOptions & {
  readonly name: string;
  readonly idPrefix?: string | undefined;
  readonly items: readonly (ChoiceItem | Divider)[];
  readonly fieldset?: FieldsetOptions | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

type Kind = { readonly block: 'govuk-radios' | 'govuk-checkboxes'; readonly type: 'radio' | 'checkbox' };

export const Radios = (options: ChoicesOptions & { readonly value?: string | undefined }) => (
  <Choices {...options} kind={{ block: 'govuk-radios', type: 'radio' }} chosen={options.value === undefined ? [] : [options.value]} />
);

export const Checkboxes = (
  options: ChoicesOptions & { readonly values?: readonly string[] | undefined; readonly describedBy?: string | undefined },
) => (
  <Choices {...options} kind={{ block: 'govuk-checkboxes', type: 'checkbox' }} chosen={options.values ?? []} before={options.describedBy} />
);

function Choices({
  kind,
  chosen,
  before,
  ...options
}: ChoicesOptions & { readonly kind: Kind; readonly chosen: readonly string[]; readonly before?: string | undefined }) {
  const { name, idPrefix = name, items, fieldset, classes: more, attributes } = options;
  const described = describedBy(idPrefix, options, fieldset?.describedBy ?? before);
  const each = kind.type === 'checkbox' && fieldset === undefined ? described : undefined;
  const inner = (
    <>
      <Described {...options} id={idPrefix} />
      <div class={classes(kind.block, more)} data-module={kind.block} {...attributes}>
        {items.map((item, index) =>
          'divider' in item ? (
            <div class={`${kind.block}__divider`}>{item.divider}</div>
          ) : (
            <Choice
              kind={kind}
              item={item}
              id={item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)}
              name={item.name ?? name}
              isChosen={item.checked ?? chosen.includes(item.value)}
              described={each}
            />
          ),
        )}
      </div>
    </>
  );
  return (
    <FormGroup {...options}>
      {fieldset === undefined ? (
        inner
      ) : (
        <Fieldset {...fieldset} describedBy={described}>
          {inner}
        </Fieldset>
      )}
    </FormGroup>
  );
}

type ChoiceProps = {
  readonly kind: Kind;
  readonly item: ChoiceItem;
  readonly id: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly described: string | undefined;
};

function Choice({ kind: { block, type }, item, id, name, isChosen, described }: ChoiceProps) {
  const { value, text, hint, label, behaviour, disabled, attributes } = item;
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={id}
        name={name}
        type={type}
        value={value}
        checked={isChosen}
        disabled={disabled}
        data-behaviour={behaviour}
        aria-describedby={ids(described, hint !== undefined && `${id}-item-hint`)}
        {...attributes}
      />
      <Label {...label} text={text} classes={classes(`${block}__label`, label?.classes)} for={id} />
      {hint === undefined ? null : <Hint {...hint} id={`${id}-item-hint`} classes={classes(`${block}__hint`, hint.classes)} />}
    </div>
  );
}

type DatePart = Pick<InputOptions, 'classes' | 'autocomplete' | 'pattern' | 'attributes' | 'inputmode'> & {
  readonly name: string;
  readonly label?: string | undefined;
  readonly id?: string | undefined;
  readonly value?: string | undefined;
  /** True: this box holds what is wrong; where no box says so, all do. */
  readonly error?: boolean | undefined;
};

type DateInputOptions = AroundOptions & {
  readonly id: string;
  readonly namePrefix?: string | undefined;
  readonly items?: readonly DatePart[] | undefined;
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly fieldset?: FieldsetOptions | undefined;
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

const usualParts: readonly DatePart[] = [
  { name: 'day', classes: 'govuk-input--width-2' },
  { name: 'month', classes: 'govuk-input--width-2' },
  { name: 'year', classes: 'govuk-input--width-4' },
];

/** Three boxes for day, month and year. */
export function DateInput(options: DateInputOptions) {
  const { id, namePrefix, items, values, fieldset, classes: more, errorMessage, attributes } = options;
  const parts = items === undefined || items.length === 0 ? usualParts : items;
  const described = describedBy(id, options, fieldset?.describedBy);
  const saysWhich = parts.some(({ error, classes: own }) => error === true || own?.includes('govuk-input--error') === true);
  const inner = (
    <>
      <Described {...options} id={id} />
      <div class={classes('govuk-date-input', more)} id={id} {...attributes}>
        {parts.map((part) => (
          <DateBox
            part={part}
            id={part.id ?? `${id}-${part.name}`}
            name={classes(namePrefix, part.name).replace(' ', '-')}
            value={part.value ?? values?.[classes(namePrefix, part.name).replace(' ', '-')] ?? values?.[part.name]}
            isWrong={part.error === true || (part.error !== false && errorMessage !== undefined && !saysWhich)}
          />
        ))}
      </div>
    </>
  );
  return (
    <FormGroup {...options}>
      {fieldset === undefined ? (
        inner
      ) : (
        <Fieldset {...fieldset} describedBy={described} role="group">
          {inner}
        </Fieldset>
      )}
    </FormGroup>
  );
}

type DateBoxProps = {
  readonly part: DatePart;
  readonly id: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly isWrong: boolean;
};

function DateBox({ part, id, name, value, isWrong }: DateBoxProps) {
  const own = part.classes ?? '';
  const width = own.includes('govuk-input--width-') ? undefined : `govuk-input--width-${part.name === 'year' ? 4 : 2}`;
  const wrong = isWrong && !own.includes('govuk-input--error') && 'govuk-input--error';
  return (
    <div class="govuk-date-input__item">
      <div class="govuk-form-group">
        <Label text={part.label ?? part.name.charAt(0).toUpperCase() + part.name.slice(1)} classes="govuk-date-input__label" for={id} />
        <Box
          id={id}
          name={name}
          classes={classes('govuk-date-input__input', wrong, width, own)}
          inputmode={part.inputmode ?? 'numeric'}
          value={value}
          pattern={part.pattern}
          autocomplete={part.autocomplete}
          attributes={part.attributes}
        />
      </div>
    </div>
  );
}
