import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { steps } from '../../practice/pathway.ts';
import type { IdentityQuestion, KeptRows } from '../../record/kept-rows.ts';
import type { ImportRun, IntakeOptions, Source, SourceEvent } from './import-run.ts';
import { takeIn } from './intake.ts';
import type { Problem } from './problem.ts';

/* How a file is taken, over a record that knows nobody and takes everything. */

const problem = (child: string, raw = ''): Problem => ({
  kind: 'refused',
  line: 2,
  child,
  field: 'DEC',
  value: 'x',
  reason: 'is no date',
  raw,
});

const child = (
  id: string,
  { size = 10, problems = [problem(id)] }: { readonly size?: number; readonly problems?: readonly Problem[] } = {},
): SourceEvent => ({
  kind: 'child',
  read: { child: id, line: 2, statements: [], problems },
  raw: () => id,
  keep: () => ({ rows: 'x'.repeat(100) }),
  size,
});

/** `claimedBy`: the records that have an identifier; left out: nobody is known. */
type Given = Pick<IntakeOptions, 'mostKept' | 'mostTold'> & { readonly claimedBy?: ReadonlyMap<string, readonly string[]> };

async function take(events: readonly SourceEvent[], { claimedBy = new Map(), ...limits }: Given = {}) {
  const kept: KeptRows[] = [];
  const asked: IdentityQuestion[] = [];
  const told: Problem[] = [];
  const writtenAfter: number[] = [];
  async function* given(): AsyncGenerator<SourceEvent> {
    yield { kind: 'header', header: {} };
    yield* events;
  }
  const run: ImportRun = {
    begin: async () => randomUUID(),
    progress: async (_run, { children }) => void writtenAfter.push(children),
    problems: async (_run, problems) => void told.push(...problems),
    finish: async () => {},
  };
  const source: Source = {
    kind: 'ssda903',
    columns: { id: 'CHILD', upn: 'UPN' },
    events: given(),
    bytes: () => 0,
    citationOf: (of) => ({ kind: 'ssda903', run: of }),
  };
  const result = await takeIn(source, {
    record: {
      claimants: async () => claimedBy,
      open: async () => new Map(),
      readMany: async () => new Map(),
      append: async () => ({ kind: 'appended' }),
    },
    session: { authority: 201, actor: randomUUID(), roles: ['administrator'], teams: [], scope: 'none' },
    steps,
    wordingOf: () => '',
    fileName: 'a.csv',
    run,
    queue: {
      keep: async (_run, rows) => void kept.push(...rows),
      ask: async (_run, questions) => void asked.push(...questions),
      answer: async () => {},
      bornOn: async () => [],
    },
    ...limits,
  });
  return { result, kept: kept.map((one) => one.child), asked: asked.map((one) => one.child), told, writes: writtenAfter.length };
}

it('children are written two hundred at a time, and large ones as soon as they are much', async () => {
  const small = Array.from({ length: 401 }, (_, n) => child(String(n)));
  const large = Array.from({ length: 41 }, (_, n) => child(String(n), { size: 1_000_000 }));
  expect([(await take(small)).writes, (await take(large)).writes]).toEqual([3, 11]);
});

it('rows beyond what one file may keep are not kept, and each child says so; all else is taken', async () => {
  const { result, kept, told } = await take(
    ['1', '2', '3'].map((id) => child(id)),
    { mostKept: 300 },
  );
  expect(kept).toEqual(['1', '2']);
  expect(told.filter(({ reason }) => reason.includes('300 characters'))).toMatchObject([
    { kind: 'note', child: '3', reason: expect.stringContaining('Put them right in the file, and load it again') },
  ]);
  expect(result).toMatchObject({ children: 3, refusedChildren: 0, problems: { refused: 3 } });
});

it('whose the rows are is asked only where they are kept: nothing else is there to decide on', async () => {
  const claimedBy = new Map(['1', '2', '3'].map((id) => [`LAchildID ${id}`, ['one record', 'another']]));
  const { result, kept, asked, told } = await take(
    ['1', '2', '3'].map((id) => child(id, { problems: [] })),
    { claimedBy, mostKept: 300 },
  );
  expect([kept, asked]).toEqual([
    ['1', '2'],
    ['1', '2'],
  ]);
  expect(result).toMatchObject({ refusedChildren: 3, problems: { waiting: 2, refused: 1 } });
  expect(told.filter((one) => one.child === '3')).toMatchObject([
    { kind: 'note', reason: expect.stringContaining('Put them right in the file, and load it again') },
    { kind: 'refused', reason: expect.stringContaining('nothing of the child is taken') },
  ]);
});

it('problems beyond what is listed of one file are counted, and the list says that it ends', async () => {
  const many = Array.from({ length: 100 }, (_, n) => child(String(n), { problems: [problem(String(n), 'x'.repeat(1_000))] }));
  const { result, told } = await take(many, { mostTold: 10_000 });
  expect(told).toHaveLength(11);
  expect(told.at(-1)).toMatchObject({ kind: 'note', field: 'file', reason: expect.stringContaining('the list ends here') });
  expect(result.problems.refused).toBe(100);
});

it('a child of whom nothing was read is counted, and not taken where it comes again', async () => {
  const { result, told } = await take([{ kind: 'refusedChild', problem: problem('7') }, child('7'), child('8', { problems: [] })]);
  expect(result).toMatchObject({ children: 3, refusedChildren: 2 });
  expect(told.map(({ child: id, reason }) => [id, reason.slice(0, 9)])).toEqual([
    ['7', 'is no dat'],
    ['7', 'the file '],
  ]);
});
