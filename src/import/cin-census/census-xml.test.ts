import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { longestText } from '../../reading/limits.ts';
import { readCensus, type CensusEvent } from './census-xml.ts';

const header = '<Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year></CollectionDetails></Header>';
const child = (id: string): string => `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID></ChildIdentifiers></Child>\n`;
const census = (inside: string): string => `<?xml version="1.0"?>\n<Message>\n${header}\n<Children>\n${inside}</Children></Message>`;

async function* bytesOf(content: string | Uint8Array, chunk = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

async function read(content: string | Uint8Array, chunk?: number) {
  const events: CensusEvent[] = [];
  for await (const event of readCensus(bytesOf(content, chunk))) events.push(event);
  const stopped = events.find((event) => event.kind === 'stopped');
  return { events, children: events.filter((event) => event.kind === 'child').length, message: stopped?.message, line: stopped?.line };
}

describe('a CIN census', () => {
  it.each([
    ['CIN2rows', 1],
    ['CIN_Census_2021', 1],
    ['CIN_Census_2024', 2],
    ['CIN_Census_2026', 2],
    ['fake_CIN_data', 332],
    ['generated_500_children', 500],
  ])('%s is read whole: %i children', async (name, count) => {
    const kinds: string[] = [];
    for await (const event of readCensus(createReadStream(new URL(`../../../test/samples/cin/${name}.xml`, import.meta.url))))
      kinds.push(event.kind);
    expect(kinds).toEqual(['header', ...Array.from({ length: count }, () => 'child')]);
  });

  it('is read the same however it is cut, and each element knows its line', async () => {
    const content = `\uFEFF${census(child('é1') + child('2'))}`;
    const whole = await read(content, 100_000);
    expect((await read(content, 1)).events).toEqual(whole.events);
    expect(whole.events).toMatchObject([
      { kind: 'header', header: { year: '2026' } },
      { kind: 'child', line: 5, child: { children: [{ children: [{ text: 'é1', line: 5 }] }] } },
      { kind: 'child', line: 6 },
    ]);
  });
});

describe('a hostile or broken file is refused with a clear sentence', () => {
  it('cut short: the children before are kept', async () => {
    const content = census(child('1') + child('2'));
    const result = await read(content.slice(0, content.lastIndexOf('<LAchildID>') + 12));
    expect(result).toMatchObject({ children: 1, line: 6 });
    expect(result.message).toBe('The file ends too early: LAchildID, which begins at line 6, is not closed.');
  });

  it.each([
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Message>&b;</Message>'],
    ['an external entity', '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><Message/>'],
  ])('%s', async (_name, content) => {
    for (const chunk of [1, 10_000]) expect((await read(content, chunk)).message).toMatch(/document type or entities/);
  });

  it('an entity without a declaration', async () => {
    expect((await read(census(child('&bomb;')))).message).toMatch(/^The XML is broken: undefined entity/);
  });

  it.each([
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${census(child('1'))}`, 'utf16le')), /UTF-16\. Save it as UTF-8/],
    ['another encoding declared', census('').replace('1.0"', '1.0" encoding="windows-1252"'), /windows-1252\. Save it as UTF-8/],
    ['bytes that are not UTF-8', new Uint8Array(Buffer.from(census(child('1') + child('caf\u00e9')), 'latin1')), /not UTF-8/],
    ['a ZIP archive', 'PK\u0003\u0004', /ZIP/],
    ['a web page', '<html></html>', /not a CIN census: it begins with html/],
    ['another collection', census('').replace('>CIN<', '>CLA<'), /Collection is "CLA"/],
    ['no header', '<Message><Children><Child/></Children></Message>', /no Header/],
    ['nothing', '', /empty/],
    ['words', 'once upon a time', /broken|not XML/],
    ['elements nested without end', census(`<Child>${'<a>'.repeat(100)}`), /nested more deeply/],
    ['a child without end', census(`<Child>${'<a/>'.repeat(30_000)}`), /unexpected close tag|not closed/],
  ])('%s', async (_name, content, message) => {
    expect((await read(content)).message).toMatch(message);
  });

  it('bytes that are not UTF-8 do not cost the children before them', async () => {
    expect((await read(new Uint8Array(Buffer.from(census(child('1') + child('caf\u00e9')), 'latin1')), 100_000)).children).toBe(1);
  });

  it('a field of 10 MB: its size is told, its text is not kept, the rest stands', async () => {
    const { events, message } = await read(census(child('x'.repeat(10_000_000)) + child('2')), 65_536);
    expect(message).toBeUndefined();
    expect(events[1]).toMatchObject({ child: { children: [{ children: [{ name: 'LAchildID', tooLong: 10_000_000 }] }] } });
    expect(JSON.stringify(events[1]).length).toBeLessThan(longestText);
    expect(events).toHaveLength(3);
  });

  it('a text without end is not gathered in memory', async () => {
    expect((await read(census(child('x'.repeat(17_000_000))), 65_536)).message).toMatch(/16 million/);
  });
});
