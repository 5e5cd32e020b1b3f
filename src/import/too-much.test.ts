import { describe, expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { steps } from '../practice/pathway.ts';
import { heldNow } from '../reading/held.fixture.ts';
import { censusSource } from './cin-census/import-census.ts';
import type { Source, SourceEvent } from './intake/import-run.ts';
import { returnSource } from './ssda903/return-source.ts';

/* One child who is larger than any: a file is read with its children one at a time, so that this one would be held whole in memory. */

const times = function* (count: number, text: string): Generator<string> {
  for (let n = 0; n < count; n += 100) yield text.repeat(Math.min(100, count - n));
};

async function* bytesOf(parts: Iterable<string>, atEach: () => void = () => {}): AsyncGenerator<Uint8Array> {
  let n = 0;
  for (const part of parts) {
    if ((n += 1) % 50 === 0) atEach();
    yield new TextEncoder().encode(part);
  }
}

async function read({ events }: Source): Promise<readonly SourceEvent[]> {
  const given: SourceEvent[] = [];
  for await (const event of events) given.push(event);
  return given;
}

const kindsOf = (events: readonly SourceEvent[]) => events.map(({ kind }) => kind);
const refusedIn = (events: readonly SourceEvent[]) => events.flatMap((event) => (event.kind === 'refusedChild' ? [event.problem] : []));

const child = (id: string): string => `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID></ChildIdentifiers></Child>\n`;
function* census(id: string, inside: Iterable<string>): Generator<string> {
  yield `<Message>\n<Header><Collection>CIN</Collection><Year>2025</Year></Header>\n<Children>\n${child('6')}<Child><ChildIdentifiers><LAchildID>${id}</LAchildID></ChildIdentifiers>`;
  yield* inside;
  yield `</Child>\n${child('8')}</Children></Message>`;
}

describe('a census', () => {
  it('with a child of more elements than any can have: nothing of it is taken, and the children around it are', async () => {
    const events = await read(censusSource(bytesOf(census('7', times(20_001, '<Disability>NONE</Disability>'))), steps));
    expect(kindsOf(events)).toEqual(['header', 'child', 'refusedChild', 'child']);
    expect(refusedIn(events)).toMatchObject([
      {
        kind: 'refused',
        line: 5,
        child: '7',
        reason: expect.stringMatching(/more than 20,000 elements.*nothing of the child is taken.*load the file again/s),
      },
    ]);
  });

  it('with a child of 20 million characters is read in constant memory', async () => {
    let most = 0;
    const before = heldNow();
    const file = bytesOf(
      census('7', times(20_000, `<Disability>${'x'.repeat(1_000)}</Disability>`)),
      () => (most = Math.max(most, heldNow() - before)),
    );
    const events = await read(censusSource(file, steps));
    expect(refusedIn(events)).toMatchObject([{ line: 5, child: '7', reason: expect.stringContaining('more than 2,000,000 characters') }]);
    expect(most).toBeLessThan(12_000_000);
  });

  it('whose header has no end is stopped there', async () => {
    const parts = ['<Message><Header><Collection>CIN</Collection>', ...times(20_001, '<A>b</A>'), '</Header></Message>'];
    expect(await read(censusSource(bytesOf(parts), steps))).toMatchObject([
      { kind: 'stopped', message: expect.stringContaining('Header') },
    ]);
  });
});

describe('a looked-after return', () => {
  const source = (files: Readonly<Record<string, () => Iterable<string>>>, isXml = false): Source =>
    returnSource({
      files: Object.entries(files).map(([name, parts]) => ({ name, bytes: 1_000_000, open: () => bytesOf(parts()) })),
      isXml,
      steps,
      year: 2025,
      today: date('2026-11-25'),
    });
  const head = 'CHILD,DOB,REVIEW,REVIEW_CODE\n';
  const row = (id: string): string => `${id},14/05/2019,01/06/2024,PN1\n`;

  it('with a child of more rows than any can have names the file, the line and the child', async () => {
    const events = await read(source({ 'reviews.csv': () => [head, row('6'), ...times(20_001, row('7')), row('8')] }));
    expect(events.flatMap((event) => (event.kind === 'child' ? [event.read.child] : []))).toEqual(['6', '8']);
    expect(refusedIn(events)).toMatchObject([
      { file: 'reviews.csv', line: 20_003, child: '7', reason: expect.stringMatching(/more than 20,000 rows.*Look in reviews\.csv/s) },
    ]);
  });

  it('with a child of more characters than any can have, as CSV and as XML', async () => {
    const long = 'x'.repeat(50_000);
    const csv = await read(source({ 'reviews.csv': () => [head, ...times(60, `7,${long},01/06/2024,PN1\n`), row('8')] }));
    expect([refusedIn(csv).map(({ child: id, line }) => [id, line]), csv.filter(({ kind }) => kind === 'child').length]).toEqual([
      [['7', 41]],
      1,
    ]);
    const one = (id: string, more: Iterable<string> = []): readonly string[] => [
      `<CHILD><HEADER><CHILD>${id}</CHILD></HEADER>`,
      ...more,
      '</CHILD>',
    ];
    const xml = await read(
      source(
        { 'a.xml': () => ['<EXPSSDA903>', ...one('7', times(60, `<REVIEW><NOTE>${long}</NOTE></REVIEW>`)), ...one('8'), '</EXPSSDA903>'] },
        true,
      ),
    );
    expect([refusedIn(xml).map(({ child: id, file }) => [id, file]), xml.filter(({ kind }) => kind === 'child').length]).toEqual([
      [['7', 'a.xml']],
      1,
    ]);
  });
});
