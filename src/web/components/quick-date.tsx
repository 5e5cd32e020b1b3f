import { addDays, dayOfWeek, formatDate, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { DateInput } from './choices.tsx';
import { describedBy, Described, Fieldset, FormGroup, type AroundOptions, type FieldsetOptions } from './field-parts.tsx';

/** Three boxes of one name: they arrive as [day, month, year]. `id`: how the boxes' own ids begin. */
export const dateItems = (name: string, id: string, values: readonly string[]) =>
  [
    { label: 'Day', width: 2 },
    { label: 'Month', width: 2 },
    { label: 'Year', width: 4 },
  ].map(({ label, width }, index) => ({
    name,
    id: `${id}-${label.toLowerCase()}`,
    label,
    classes: `govuk-input--width-${width}`,
    value: values[index] ?? '',
  }));

export function dateValues(given: readonly string[]): readonly string[] {
  const [first = ''] = given;
  return given.length === 1 && isDate(first)
    ? first
        .split('-')
        .reverse()
        .map((part) => part.replace(/^0/, ''))
    : given;
}

type Props = AroundOptions & {
  readonly id: string;
  readonly fieldset: FieldsetOptions;
  readonly values: readonly string[];
  readonly today: LocalDate;
};

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const dayWords = (on: LocalDate): string => `${weekdays[dayOfWeek(on) - 1]} ${formatDate(on).replace(/ \d{4}$/, '')}`;

/** A day that is most often today: today and yesterday at one touch, any other in three boxes. All of one name; what is empty is nothing. */
export function QuickDate({ id, fieldset, values, today, ...around }: Props) {
  const filled = values.filter((value) => value.trim() !== '');
  const picked = filled.length === 1 ? filled[0] : undefined;
  const yesterday = addDays(today, -1);
  const isOther = filled.length > 0 && picked !== today && picked !== yesterday;
  const days = [
    { value: today, text: `Today, ${dayWords(today)}`, id: `${id}-day`, isPicked: picked === today },
    { value: yesterday, text: `Yesterday, ${dayWords(yesterday)}`, id: `${id}-yesterday`, isPicked: picked === yesterday },
    { value: '', text: 'Another day', id: `${id}-another`, isPicked: isOther },
  ];
  const described = describedBy(id, around);
  return (
    <FormGroup {...around}>
      <Fieldset {...fieldset} describedBy={described}>
        <Described {...around} id={id} />
        <div class="govuk-radios govuk-radios--small govuk-radios--inline" data-module="govuk-radios">
          {days.map(({ value, text, id: own, isPicked }) => (
            <div class="govuk-radios__item">
              <input class="govuk-radios__input" type="radio" id={own} name={id} value={value} checked={isPicked} />
              <label class="govuk-label govuk-radios__label" for={own}>
                {text}
              </label>
            </div>
          ))}
        </div>
        <div class="govuk-radios__conditional" data-when={id} data-says='[""]'>
          <DateInput id={`${id}-other`} items={dateItems(id, `${id}-other`, isOther ? dateValues(filled) : [])} />
        </div>
      </Fieldset>
    </FormGroup>
  );
}
