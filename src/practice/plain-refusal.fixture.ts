import type { Problem } from '../kernel/step/outcome.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import { gates } from './gates/gate.ts';

/** Of a million statements most are true: this is quicker than `expect`. */
export function must(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}

/** An act, regulations or guidance, by name and year: what a worker is told to look up. */
const namesLaw = /[A-Z][a-z]+ (?:[a-z-]+ |[A-Z][a-z]+ |and )*(?:19|20)\d\d/;

/** Plain English: a sentence about a question of the step, with no name of the program in it, and with its law. `held`: where the gate is told that stood against it. */
export function isPlain({ name, law, fields, each }: AnyStep, { field, message }: Problem, held: Set<string>): void {
  must(field === undefined || field in fields || field in each, `${name}.${String(field)}`);
  must(/^[A-Z][^\n]{15,560}$/.test(message), message);
  const words = message.replaceAll(/“[^”]*”|\([^)]*\)/g, '');
  must(!/[a-z][A-Z]|undefined|null|NaN|\[object|_|\d{4}-\d\d-\d\d/.test(words), message);
  must(namesLaw.test(law), `${name}: ${law}`);
  if (message.includes('stood against')) {
    const gate = Object.values(gates).find(({ title }) => message.toLowerCase().includes(title.toLowerCase()));
    must(gate !== undefined && gate.decision === name && message.includes(gate.law), message);
    held.add(gate?.title ?? '');
  }
}
