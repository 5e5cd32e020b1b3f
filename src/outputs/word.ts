import { factsOf, footOf, type Block, type Chart, type OutputDocument } from './document.ts';
import { chartPart, chartXml } from './word-chart.ts';
import { declaration, escaped } from './xml.ts';
import { zip, type ZipFile } from './zip.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const run = (text: string, style = ''): string =>
  `<w:r>${style}${text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`;
const paragraph = (text: string, style?: string, more = ''): string =>
  `<w:p>${style === undefined && more === '' ? '' : `<w:pPr>${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>`}${run(text)}</w:p>`;

const bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

function blockXml(block: Block, charts: Chart[]): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(block.text, `Heading${block.level}`);
    case 'paragraph':
      return paragraph(block.text);
    case 'list':
      return block.items.map((item) => paragraph(item, 'ListBullet', bullet)).join('');
    case 'table':
      return tableXml([block.heads, ...block.rows], 'row');
    case 'charts':
      return block.charts.map((chart) => chartXml(chart, charts.push(chart))).join('');
    case 'facts':
      return tableXml(block.lines, 'column');
  }
}

/** `heads`: the first row names the columns, and comes again on every page; or the first column names the rows. */
function tableXml(rows: readonly (readonly string[])[], heads: 'row' | 'column'): string {
  const columns = rows[0]?.length ?? 1;
  const width = Math.floor(9600 / columns);
  const look = heads === 'row' ? 'w:firstRow="1" w:firstColumn="0"' : 'w:firstRow="0" w:firstColumn="1"';
  const rowXml = (row: readonly string[], at: number): string => {
    const isHead = heads === 'row' && at === 0;
    const cells = row.map((cell, column) => {
      const style = isHead || (heads === 'column' && column === 0) ? 'TableHead' : 'TableText';
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(cell, style)}</w:tc>`;
    });
    return `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
  };
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`;
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9600" w:type="dxa"/><w:tblLook ${look} w:lastRow="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>${grid}${rows.map(rowXml).join('')}</w:tbl>${paragraph('', 'TableText')}`;
}

/** `charts`: filled with those that stand in it, in their order. */
function bodyXml(document: OutputDocument, charts: Chart[]): string {
  const { authority, lines } = document.letterhead;
  const head = [
    paragraph(authority, 'Letterhead'),
    ...lines.map((line) => paragraph(line, 'Small')),
    paragraph(document.title, 'Title'),
    tableXml(factsOf(document), 'column'),
  ];
  const page =
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>';
  return `${declaration}<w:document xmlns:w="${main}" xmlns:r="${relations}"><w:body>${head.join('')}${document.blocks.map((block) => blockXml(block, charts)).join('')}${page}</w:body></w:document>`;
}

const field = (name: string): string => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

const footXml = (document: OutputDocument): string =>
  `${declaration}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr>${run(`${footOf(document)} · Page `)}${field('PAGE')}${run(' of ')}${field('NUMPAGES')}</w:p></w:ftr>`;

type Look = { readonly size: number; readonly bold?: true; readonly before?: number; readonly after?: number; readonly level?: number };
const looks: Readonly<Record<string, Look>> = {
  Letterhead: { size: 28, bold: true, after: 40 },
  Small: { size: 18, after: 20 },
  Title: { size: 40, bold: true, before: 360, after: 120, level: 0 },
  Heading2: { size: 28, bold: true, before: 240, after: 80, level: 1 },
  Heading3: { size: 23, bold: true, before: 120, after: 60, level: 2 },
  ListBullet: { size: 21, after: 60 },
  TableHead: { size: 21, bold: true, before: 40, after: 40 },
  TableText: { size: 21, before: 40, after: 40 },
};

/** A title is the first level of the outline, so that whoever hears the document can go from heading to heading. */
const styleXml = ([name, { size, bold, before = 0, after = 0, level }]: readonly [string, Look]): string =>
  `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${nameOf(name)}"/><w:basedOn w:val="Normal"/><w:pPr>${level === undefined ? '' : '<w:keepNext/>'}<w:spacing w:before="${before}" w:after="${after}"/>${level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr></w:style>`;

/** As Word knows its own: by these names a screen reader finds headings and lists. */
const nameOf = (style: string): string => style.replace(/^Heading(\d)$/, 'heading $1').replace(/^ListBullet$/, 'List Bullet');

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"/>`;

const stylesXml = (language: string): string =>
  `${declaration}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="${escaped(language)}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:style>${Object.entries(looks).map(styleXml).join('')}<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${['top', 'bottom', 'insideH'].map(border).join('')}</w:tblBorders></w:tblPr></w:style></w:styles>`;

const numberingXml = `${declaration}<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="425" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

const coreXml = ({ title, letterhead, language, madeAt }: OutputDocument): string => {
  const made = new Date(madeAt).toISOString().slice(0, 19);
  const at = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${made}Z</dcterms:${name}>`;
  return `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(letterhead.authority)}</dc:creator><dc:language>${escaped(language)}</dc:language>${at('created')}${at('modified')}</cp:coreProperties>`;
};

const part = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="${type}"/>`;
const contentTypes = (charts: readonly Chart[]): string =>
  `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('word/document.xml', `${types}.document.main+xml`)}${part('word/styles.xml', `${types}.styles+xml`)}${part('word/numbering.xml', `${types}.numbering+xml`)}${part('word/footer1.xml', `${types}.footer+xml`)}${charts.map((_, at) => part(`word/charts/chart${at + 1}.xml`, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml')).join('')}${part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`;

const related = (targets: readonly (readonly [string, string])[]): string =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

function partsOf(document: OutputDocument): readonly ZipFile[] {
  const charts: Chart[] = [];
  const body = bodyXml(document, charts);
  return [
    { name: '[Content_Types].xml', text: contentTypes(charts) },
    {
      name: '_rels/.rels',
      text: related([
        [`${relations}/officeDocument`, 'word/document.xml'],
        [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    },
    { name: 'docProps/core.xml', text: coreXml(document) },
    { name: 'word/document.xml', text: body },
    {
      name: 'word/_rels/document.xml.rels',
      text: related([
        [`${relations}/styles`, 'styles.xml'],
        [`${relations}/numbering`, 'numbering.xml'],
        [`${relations}/footer`, 'footer1.xml'],
        ...charts.map((_, at) => [`${relations}/chart`, `charts/chart${at + 1}.xml`] as const),
      ]),
    },
    { name: 'word/styles.xml', text: stylesXml(document.language) },
    { name: 'word/numbering.xml', text: numberingXml },
    { name: 'word/footer1.xml', text: footXml(document) },
    ...charts.map((chart, at) => ({ name: `word/charts/chart${at + 1}.xml`, text: chartPart(chart) })),
  ];
}

/** A Word document. Made again from the same document it is the same, byte for byte. */
export async function wordOf(document: OutputDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const some of zip(partsOf(document))) parts.push(some);
  return Buffer.concat(parts);
}
