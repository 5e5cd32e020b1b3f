import { expect, test } from 'vitest';
import { Progress } from './progress.ts';

function watched(isTTY: boolean) {
  const written: string[] = [];
  const [terminal, clock] = [{ isTTY, columns: 60, write: (text: string | Uint8Array) => written.push(String(text)) > 0 }, { at: 0 }];
  return { written, clock, progress: new Progress(200, terminal, () => clock.at) };
}

test('how far it is stands on one line, is told ten times a second at most, and goes before anything else is written', () => {
  const { written, clock, progress } = watched(true);
  progress.advance(50);
  progress.show('12 findings');
  progress.show('13 findings');
  expect(written).toEqual(['\r[######..................]  25 %  12 findings\u001b[K']);
  clock.at = 100;
  progress.advance(200);
  progress.show('a child whose row is far too long for a terminal of sixty columns');
  expect(written[1]).toMatch(/100 %/);
  expect(written[1]?.length).toBeLessThanOrEqual(60 + '\r\u001b[K'.length);
  progress.clear();
  progress.clear();
  expect(written.slice(2)).toEqual(['\r\u001b[K']);
});

test('where nobody watches nothing is written', () => {
  const { written, progress } = watched(false);
  progress.show('12 findings');
  progress.clear();
  expect(written).toEqual([]);
});
