import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { steps } from '../../practice/pathway.ts';
import { mutant } from './census-mutations.fixture.ts';
import { readingsOf } from './census-steps.ts';
import { readCensus, type CensusEvent } from './census-xml.ts';
import { statementsOf } from './statements.ts';

/** A sixth of them are alike: there are only so many years and document types to write. */
const parts = 13;
const readings = readingsOf(steps);
/** What only a programmer could make sense of. */
const inner = /undefined(?! entity)|\[object|function |TypeError|RangeError| at .*:\d+|node_modules/;

async function* cut(bytes: Uint8Array, chunk: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

async function read(bytes: Uint8Array, chunk = 4_096): Promise<readonly CensusEvent[]> {
  const events: CensusEvent[] = [];
  for await (const event of readCensus(cut(bytes, chunk))) events.push(event);
  return events;
}

function check(how: string, events: readonly CensusEvent[]): void {
  const kinds = events.map(({ kind }) => kind).join(' ');
  expect(kinds, `${how}: it is not dropped without a word`).toMatch(/^(header( child)+( stopped)?|(header )?stopped)$/);
  for (const event of events) {
    if (event.kind === 'stopped') {
      expect(event.message, how).toMatch(/^[A-Z].{9,}/s);
      expect(event.message.replaceAll(/"[^"]*"/g, ''), how).not.toMatch(inner);
      expect(event.line, how).toBeGreaterThan(0);
    }
    if (event.kind !== 'child') continue;
    const { problems } = statementsOf(event.child, readings);
    for (const { reason, field, line } of problems) {
      expect([reason.length > 5, field.length > 0, line > 0], `${how}: ${reason}`).toEqual([true, true, true]);
      expect(reason, how).not.toMatch(inner);
    }
  }
}

describe('a census that was damaged or made to harm', () => {
  const different = new Set<string>();

  it.each(Array.from({ length: parts }, (_, n) => n))(
    `ends in children, or a sentence, or both: part %i of ${parts}, 200 files each`,
    async (part) => {
      for (let n = part * 200; n < (part + 1) * 200; n += 1) {
        const { how, bytes } = mutant(n);
        different.add(createHash('sha1').update(bytes).digest('base64'));
        const events = await read(bytes);
        check(how, events);
        if (n % 10 === 0) expect(await read(bytes, 7), `${how}: however it is cut`).toEqual(events);
      }
    },
  );

  it('is another one each time: 2,000 and more different files', () => expect(different.size).toBeGreaterThan(2_000));

  it('is as wrong as it should be: most files are refused or told of, some are taken', async () => {
    const ended = { stopped: 0, whole: 0 };
    for (let n = 0; n < 400; n += 1) ended[(await read(mutant(n).bytes)).at(-1)?.kind === 'stopped' ? 'stopped' : 'whole'] += 1;
    expect(ended.stopped).toBeGreaterThan(100);
    expect(ended.whole).toBeGreaterThan(50);
  });
});
