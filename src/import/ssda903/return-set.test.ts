import { describe, expect, it, test } from 'vitest';
import { longestText } from '../../reading/limits.ts';
import { readReturnSet, type SetEvent } from './return-set.ts';

type Given = Readonly<Record<string, string | Uint8Array>>;

async function read(files: Given, isXml = false, chunk = 700): Promise<readonly SetEvent[]> {
  const given = Object.entries(files).map(([name, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    async function* open(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    }
    return { name, bytes: bytes.length, open };
  });
  const events: SetEvent[] = [];
  for await (const event of readReturnSet(given, isXml).events) events.push(event);
  return events;
}

const childrenOf = (events: readonly SetEvent[]) => events.flatMap((event) => (event.kind === 'child' ? [event.child] : []));
const problemsOf = (events: readonly SetEvent[]) =>
  events.flatMap((event) => (event.kind === 'problem' ? [event.problem] : event.kind === 'child' ? event.problems : []));
const stoppedOf = (events: readonly SetEvent[]) => events.flatMap((event) => (event.kind === 'stopped' ? [event] : []));

const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n';
const reviews = 'CHILD,DOB,REVIEW,REVIEW_CODE\n';

describe('CSV files of a return', () => {
  it('are known by their columns, in any order and letter case, under any name; the rows of a child come together', async () => {
    const events = await read({
      'x.csv': 'review_code, REVIEW ,Dob,child\nPN1,01/02/2025,14/05/2019,7\nPN2,02/03/2025,14/05/2018,8\nPN1,01/06/2025,14/05/2019,7\n',
      'header.csv': `${header}8,M,14/05/2018,WBRI,,,\n7,F,14/05/2019,WBRI,,,\n`,
    });
    expect(childrenOf(events)).toEqual([
      {
        child: '8',
        rows: [
          { table: 'header', file: 'header.csv', line: 2, values: { CHILD: '8', SEX: 'M', DOB: '14/05/2018', ETHNIC: 'WBRI' } },
          { table: 'reviews', file: 'x.csv', line: 3, values: { CHILD: '8', DOB: '14/05/2018', REVIEW: '02/03/2025', REVIEW_CODE: 'PN2' } },
        ],
      },
      {
        child: '7',
        rows: [
          { table: 'header', file: 'header.csv', line: 3, values: { CHILD: '7', SEX: 'F', DOB: '14/05/2019', ETHNIC: 'WBRI' } },
          { table: 'reviews', file: 'x.csv', line: 2, values: { CHILD: '7', DOB: '14/05/2019', REVIEW: '01/02/2025', REVIEW_CODE: 'PN1' } },
          { table: 'reviews', file: 'x.csv', line: 4, values: { CHILD: '7', DOB: '14/05/2019', REVIEW: '01/06/2025', REVIEW_CODE: 'PN1' } },
        ],
      },
    ]);
    expect(stoppedOf(events)).toEqual([]);
  });

  it('are read the same however they are cut, with or without a byte-order mark, with either line end', async () => {
    const text = `${reviews}7,14/05/2019,01/02/2025,PN1\n"8",14/05/2018,"02/03/2025",PN2\n`;
    const whole = childrenOf(await read({ a: text }));
    expect(childrenOf(await read({ a: `\uFEFF${text.replaceAll('\n', '\r\n')}` }, false, 1))).toEqual(whole);
  });

  it('unknown and missing columns, short rows, rows without a child and empty files are told', async () => {
    const events = await read({
      'r.csv': 'CHILD,DOB,REVIEW,COLOUR\n7,14/05/2019,01/02/2025,red\n,14/05/2019,01/02/2025,red\n7,14/05/2019\n\n',
      'u.csv': 'CHILD,SEX,DOB,DUC\n',
      'z.csv': 'colour,taste\nred,sweet\n',
    });
    expect(problemsOf(events)).toMatchObject([
      { kind: 'refused', file: 'z.csv', reason: expect.stringContaining('"colour", "taste"') },
      { kind: 'note', file: 'r.csv', field: 'REVIEW_CODE' },
      { kind: 'refused', file: 'r.csv', line: 3, field: 'CHILD' },
      { kind: 'refused', file: 'r.csv', line: 4, reason: 'the row has 2 fields, the first line 4: which is which cannot be told' },
      { kind: 'note', file: 'u.csv', reason: 'the file holds no rows' },
    ]);
    expect(childrenOf(events).map(({ rows }) => rows.map(({ values }) => values['COLOUR']))).toEqual([['red']]);
  });

  test.each([
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${reviews}`, 'utf16le')), /UTF-16/],
    ['latin-1', new Uint8Array(Buffer.from(`${reviews}caf\u00e9,14/05/2019,01/02/2025,PN1\n`, 'latin1')), /not UTF-8/],
    ['a workbook', 'PK\u0003\u0004', /workbook/],
    ['semicolons', reviews.replaceAll(',', ';'), /not separated by commas/],
    ['a null character', `${reviews}7,14/05/2019,01/02/2025,PN1\n8,\u0000`, /null character/],
    ['nothing', '', /empty/],
    ['needed columns missing', 'CHILD,REVIEW_CODE\n7,PN1\n', /the table reviews, but REVIEW is not among them/],
    ['columns of two tables', 'CHILD,REVIEW,REVIEW_CODE,DUC,MISSING,MIS_START\n', /two tables/],
  ])('%s: a clear sentence', async (_name, content, message) => {
    const stopped = stoppedOf(await read({ a: content }, false, 50_000));
    expect(stopped).toHaveLength(1);
    expect(stopped[0]?.message).toMatch(message);
  });

  test.each([
    ['a quotation mark without end', '8,"14/05/2019,01/02/2025,PN1\n', /not closed before the end/],
    ['a stray quotation mark', '8,14/05"/2019,01/02/2025,PN1\n9,14/05/2019,01/02/2025,PN1\n', /where none can/],
    ['a row without end', `"${'x'.repeat(2_000_000)}`, /more than 1,000,000 characters|not closed/],
  ])('%s is a problem with its line; the rows before it are read', async (_name, content, reason) => {
    const events = await read({ a: `${reviews}7,14/05/2019,01/02/2025,PN1\n${content}` }, false, 50_000);
    expect(childrenOf(events)[0]?.child).toBe('7');
    expect(problemsOf(events)[0]).toMatchObject({ kind: 'refused', line: 3, field: 'row', reason: expect.stringMatching(reason) });
  });

  it('a file that ends in the middle does not cost the rows before, nor the other files', async () => {
    const events = await read({ a: `${reviews}7,14/05/2019,01/02/2025,PN1\n8,"14`, b: `${header}9,F,14/05/2019,WBRI,,,\n` });
    expect(childrenOf(events).map(({ child }) => child)).toEqual(['9', '7']);
    expect(problemsOf(events)).toMatchObject([{ kind: 'refused', file: 'a', line: 3 }]);
  });

  it('a field of more than a field may have: its size is told, its text is not kept', async () => {
    const [child] = childrenOf(await read({ a: `${reviews}7,14/05/2019,${'x'.repeat(500_000)},PN1\n` }, false, 65_536));
    expect(child?.rows[0]?.tooLong).toEqual({ REVIEW: 500_000 });
    expect(JSON.stringify(child).length).toBeLessThan(longestText);
  });
});

describe('a return as XML', () => {
  const xml = (inside: string): string => `<?xml version="1.0"?>\n<EXPSSDA903>${inside}</EXPSSDA903>`;
  const who = '<CHILDID>7</CHILDID><UPN>A123456789123</UPN><SEX>F</SEX><DOB>14/05/2019</DOB><ETHNIC>APKN</ETHNIC>';

  it('gives the same rows as the CSV files', async () => {
    const events = await read(
      {
        a: xml(`<CHILD><HEADER>${who}<UASC>1</UASC><DUC>01/02/2037</DUC><IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM>
          <AREVIEW><REVIEW>01/02/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW><OC2><SDQ_SCORE>3</SDQ_SCORE></OC2></HEADER>
          <EPISODE><DECOM>01/01/2025</DECOM><RNE>S</RNE><PL>U6</PL><DEC /></EPISODE></CHILD>`),
      },
      true,
    );
    const [child] = childrenOf(events);
    expect(child?.rows.map(({ table, values }) => [table, values])).toEqual([
      ['header', { CHILD: '7', UPN: 'A123456789123', SEX: 'F', DOB: '14/05/2019', ETHNIC: 'APKN' }],
      ['uasc', { CHILD: '7', DOB: '14/05/2019', SEX: 'F', DUC: '01/02/2037' }],
      ['oc3', { CHILD: '7', DOB: '14/05/2019', IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }],
      ['reviews', { CHILD: '7', DOB: '14/05/2019', REVIEW: '01/02/2025', REVIEW_CODE: 'PN1' }],
      ['oc2', { CHILD: '7', DOB: '14/05/2019', SDQ_SCORE: '3' }],
      ['episodes', { CHILD: '7', DECOM: '01/01/2025', RNE: 'S', PLACE: 'U6' }],
    ]);
    expect(problemsOf(events)).toEqual([]);
  });

  it('what it has too much is told', async () => {
    const events = await read(
      {
        a: xml(`<CHILD><HEADER>${who}<SEX>M</SEX><COLOUR>red</COLOUR><UASC>yes</UASC></HEADER><SWEETS><KIND>mint</KIND></SWEETS></CHILD>`),
      },
      true,
    );
    expect(problemsOf(events)).toMatchObject([
      { kind: 'refused', field: 'SEX', reason: 'is given more than once; the first is taken' },
      { kind: 'refused', field: 'UASC', value: 'yes' },
      { kind: 'kept', field: 'SWEETS', raw: '<SWEETS><KIND>mint</KIND></SWEETS>' },
    ]);
    expect(childrenOf(events)[0]?.rows[0]?.values).toMatchObject({ SEX: 'F', COLOUR: 'red' });
  });

  test.each([
    ['a census', '<Message/>', /not an SSDA903 return: it begins with Message/],
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "ha">]><EXPSSDA903>&a;</EXPSSDA903>', /document type or entities/],
    ['elements nested without end', xml(`<CHILD>${'<a>'.repeat(100)}`), /nested more deeply/],
    ['cut short', xml(`<CHILD><HEADER>${who}`).replace('</EXPSSDA903>', ''), /ends too early/],
  ])('%s: a clear sentence', async (_name, content, message) => {
    expect(stoppedOf(await read({ a: content }, true))[0]?.message).toMatch(message);
  });
});
