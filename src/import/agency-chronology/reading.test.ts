import { describe, expect, it, test } from 'vitest';
import { zip } from '../../outputs/zip.ts';
import { readChronology } from './reading.ts';

const csv = (...lines: readonly string[]) => readChronology(Buffer.from(lines.join('\r\n')));
const heads = 'Date,Time,What happened,Known on,Concern,Agencies told,Told on,What was done,Decision,Source';

async function word(...tables: readonly (readonly (readonly string[])[])[]): Promise<Buffer> {
  const cell = (words: string) => `<w:tc><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
  const table = (rows: readonly (readonly string[])[]) =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
  const text = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Chronology</w:t></w:r></w:p>${tables.map(table).join('')}</w:body></w:document>`;
  const parts: Buffer[] = [];
  for await (const part of zip([
    { name: '[Content_Types].xml', text: '<a/>' },
    { name: 'word/document.xml', text },
  ]))
    parts.push(part);
  return Buffer.concat(parts);
}

describe('an agency’s chronology', () => {
  it('is read from CSV, whatever the order of its columns, with days as they are written here', () =>
    expect(
      csv(
        heads,
        '03/11/2025,9:20,"Bruise, said to be from a toy",2025-11-04,injury,Health visiting; School,5 Nov 2025,Looked at again,yes,EMIS',
        '',
        '24th November 2025,,Was not brought',
      ),
    ).toEqual({
      kind: 'read',
      events: [
        {
          on: '2025-11-03',
          at: '09:20',
          what: 'Bruise, said to be from a toy',
          knownOn: '2025-11-04',
          concern: 'injury',
          told: 'Health visiting; School',
          toldOn: '2025-11-05',
          did: 'Looked at again',
          isDecision: true,
          source: 'EMIS',
        },
        { on: '2025-11-24', what: 'Was not brought' },
      ],
    }));
  it('is read from the tables of a Word document, with other words for the same heads', async () => {
    const bytes = await word(
      [['Agency', 'A practice']],
      [
        ['Significant event', 'Date of event'],
        ['Bruise &amp; cut', '03.11.2025'],
      ],
    );
    expect(readChronology(bytes)).toEqual({ kind: 'read', events: [{ on: '2025-11-03', what: 'Bruise & cut' }] });
  });
  it('is read in the code page of Windows too', () =>
    expect(readChronology(Buffer.from('Date,Event\r\n2025-11-03,Mother\u0092s call', 'latin1'))).toMatchObject({
      events: [{ what: 'Mother’s call' }],
    }));
});

describe('what is wrong is said by row and column, and nothing is taken', () => {
  test.each([
    [
      'a day that is none',
      '31/02/2025,,x',
      'Row 2, column Date: "31/02/2025" is not a day: write it as 2025-11-03, 03/11/2025 or 3 November 2025',
    ],
    ['no day', ',,x', 'Row 2, column Date: is empty, and must be given'],
    ['no event', '2025-11-03,,', 'Row 2, column What happened: is empty, and must be given'],
    ['a time that is none', '2025-11-03,25:00,x', 'Row 2, column Time: "25:00" is not a time: write it as 14:30'],
    ['a decision in words', '2025-11-03,,x,,,,,,perhaps', 'Row 2, column Decision: "perhaps" must be yes or no'],
    ['a concern in a whole sentence', `2025-11-03,,x,,${'a'.repeat(101)}`, 'Row 2, column Concern: has 101 characters: 100 at most'],
  ])('%s', (_, line, problem) => expect(csv(heads, line, '2025-11-04,,y')).toEqual({ kind: 'wrong', problems: [problem] }));
  it('of every row at once', () =>
    expect(csv('Date,Event', 'x,a', '2025-11-03,b', 'y,c')).toMatchObject({
      problems: [/Row 2/, /Row 4/].map((one) => expect.stringMatching(one)),
    }));
  it('with the table, where a document has several', async () => {
    const bytes = await word(
      [
        ['Date', 'Event'],
        ['2025-11-03', 'a'],
      ],
      [
        ['Date', 'Event'],
        ['soon', 'b'],
      ],
    );
    expect(readChronology(bytes)).toMatchObject({ problems: [expect.stringContaining('Table 2, row 2, column Date')] });
  });
  test.each([
    ['a table without heads', Buffer.from('When,Who\n1,2'), /at least the heads "Date" and "What happened": row 1 holds "When", "Who"/],
    ['heads alone', Buffer.from('Date,Event\n'), /no event under the heads/],
    ['an archive that is no document', Buffer.from('504b03041400', 'hex'), /neither CSV nor a Word document/],
    ['nothing', Buffer.alloc(0), /there is no table/],
  ])('%s', (_, bytes, words) => expect(readChronology(bytes)).toMatchObject({ kind: 'wrong', problems: [expect.stringMatching(words)] }));
});
