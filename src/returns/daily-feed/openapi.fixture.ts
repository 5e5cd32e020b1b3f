import { readFileSync } from 'node:fs';
import type { JsonSchema } from '../../vocabulary/json-schema.ts';
import { notTaken } from './schema.ts';

/** The Department's OpenAPI 1.0.1, as it published it. */
export const openApi: {
  readonly components: { readonly schemas: { readonly CSC: JsonSchema } };
} = JSON.parse(readFileSync('test/samples/daily-feed/openapi-1.0.1.json', 'utf8'));

/** @returns what is wrong, each with where: nothing in what is valid */
export const wrongBy = (schema: JsonSchema, value: unknown): readonly string[] =>
  notTaken(schema, value).map(({ at, right }) => `${at}: must be ${right}`);
