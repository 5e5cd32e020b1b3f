import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepImportsHonest } from '../commands/broken-imports.ts';
import { createLog } from '../platform/log.ts';
import type { Session } from '../record/contract.ts';
import {
  beginImport,
  endBrokenImports,
  importRun,
  importRuns,
  importsTaken,
  setImportAside,
  takenInWholeBy,
  whileRunning,
} from '../record/imports.ts';
import type { Importer } from './file-set.ts';
import { importing, type Importing } from './importing.fixture.ts';

/* Files that were not taken in whole: how they end, and for how long boards say so. Each test has an authority of its own. */

let at: Importing;
let session: Session;

beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());
beforeEach(async () => void (session = await at.anAuthority()));

const child = (id: string): string =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID><PersonBirthDate>2019-05-14</PersonBirthDate><Sex>F</Sex></ChildIdentifiers></Child>`;
const census = (ids: readonly string[], year = 2025): string =>
  `<Message><Header><Collection>CIN</Collection><Year>${year}</Year></Header><Children>${ids.map(child).join('\n')}</Children></Message>`;
const cut = (whole: string): string => whole.slice(0, whole.lastIndexOf('<Child>') + 20);

const load = (name: string, text: string, taking: { readonly dryRun?: boolean; readonly with?: Importer } = {}) =>
  at.load({ [name]: text }, { session, ...taking });

const incomplete = async () => (await importsTaken(at.fresh.app, session)).incomplete.map(({ run }) => run);

/** A program of its own that works on a run for ever. */
function working(run: string): ChildProcess {
  const from = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const about = JSON.stringify({ run, fileName: 'killed.xml', fileHash: 'ab', kind: 'cin', year: 2025 });
  const program = `import { openDatabase } from ${from('../platform/database.ts')};
    import { beginImport, whileRunning } from ${from('../record/imports.ts')};
    const [database, session] = [openDatabase(${JSON.stringify(at.fresh.appUrl)}), ${JSON.stringify(session)}];
    await whileRunning(database, session, ${JSON.stringify(run)}, async () => {
      await beginImport(database, session, ${about});
      process.stdout.write('begun');
      await new Promise(() => setInterval(() => {}, 1_000));
    });`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
}

it('how much of a file has been read is said while it is read, and at its end that it is all', async () => {
  // Wide enough that the beginning of the file is not the whole of it.
  const text = census(Array.from({ length: 900 }, (_, n) => `${n}`.padEnd(400, 'x')));
  let read = 0;
  const stopped = await at.load({ 'wide.xml': text }, { session, isStopping: () => (read += 1) > 300 });
  const share = (await importRun(at.fresh.app, session, stopped.run))?.shareRead ?? 0;
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(1);
  const whole = await load('whole.xml', census(['1']));
  expect((await importRun(at.fresh.app, session, whole.run))?.shareRead).toBe(1);
});

describe('a program that was killed', () => {
  it('with kill -9: until then its run goes on, whoever looks, and is stopped from then on', async () => {
    const run = randomUUID();
    const program = working(run);
    if (program.stdout !== null) await once(program.stdout, 'data');
    const stateNow = async (): Promise<string | undefined> => {
      await endBrokenImports(at.fresh.app, session);
      return (await importRun(at.fresh.app, session, run))?.state;
    };
    expect(await stateNow()).toBe('running');
    program.kill('SIGKILL');
    await once(program, 'exit');
    await expect.poll(stateNow).toBe('stopped');
  });

  it('leaves a run that every server shows as stopped; one on which another process works goes on', async () => {
    const [killed, alive] = [randomUUID(), randomUUID()];
    const about = { fileHash: 'ab', kind: 'cin', year: 2025 };
    await beginImport(at.fresh.app, session, { run: killed, fileName: 'killed.xml', ...about });
    await whileRunning(at.fresh.app, session, alive, async () => {
      await beginImport(at.fresh.app, session, { run: alive, fileName: 'alive.xml', ...about });
      const log = createLog('json', { out: () => {}, error: () => {} });
      await keepImportsHonest({ app: at.fresh.app, owner: at.fresh.owner }, log).stop();
      expect(await importRun(at.fresh.app, session, killed)).toMatchObject({
        state: 'stopped',
        brokenOff: true,
        message: expect.stringMatching(/^Stopped: the program ended.*load the same file again/),
      });
      expect(await importRun(at.fresh.app, session, alive)).toMatchObject({ state: 'running', message: null });
      expect(await incomplete()).toEqual([alive, killed]);
    });
  });

  it('is found out also when the next import begins, which takes the rest', async () => {
    const killed = randomUUID();
    await beginImport(at.fresh.app, session, { run: killed, fileName: 'census.xml', fileHash: 'ab', kind: 'cin', year: 2025 });
    const { run } = await load('census.xml', census(['1', '2']));
    expect(await importRun(at.fresh.app, session, killed)).toMatchObject({ state: 'stopped', brokenOff: true });
    expect([await incomplete(), (await takenInWholeBy(at.fresh.app, session, killed))?.run]).toEqual([[], run]);
  });

  it('an import that others can no longer see ends by itself, and says so', async () => {
    let isCut = false;
    const cutOff = async (): Promise<void> => {
      isCut = true;
      const seen =
        "from pg_locks l where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())";
      await at.fresh.owner.pool.query(`select pg_terminate_backend(l.pid) ${seen}`);
      await expect.poll(async () => (await at.fresh.owner.pool.query(`select ${seen}`)).rowCount).toBe(0);
    };
    const { record } = at.importer;
    const slow = {
      ...record,
      claimants: async (...asked: Parameters<typeof record.claimants>) => (isCut ? undefined : await cutOff(), record.claimants(...asked)),
    };
    const long = census(Array.from({ length: 900 }, (_, n) => String(n)));
    const { stopped, children } = await load('long.xml', long, { with: { ...at.importer, record: slow } });
    expect(stopped?.message).toMatch(/others could no longer see that this goes on\. Load the same file again/);
    expect(children).toBeLessThan(900);
  });
});

describe('files sent together', () => {
  const files = { '2024.xml': census(['1', '2'], 2024), '2025.xml': census(['1', '2']), '2026.xml': census(['1', '2'], 2026) };
  const runs = async () => (await importRuns(at.fresh.app, session)).toSorted((a, b) => a.fileName.localeCompare(b.fileName));

  it('of which the first breaks off: the others are found as not begun, on boards too, until they are sent again', async () => {
    const broken = { ...at.importer.record, claimants: () => Promise.reject(new Error('The database has gone away')) };
    await expect(at.loadTogether(files, { session, with: { ...at.importer, record: broken } })).rejects.toThrow('gone away');
    const [first, ...others] = await runs();
    expect(first).toMatchObject({ fileName: '2024.xml', state: 'stopped', message: expect.stringContaining('broke off') });
    const notBegun = { state: 'stopped', childrenDone: 0, message: expect.stringMatching(/^Not begun.*load this file again/) };
    expect(others).toMatchObject([
      { ...notBegun, fileName: '2025.xml' },
      { ...notBegun, fileName: '2026.xml' },
    ]);
    expect(await incomplete()).toHaveLength(3);
    await load('2026.xml', files['2026.xml']);
    expect(await incomplete()).toHaveLength(2);
  });

  it('as a dry run record nothing, and none is ever counted as an import that is incomplete', async () => {
    let isStopping = false;
    const dryRun = true;
    await at.loadTogether(files, { session, dryRun });
    await at.loadTogether(files, { session, dryRun, onBegun: () => (isStopping = true), isStopping: () => isStopping });
    await at.loadTogether({ 'nothing.xml': '<Message/>' }, { session, dryRun });
    const kinds = (await importRuns(at.fresh.app, session)).map(({ kind }) => kind);
    expect([kinds, await importsTaken(at.fresh.app, session)]).toEqual([
      Array(7).fill('cin-dry-run'),
      { incomplete: [], latest: undefined },
    ]);
    const { rows } = await at.fresh.owner.pool.query('select from record.entry where authority = $1', [session.authority]);
    expect(rows).toEqual([]);
  });

  it('when Sightline is stopped between two: those that follow are found as not begun', async () => {
    let isStopping = false;
    await at.loadTogether(files, { session, onBegun: () => (isStopping = true), isStopping: () => isStopping });
    expect((await runs()).map(({ message }) => message?.slice(0, 9))).toEqual(['Sightline', 'Not begun', 'Not begun']);
  });

  it('are each one run, from waiting to its end, with its year; what an administrator set aside meanwhile is taken all the same', async () => {
    const seen: (readonly string[])[] = [];
    const onBegun = async (): Promise<void> => void seen.push((await runs()).map(({ state }) => state));
    const waiting = async (): Promise<void> => {
      const last = (await runs()).at(-1)?.run ?? '';
      await setImportAside(at.fresh.app, session, last, 'It was sent by mistake');
    };
    let isFirst = true;
    const { record } = at.importer;
    const claimants = async (...asked: Parameters<typeof record.claimants>) => {
      if (isFirst) await Promise.all([onBegun(), waiting()]);
      isFirst = false;
      return record.claimants(...asked);
    };
    await at.loadTogether(files, { session, with: { ...at.importer, record: { ...record, claimants } } });
    expect(seen).toEqual([['running', 'stopped', 'stopped']]);
    const finished = { state: 'finished', childrenDone: 2, message: null, brokenOff: false, setAsideAt: null };
    expect(await runs()).toMatchObject([2024, 2025, 2026].map((year) => ({ ...finished, year })));
    expect(await incomplete()).toEqual([]);
    const begunAt = (await runs()).map((run) => Date.parse(run.begunAt));
    expect(begunAt).toEqual(begunAt.toSorted((a, b) => a - b));
  });
});

describe('a board says that an import is incomplete', () => {
  it('until the same return of the same year has been taken in whole, under whatever name and hash', async () => {
    const { run } = await load('first.xml', cut(census(['1', '2', '3'])));
    expect(await incomplete()).toEqual([run]);
    await load('other-year.xml', census(['1', '2'], 2024));
    await load('dry.xml', census(['1', '2', '3']), { dryRun: true });
    await load('again.xml', cut(census(['1', '2', '3'])));
    expect(await incomplete()).toHaveLength(2);
    const whole = await load('corrected.xml', census(['1', '2', '3', '4']));
    expect([await incomplete(), (await takenInWholeBy(at.fresh.app, session, run))?.run]).toEqual([[], whole.run]);
  });

  it('until one of that year with no fewer children has: an extract of one child is not the return', async () => {
    const [one, two, three] = ['1', '2', '3'];
    const { run, children } = await load('first.xml', cut(census([one, two, three])));
    expect(children).toBe(2);
    await load('extract.xml', census([one]));
    expect([await incomplete(), await takenInWholeBy(at.fresh.app, session, run)]).toEqual([[run], undefined]);
    await at.fresh.owner.pool.query('update record.import_run set children_total = 3 where authority = $1 and run = $2', [
      session.authority,
      run,
    ]);
    await load('without-the-last.xml', census([one, two]));
    expect(await incomplete(), 'of three').toEqual([run]);
    const whole = await load('corrected.xml', census([one, two, three]));
    expect([await incomplete(), (await takenInWholeBy(at.fresh.app, session, run))?.run]).toEqual([[], whole.run]);
  });

  it('not of a return of which a later one lacks a table', async () => {
    const about = { fileHash: 'ab', kind: 'ssda903', year: 2025 };
    const half = randomUUID();
    await whileRunning(at.fresh.app, session, half, () =>
      beginImport(at.fresh.app, session, { ...about, run: half, fileName: 'a', tables: ['header', 'episodes'] }),
    );
    await load('reviews.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE\n7,14/05/2019,01/07/2024,PN1\n');
    expect(await incomplete()).toEqual([half]);
    await at.fresh.owner.pool.query(
      "update record.import_run set tables = '{episodes,header,reviews}' where authority = $1 and run <> $2",
      [session.authority, half],
    );
    expect(await incomplete()).toEqual([]);
  });

  it('of no file that was refused before its first child, and no more once an administrator has set it aside with a reason', async () => {
    await load('nothing.xml', '<Message><Header><Collection>CLA</Collection></Header></Message>');
    expect(await incomplete()).toEqual([]);
    const { run } = await load('half.xml', cut(census(['1', '2'])));
    const analyst: Session = { ...session, roles: ['performanceAnalyst'] };
    await expect(setImportAside(at.fresh.app, analyst, run, 'x')).rejects.toMatchObject({ code: 'SL001' });
    await expect(setImportAside(at.fresh.app, { ...session, authority: 299 }, run, 'x')).resolves.toBe(false);
    expect(await incomplete()).toEqual([run]);
    expect(await setImportAside(at.fresh.app, session, run, 'The census of that year came from the other system')).toBe(true);
    expect(await setImportAside(at.fresh.app, session, run, 'again')).toBe(false);
    expect(await incomplete()).toEqual([]);
    expect(await importRun(at.fresh.app, session, run)).toMatchObject({
      setAsideBy: session.actor,
      setAsideReason: expect.stringContaining('other system'),
    });
  });

  it('whatever was imported since, and however much; the list is read on from any run', async () => {
    const { run } = await load('half.xml', cut(census(['1', '2'])));
    for (let n = 0; n < 60; n += 1)
      await beginImport(at.fresh.app, session, {
        run: randomUUID(),
        fileName: 'half.xml, put right',
        fileHash: 'ab',
        kind: 'cin',
        putsRight: run,
      });
    expect((await importRuns(at.fresh.app, session)).map((one) => one.run)).not.toContain(run);
    expect(await incomplete()).toEqual([run]);
    const [last] = (await importRuns(at.fresh.app, session)).slice(-1);
    expect((await importRuns(at.fresh.app, session, { before: last?.run ?? '' })).map((one) => one.run)).toContain(run);
  });
});
