import { readFileSync } from 'node:fs';

type Schema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
};

/** The Department's OpenAPI 1.0.1, as it published it. */
export const openApi: {
  readonly components: { readonly schemas: { readonly CSC: Schema } };
} = JSON.parse(readFileSync('test/samples/daily-feed/openapi-1.0.1.json', 'utf8'));

/** What of JSON Schema the Department's uses, and nothing else. @returns what is wrong, each with where: nothing in what is valid */
export function wrongBy(schema: Schema, value: unknown, at = ''): readonly string[] {
  const strange = Object.keys(schema).filter((key) => !understood.has(key));
  if (strange.length > 0) throw new Error(`the schema has ${strange.join(', ')}, which this does not understand`);
  switch (schema.type) {
    case 'array':
      return Array.isArray(value) ? inArray(schema, value, at) : [`${at}: no array`];
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? inObject(schema, value, at) : [`${at}: no object`];
    case 'string':
      return typeof value === 'string' ? inText(schema, value, at) : [`${at}: no string`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at}: no boolean`];
    case 'integer':
      return Number.isInteger(value) ? [] : [`${at}: no integer`];
    default:
      throw new Error(`the schema has the type ${schema.type}`);
  }
}

const understood = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'maxItems',
  'uniqueItems',
  'description',
  'title',
  'default',
  '$schema',
  '$comment',
  'example',
  'examples',
]);

const inArray = ({ items = {}, maxItems = Infinity, uniqueItems }: Schema, value: readonly unknown[], at: string): readonly string[] => [
  ...(value.length > maxItems ? [`${at}: ${value.length} items, at most ${maxItems}`] : []),
  ...(uniqueItems === true && new Set(value.map((one) => JSON.stringify(one))).size < value.length ? [`${at}: an item twice`] : []),
  ...value.flatMap((one, n) => wrongBy(items, one, `${at}[${n}]`)),
];

const inObject = ({ properties = {}, required = [], additionalProperties }: Schema, value: object, at: string): readonly string[] => [
  ...required.flatMap((name) => (name in value ? [] : [`${at}.${name}: missing`])),
  ...Object.entries(value).flatMap(([name, one]) => {
    const schema = properties[name];
    if (schema !== undefined) return wrongBy(schema, one, `${at}.${name}`);
    return additionalProperties === false ? [`${at}.${name}: not in the schema`] : [];
  }),
];

const inText = ({ pattern, format, minLength = 0, maxLength = Infinity }: Schema, value: string, at: string): readonly string[] => [
  ...(value.length < minLength || value.length > maxLength ? [`${at}: ${value.length} signs, ${minLength} to ${maxLength}`] : []),
  ...(pattern !== undefined && !new RegExp(pattern).test(value) ? [`${at}: not as ${pattern}`] : []),
  ...(format === 'date' && !/^\d{4}-\d\d-\d\d$/.test(value) ? [`${at}: no date`] : []),
];
