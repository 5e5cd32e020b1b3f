import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { factsOf, footOf, type Block, type OutputDocument } from '../document.ts';
import { drawCharts } from './chart.ts';
import { linesOf } from './lines.ts';
import { left, Paper, top, type Element, type Place, type Style } from './paper.ts';
import { drawTable } from './table.ts';

const styles = {
  small: { font: 'plain', size: 9, lead: 12 },
  body: { font: 'plain', size: 10.5, lead: 15 },
  strong: { font: 'bold', size: 10.5, lead: 15 },
  third: { font: 'bold', size: 11.5, lead: 16 },
  second: { font: 'bold', size: 14, lead: 19 },
  title: { font: 'bold', size: 20, lead: 26 },
} as const satisfies Readonly<Record<string, Style>>;

/** DejaVu Sans: free to embed, and it has the letters of the names that are written here (Łukasz, Siân, Ŵyn, ʿĀʾisha). */
const fontFile = (name: string): Buffer => readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
let fonts: { readonly plain: Buffer; readonly bold: Buffer } | undefined;

/** `compress: false` for a test that reads the bytes. */
export async function pdfOf(document: OutputDocument, { compress = true } = {}): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  fonts ??= { plain: fontFile('DejaVuSans'), bold: fontFile('DejaVuSans-Bold') };
  const doc = new PDFDocument({ ...settingsOf(document), compress });
  doc.registerFont('plain', fonts.plain);
  doc.registerFont('bold', fonts.bold);
  doc.addPage();
  const bytes = gathered(doc);
  write(new Paper(doc), document);
  doc.end();
  return bytes;
}

/** Marked, titled and in a language, as PDF/UA-1 asks. No standard font is named: they are never embedded. */
function settingsOf(document: OutputDocument): PDFKit.PDFDocumentOptions {
  const made = new Date(document.madeAt);
  const settings: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: document.language,
    bufferPages: true,
    autoFirstPage: false,
    font: '',
    info: {
      Title: document.title,
      Author: document.letterhead.authority,
      Creator: 'Sightline',
      Producer: 'Sightline',
      CreationDate: made,
      ModDate: made,
    },
  };
  // Put in afterwards: the types of pdfkit do not know its own subset for accessibility yet.
  return Object.assign(settings, { subset: 'PDF/UA' });
}

function gathered(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
}

function write(paper: Paper, document: OutputDocument): void {
  const root = paper.doc.struct('Document');
  paper.doc.addStructure(root);
  writeHead(paper, root, document);
  for (const block of document.blocks) writeBlock(paper, root, block);
  root.end();
  writeFeet(paper, document);
}

function writeHead(paper: Paper, root: Element, document: OutputDocument): void {
  const { authority, lines } = document.letterhead;
  lay(paper, root, 'P', authority, styles.second);
  for (const line of lines) lay(paper, root, 'P', line, styles.small);
  paper.skip(18);
  lay(paper, root, 'H1', document.title, styles.title);
  paper.skip(6);
  drawTable(paper, root, { heads: undefined, rows: factsOf(document) }, { head: styles.strong, body: styles.body });
}

function writeBlock(paper: Paper, root: Element, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return writeHeading(paper, root, block);
    case 'paragraph':
      lay(paper, root, 'P', block.text, styles.body);
      return paper.skip(8);
    case 'list':
      return writeList(paper, root, block.items);
    case 'table':
      return drawTable(paper, root, block, { head: styles.strong, body: styles.body });
    case 'charts':
      return drawCharts(paper, root, block.charts);
    case 'facts':
      return drawTable(paper, root, { heads: undefined, rows: block.lines }, { head: styles.strong, body: styles.body });
  }
}

/** A heading is not left alone at the foot of a page, nor with nothing but the next heading under it. */
function writeHeading(paper: Paper, root: Element, { level, text }: Extract<Block, { kind: 'heading' }>): void {
  const style = level === 2 ? styles.second : styles.third;
  paper.skip(level === 2 ? 12 : 6);
  const below = level === 2 ? styles.third.lead + 10 : 0;
  paper.needs(style.lead + below + 6 * styles.body.lead);
  if (level === 2) paper.doc.outline.addItem(text);
  lay(paper, root, `H${level}`, text, style);
  paper.skip(4);
}

function writeList(paper: Paper, root: Element, items: readonly string[]): void {
  const list = paper.doc.struct('L');
  root.add(list);
  const { x, width } = paper.whole;
  for (const item of items) {
    const [li, label] = [paper.doc.struct('LI'), paper.doc.struct('Lbl')];
    list.add(li);
    li.add(label);
    paper.needs(styles.body.lead);
    paper.mark(label, 'Lbl', ['•'], styles.body, { x: x + 6, width: 10 }, paper.y);
    label.end();
    lay(paper, li, 'LBody', item, styles.body, { x: x + 20, width: width - 20 });
    li.end();
    paper.skip(3);
  }
  list.end();
  paper.skip(8);
}

/** Text under what is there already, over as many pages as it takes. */
function lay(paper: Paper, into: Element, tag: string, text: string, style: Style, place: Place = paper.whole): void {
  const element = paper.doc.struct(tag);
  into.add(element);
  const lines = linesOf(paper, text, style, place.width);
  for (let from = 0; from < lines.length;) {
    const fits = Math.floor((paper.bottom - paper.y) / style.lead);
    if (fits < 1) {
      paper.turn();
      continue;
    }
    const some = lines.slice(from, from + fits);
    paper.mark(element, tag, some, style, place, paper.y);
    paper.skip(some.length * style.lead);
    from += some.length;
  }
  element.end();
}

/** What repeats is an ornament: a screen reader leaves it out. */
function writeFeet(paper: Paper, document: OutputDocument): void {
  const { start, count } = paper.doc.bufferedPageRange();
  const { width } = paper.whole;
  for (let at = 0; at < count; at += 1) {
    paper.doc.switchToPage(start + at);
    const page = `Page ${at + 1} of ${count}`;
    const room = paper.widthOf(page, styles.small) + 12;
    const y = paper.doc.page.height - top + 4;
    paper.ornament('Pagination', () => {
      paper.draw(linesOf(paper, footOf(document), styles.small, width - room).slice(0, 2), styles.small, left, y);
      paper.draw([page], styles.small, left + width - room + 12, y);
    });
  }
}
