import { expect, it } from 'vitest';
import { showProgress } from './import.ts';

function shown(isTTY: boolean): readonly string[] {
  const written: string[] = [];
  const terminal = { isTTY, write: (text: string) => written.push(text) };
  for (const [done, children] of [
    [0, 0],
    [46.9, 200],
    [100, 400],
    // The last part of a file may be read past what was announced.
    [101, 401],
  ] as const)
    showProgress(done, 100, children, terminal);
  showProgress(0, 0, 0, terminal);
  return written;
}

it('an import shows on a terminal how much of its file has been read, on one line, and writes nothing of it elsewhere', () => {
  expect(shown(true)).toEqual([
    '\r[..........] 0 children',
    '\r[#####.....] 200 children',
    '\r[##########] 400 children',
    '\r[##########] 401 children',
    '\r[..........] 0 children',
  ]);
  expect(shown(false)).toEqual([]);
});
