import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { steps } from '../../practice/pathway.ts';
import type { SourceEvent } from '../intake/import-run.ts';
import { longestRaw, type Problem } from '../intake/problem.ts';
import { csv, csvMutant, xml, xmlMutant, type Mutant } from './return-mutations.fixture.ts';
import { returnSource } from './return-source.ts';

/*
 * Returns that something has gone wrong with, each made from a seed: whatever it is, reading ends, nothing throws, something is said of it, and what
 * is said is bounded. The database never sees more than `statementsOf` gives: what it gives must be understood answers only.
 */
/** Different ones, of either shape: 2,200 together. */
const different = 1_100;

async function read({ files, isXml }: Pick<Mutant, 'files' | 'isXml'>): Promise<readonly SourceEvent[]> {
  const given = files.map(({ name, bytes }) => ({
    name,
    bytes: bytes.length,
    async *open(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 30_000) yield bytes.subarray(at, at + 30_000);
    },
  }));
  const { events } = returnSource({ files: given, isXml, steps, year: 2025, today: date('2026-11-25') });
  const read: SourceEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

const problemsOf = (event: SourceEvent): readonly Problem[] =>
  event.kind === 'child' ? event.read.problems : event.kind === 'problem' || event.kind === 'refusedChild' ? [event.problem] : [];

function* unsoundProblem({ raw, value, child, field, line, reason }: Problem): Generator<string> {
  if (raw.length > longestRaw) yield `${raw.length} characters of a row are kept`;
  if (value.length + child.length + field.length > 700) yield 'a value of any length is kept';
  if (!Number.isInteger(line) || line < 1) yield `line ${line}`;
  if (reason.length < 6 || inner.test(reason.replaceAll(/"[^"]*"/g, ''))) yield `the reason is "${reason}"`;
}

/** What only a programmer could make sense of. */
const inner = /undefined|\[object|function |TypeError|RangeError| at .*:\d+|node_modules/;

/** What is not fit to be written down: words without bound, answers that are none, days that there are not. */
function* unsound(event: SourceEvent): Generator<string> {
  for (const problem of problemsOf(event)) yield* unsoundProblem(problem);
  if (event.kind === 'stopped' && event.message.length < 10) yield 'it stopped without a sentence';
  if (event.kind !== 'child') return;
  if (event.read.child.length > 200) yield 'a name of any length';
  const ids = event.read.statements.map(({ step, key }) => `${step.name} ${key}`);
  if (new Set(ids).size !== ids.length) yield 'one statement twice';
  for (const { step, answers, happenedOn } of event.read.statements) {
    if (!/^\d{4}-\d\d-\d\d$/.test(happenedOn)) yield `the day ${happenedOn}`;
    for (const name of Object.keys(answers)) if (!Object.hasOwn({ ...step.fields, ...step.each }, name)) yield `the answer ${name}`;
    if (/\\u0000|cmd\|/.test(JSON.stringify(answers))) yield 'a null character or a formula';
  }
}

/** A file that is dropped without a word leaves neither rows, nor a problem in its name, nor a stop. */
function isHeardOf({ damaged }: Mutant, events: readonly SourceEvent[]): boolean {
  return events.some((event) => {
    if (event.kind === 'stopped') return (event.file ?? damaged) === damaged;
    if (problemsOf(event).some(({ file }) => file === damaged)) return true;
    return event.kind === 'child' && JSON.stringify(event.keep()).includes(`"file":"${damaged}"`);
  });
}

describe.each([
  ['as CSV files', csvMutant],
  ['as XML', xmlMutant],
])('returns that something has gone wrong with, %s', (_name, mutant) => {
  it(`${different} different ones: each is read to its end, in children, problems or a sentence`, async () => {
    const seen = new Set<string>();
    const ended = { stopped: 0, children: 0 };
    for (let n = 0; seen.size < different; n += 1) {
      const one = mutant(n);
      const damaged = one.files.find(({ name }) => name === one.damaged)?.bytes ?? '';
      const hash = `${one.damaged} ${createHash('sha1').update(damaged).digest('base64')}`;
      if (seen.has(hash)) continue;
      seen.add(hash);
      const events = await read(one);
      expect([...new Set(events.flatMap((event) => [...unsound(event)]))], one.how).toEqual([]);
      expect(isHeardOf(one, events), `${one.how} was dropped without a word`).toBe(true);
      if (events.some(({ kind }) => kind === 'stopped')) ended.stopped += 1;
      if (events.some(({ kind }) => kind === 'child')) ended.children += 1;
    }
    expect([ended.stopped > 20, ended.children > 300]).toEqual([true, true]);
  });
});

it('what nothing has been done to is read whole by the same eyes', async () => {
  const events = await read({ files: csv, isXml: false });
  expect(events.flatMap((event) => [...unsound(event)])).toEqual([]);
  expect(events.filter(({ kind }) => kind === 'child')).toHaveLength(130);
  const asXml = await read({ files: [{ name: 'return.xml', bytes: Buffer.from(xml) }], isXml: true });
  expect(asXml.filter(({ kind }) => kind === 'stopped')).toEqual([]);
});
