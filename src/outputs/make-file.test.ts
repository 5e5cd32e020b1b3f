import { describe, expect, it } from 'vitest';
import type { OutputDocument } from './document.ts';
import { readPdf, unzipped, wordsOfWord } from './file-text.fixture.ts';
import { makeFile } from './make-file.ts';
import { makeHere } from './make-here.ts';

const name = 'Siân Łukasiewicz-Ŵyn and ʿĀʾisha Ḥaddād';
const document: OutputDocument = {
  title: 'Child and family assessment',
  language: 'en-GB',
  letterhead: { authority: 'Oakshire Council', lines: ['Shire Hall, Oakham', '01632 960001'] },
  about: name,
  madeFor: 'Mrs Okoro, head teacher',
  madeAt: '2026-03-03T14:05:00Z',
  knownAt: '2026-03-03T14:00:00Z',
  blocks: [
    { kind: 'heading', level: 2, text: 'What we found' },
    { kind: 'paragraph', text: 'She is eight, and <looks> after her brother & sister at night. '.repeat(60).trim() },
    { kind: 'list', items: ['A fire guard', 'A second visit'] },
    {
      kind: 'table',
      heads: ['What', 'Who', 'By'],
      rows: [
        ['Fire guard', 'Mother', '1 Apr 2026'],
        ['A long one. '.repeat(900).trim(), '', ''],
      ],
    },
    { kind: 'facts', lines: [['Category', 'Neglect']] },
  ],
};

describe('a PDF', () => {
  it('says what it is, in what language, and what each part of it is', async () => {
    const { plain } = readPdf((await makeFile(document, 'pdf')).bytes);
    for (const mark of ['/MarkInfo', '/Marked true', '/StructTreeRoot', '/Lang (en-GB)', '/DisplayDocTitle true'])
      expect(plain).toContain(mark);
    for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'])
      expect(plain).toMatch(new RegExp(`/S /${role}\\s`));
    expect(plain).toContain('/Scope /Column');
    expect(plain).toContain('/Scope /Row');
  });
  it('says that it is accessible in the way that a checker looks for', async () =>
    expect((await makeFile(document, 'pdf')).bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>'));
  it('prints every letter of a name, on pages that are numbered', async () => {
    const { text } = readPdf((await makeFile(document, 'pdf')).bytes);
    for (const words of [
      name,
      'Oakshire Council',
      'Made for Mrs Okoro, head teacher on 3 Mar 2026',
      'Page 1 of 6',
      '3 Mar 2026, 14:00',
      'Fire guard',
    ])
      expect(text).toContain(words);
  });
  it('loses no words where a paragraph or a row goes on over the page', async () => {
    const text = readPdf((await makeFile(document, 'pdf')).bytes).text.replaceAll(/Confidential\. Made[^]*?Page \d of \d\s*/g, '');
    expect(text.match(/brother & sister/g)).toHaveLength(60);
    expect(text.match(/A long one\./g)).toHaveLength(900);
  });
  it('is made with no font but those that are in it', async () =>
    expect(readPdf((await makeFile(document, 'pdf')).bytes).plain).not.toContain('/Type1'));
  it('shows that a sign cannot be printed, instead of leaving it out', async () => {
    const emoji = { ...document, blocks: [{ kind: 'paragraph', text: 'Fine 🙂.' }] } as const;
    expect(readPdf((await makeFile(emoji, 'pdf')).bytes).text).toContain('Fine \uFFFD.');
  });
});

describe('a Word document', () => {
  it('holds the same words under headings, lists and tables that Word knows', async () => {
    const { bytes } = await makeFile(document, 'docx');
    const words = wordsOfWord(bytes);
    for (const each of [name, 'Oakshire Council', 'Made for Mrs Okoro, head teacher on 3 Mar 2026', '<looks> after her brother & sister'])
      expect(words).toContain(each);
    const xml = unzipped(bytes).get('word/document.xml') ?? '';
    for (const mark of ['w:val="Title"', 'w:val="Heading2"', '<w:numId w:val="1"/>', '<w:tblHeader/>', 'w:firstColumn="1"'])
      expect(xml).toContain(mark);
    expect(unzipped(bytes).get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
    expect(unzipped(bytes).get('docProps/core.xml')).toContain('<dc:title>Child and family assessment</dc:title>');
  });
});

describe('made again from the same document', () => {
  it.each(['pdf', 'docx'] as const)('a %s is the same, byte for byte', async (format) => {
    const first = await makeFile(document, format);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await makeFile(document, format)).digest).toBe(first.digest);
    expect((await makeFile({ ...document, madeFor: 'His mother' }, format)).digest).not.toBe(first.digest);
  });
  it('has a name that says nothing of a person', async () =>
    expect((await makeFile(document, 'pdf')).name).toBe('child-and-family-assessment-2026-03-03.pdf'));
});

describe('a long document', () => {
  const paragraph = { kind: 'paragraph', text: 'She came alone, and wrote her name under the house. '.repeat(12) } as const;
  const long: OutputDocument = { ...document, blocks: [...document.blocks, ...Array.from({ length: 60 }, () => paragraph)] };

  it('is made beside whatever else is done, and is the same', async () => {
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    const apart = await makeFile(long, 'pdf');
    clearInterval(ticking);
    expect(turns, 'others had their turn meanwhile').toBeGreaterThan(20);
    expect(apart).toEqual(await makeHere(long, 'pdf'));
  });
  it('that cannot be made is said, and does not stop the next', async () => {
    const broken: OutputDocument = { ...long, madeAt: 'no instant' };
    await expect(makeFile(broken, 'docx')).rejects.toThrow();
    expect((await makeFile(long, 'docx')).bytes.length).toBeGreaterThan(0);
  });
});

describe('a chart', () => {
  const chart = {
    title: 'Reviewed in time',
    said: 'Line of 2 months: from 90 % to 80 %',
    points: [
      { label: 'Jan 2026', share: 90 },
      { label: 'Feb 2026', share: 80 },
    ],
    limits: { low: 70, high: 100 },
  };
  const drawn: OutputDocument = { ...document, isPublic: true, blocks: [{ kind: 'charts', charts: [chart, chart, chart] }] };
  it('is a figure with its words in a PDF, drawn in lines', async () => {
    const { plain, text } = readPdf((await makeHere(drawn, 'pdf')).bytes);
    expect(plain.match(/\/S \/Figure\s/g)).toHaveLength(3);
    expect(plain).toContain('/Alt (Line of 2 months: from 90 % to 80 %)');
    expect(text).toContain('Feb 2026');
    expect(text).not.toContain('Confidential');
  });
  it('is a chart of Word’s own in a Word document, with its words and its numbers', async () => {
    const parts = unzipped((await makeHere(drawn, 'docx')).bytes);
    expect(parts.get('word/document.xml')).toContain('descr="Line of 2 months: from 90 % to 80 %"');
    expect(parts.get('word/charts/chart3.xml')).toContain('<c:pt idx="1"><c:v>80</c:v></c:pt>');
    expect(parts.get('[Content_Types].xml')).toContain('/word/charts/chart3.xml');
    expect(parts.get('word/_rels/document.xml.rels')).toContain('Id="rId6"');
  });
});
