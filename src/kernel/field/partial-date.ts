import { formatDate, isDate, months } from '../calendar/dates.ts';
import { firstText, type Field, type FieldOptions, type Parsed } from './field.ts';

/**
 * A day as far as it is known: stored as `2020-05-03`, `2020-05`, `2020` or `unknown`. Given so, or as the DfE's returns write it, with zz for
 * what is not known: `03/05/2020`, `zz/05/2020`, `zz/zz/2020`, `zz/zz/zzzz`; or `5/2020`.
 */
export function partialDate<const O extends FieldOptions>(label: string, options?: O): Field<string> & NoInfer<O> {
  return {
    ...(options as O),
    kind: 'partial-date',
    label,
    control: { kind: 'text', lines: 1, width: 10 },
    schema: { type: 'string', pattern: '^(unknown|\\d{4}(-\\d{2}(-\\d{2})?)?)$' },
    parse: (given) => {
      const text = firstText(given)?.toLowerCase();
      return text === undefined ? { value: undefined } : parsePartial(text);
    },
    display: (value) => displayPartial(value),
  };
}

const says = 'must be a day, a month or a year, for example 3/5/2020, 5/2020 or 2020; zz stands for what is not known';

function parsePartial(text: string): Parsed<string> {
  if (text === 'unknown' || text === 'zz/zz/zzzz') return { value: 'unknown' };
  const parts = text.includes('-') ? text.split('-') : text.split(/[\s/.]+/).reverse();
  const known = parts.filter((part) => part !== 'zz').map((part, index) => (index === 0 ? part : part.padStart(2, '0')));
  const value = known.join('-');
  const whole = `${value}-01-01`.slice(0, 10);
  const inOrder = parts.indexOf('zz') === -1 || parts.slice(parts.indexOf('zz')).every((part) => part === 'zz');
  return /^\d{4}(-\d{2}){0,2}$/.test(value) && parts.length <= 3 && inOrder && isDate(whole) ? { value } : { problem: says };
}

function displayPartial(value: string): string {
  if (isDate(value)) return formatDate(value);
  if (value === 'unknown') return 'Not known';
  const [year = '', month] = value.split('-');
  return month === undefined ? year : `${months[Number(month) - 1] ?? ''} ${year}`;
}
