import type { AnyField } from '../../src/kernel/field/field.ts';

/** Lines of names and places, however many there are. */
const lines = new Set(['address', 'coreGroup', 'cameFrom']);

/** A name, a number, an address must be typed as they are; what happened and what it means is told, in the same words in every system, and counted in none. */
export const isFact = (name: string, { control }: AnyField): boolean => control.kind === 'text' && (control.lines === 1 || lines.has(name));
