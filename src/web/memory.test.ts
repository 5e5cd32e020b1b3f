import { describe, expect, it } from 'vitest';
import { createMemory } from './memory.ts';

const hour = 3_600_000;

function clocked() {
  let at = Date.parse('2026-03-03T09:00:00Z');
  return { memory: createMemory(() => new Date(at)), wait: (milliseconds: number) => (at += milliseconds) };
}
const path = '/children/1/record/visit';

describe('what was typed', () => {
  it('is given back to the same person, for an hour, without the token of the form', () => {
    const { memory, wait } = clocked();
    const key = memory.keep('ada', path, { _csrf: 'secret', 'f.note': 'Kitchen seen' }) ?? '';
    expect(memory.keptFor(key, 'ada')).toMatchObject({ path, form: { 'f.note': 'Kitchen seen' } });
    expect(memory.keptFor(key, 'ada')?.form).not.toHaveProperty('_csrf');
    expect(memory.keptFor(key, 'bo')).toBeUndefined();
    wait(hour + 1);
    expect(memory.keptFor(key, 'ada')).toBeUndefined();
  });

  it('makes room for what is newer of the same person, and never for another’s', () => {
    const { memory } = clocked();
    const other = memory.keep('bo', path, { note: 'kept' }) ?? '';
    const keys = Array.from({ length: 25 }, (_, n) => memory.keep('ada', path, { note: `${n}` }) ?? '');
    expect(keys.map((key) => memory.keptFor(key, 'ada') !== undefined).lastIndexOf(false)).toBe(4);
    expect(memory.keptFor(other, 'bo')).toBeDefined();
  });

  it('is not kept, and not promised, beyond what this server can hold: of one person, or of all', () => {
    const { memory } = clocked();
    const megabytes = (count: number) => ({ note: 'x'.repeat(count * 1024 * 1024) });
    expect(memory.keep('ada', path, megabytes(9))).toBeUndefined();
    const held = Array.from({ length: 40 }, (_, n) => memory.keep(`worker ${n}`, path, megabytes(4)));
    expect(held.filter((key) => key !== undefined).length).toBe(31);
    const [first = ''] = held;
    expect(memory.keptFor(first, 'worker 0')).toBeDefined();
  });
});

describe('a session', () => {
  it('that was signed out has nothing open, and is still known to have been its person’s', () => {
    const { memory } = clocked();
    memory.of('token', 'ada').rings.set('child', 'Adoption');
    memory.of('token', 'ada').sought.set('key', 'Amara');
    memory.end('token');
    expect([memory.of('token', 'ada').rings.size, memory.of('token', 'ada').sought.size]).toEqual([0, 0]);
    expect(memory.actorOf('token')).toBe('ada');
    expect(memory.actorWhere((token) => token === 'token')).toBe('ada');
    expect(memory.actorWhere(() => false)).toBeUndefined();
  });
});
