import { firstText, type Field, type FieldOptions } from './field.ts';

/** A time of day in England, stored as `14:30`. Given as `14:30`, `14.30`, `2:30pm` or `2.30 pm`. */
export function time<const O extends FieldOptions>(label: string, options?: O): Field<string> & NoInfer<O> {
  return {
    ...(options as O),
    kind: 'time',
    label,
    control: { kind: 'text', lines: 1, width: 5 },
    schema: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
    parse: (given) => {
      const text = firstText(given);
      if (text === undefined) return { value: undefined };
      const value = timeOf(text);
      return value === undefined ? { problem: 'must be a time, for example 14:30 or 2:30pm' } : { value };
    },
    display: (value) => value,
  };
}

function timeOf(text: string): string | undefined {
  const [, hours, minutes, half] = /^(\d{1,2})[:.](\d{2})\s*(am|pm)?$/i.exec(text) ?? [];
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return undefined;
  if (half === undefined) return Number(hours) > 23 ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
  if (Number(hours) < 1 || Number(hours) > 12) return undefined;
  const hour = (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
