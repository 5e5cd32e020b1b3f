import { isDate } from '../../kernel/calendar/dates.ts';
import type { JsonSchema } from '../../vocabulary/json-schema.ts';

/** A value that the Department would not take: where it stands, what it is, and what it must be. */
export type NotTaken = { readonly at: string; readonly value: string; readonly right: string };

const longest = 60;
const told = (value: unknown): string => (value === undefined ? '' : (JSON.stringify(value) ?? '').slice(0, longest));
const not = (at: string, value: unknown, right: string): readonly NotTaken[] => [{ at, value: told(value), right }];

/** What of a value is not by the schema; nothing of what is. Pure. */
export function notTaken(schema: JsonSchema, value: unknown, at = ''): readonly NotTaken[] {
  switch (schema.type) {
    case 'array':
      return Array.isArray(value) ? inArray(schema, value, at) : not(at, value, 'a list');
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? inObject(schema, value, at)
        : not(at, value, 'an object');
    case 'string':
      return typeof value === 'string' ? inText(schema, value, at) : not(at, value, 'words in quotation marks');
    case 'boolean':
      return typeof value === 'boolean' ? [] : not(at, value, 'true or false');
    case 'integer':
      return Number.isInteger(value) ? [] : not(at, value, 'a whole number');
    default:
      throw new Error(`the schema has the type ${schema.type}`);
  }
}

const inArray = (
  { items = {}, maxItems = Infinity, uniqueItems }: JsonSchema,
  value: readonly unknown[],
  at: string,
): readonly NotTaken[] => [
  ...(value.length > maxItems ? not(at, `${value.length} items`, `at most ${maxItems} items`) : []),
  ...(uniqueItems === true && new Set(value.map((one) => JSON.stringify(one))).size < value.length
    ? not(at, value, 'a list with each item once')
    : []),
  ...value.flatMap((one, n) => notTaken(items, one, `${at}[${n}]`)),
];

const inObject = ({ properties = {}, required = [], additionalProperties }: JsonSchema, value: object, at: string): readonly NotTaken[] => [
  ...required.flatMap((name) => (Object.hasOwn(value, name) ? [] : not(`${at}.${name}`, undefined, 'there'))),
  ...Object.entries(value).flatMap(([name, one]) => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (schema !== undefined) return notTaken(schema, one, `${at}.${name}`);
    return additionalProperties === false ? not(`${at}.${name.slice(0, longest)}`, one, 'left out: the schema has no such field') : [];
  }),
];

const inText = ({ pattern, format, minLength = 0, maxLength = Infinity }: JsonSchema, value: string, at: string): readonly NotTaken[] => [
  ...(value.length < minLength || value.length > maxLength
    ? not(at, value, `${minLength === 0 ? 'at most' : `${minLength} to`} ${maxLength} signs long`)
    : []),
  ...(pattern !== undefined && !new RegExp(pattern).test(value) ? not(at, value, `written as ${pattern}`) : []),
  ...(format === 'date' && !isDate(value) ? not(at, value, 'a day that exists, such as 2026-03-31') : []),
];
