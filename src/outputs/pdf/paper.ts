declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      /** What a head of a table is the head of. */
      scope?: 'Column' | 'Row';
      /** Where a figure stands: left, top, right and bottom, from the top of the page. */
      bbox?: [number, number, number, number];
    }
  }
}

export type Element = PDFKit.PDFStructureElement;
/** `lead`: the height of a line. In points, as all measures here. */
export type Style = { readonly font: 'plain' | 'bold'; readonly size: number; readonly lead: number };
export type Place = { readonly x: number; readonly width: number };

type Drawable = { readonly hasGlyphForCodePoint: (code: number) => boolean };
const isDrawable = (value: unknown): value is Drawable =>
  typeof value === 'object' && value !== null && 'hasGlyphForCodePoint' in value && typeof value.hasGlyphForCodePoint === 'function';

/** What the font in use can draw: pdfkit knows, and has no word for it in its types. */
function fontIn(doc: PDFKit.PDFDocument): Drawable {
  const font: unknown = Reflect.get(Object(Reflect.get(doc.font('plain'), '_font')), 'font');
  if (!isDrawable(font)) throw new Error('pdfkit no longer says what a font can draw');
  return font;
}

export const [left, top] = [62, 56];
const foot = 70;

/** Where on the paper the next line goes. Every word stands in the structure that a screen reader follows, or is marked as an ornament. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  #y = top;
  readonly #known = new Map<string, number>();
  #drawn: Drawable | undefined;

  constructor(doc: PDFKit.PDFDocument) {
    this.doc = doc;
  }

  get whole(): Place {
    return { x: left, width: this.doc.page.width - 2 * left };
  }

  get bottom(): number {
    return this.doc.page.height - foot;
  }

  get y(): number {
    return this.#y;
  }

  set y(to: number) {
    this.#y = to;
  }

  turn(): void {
    this.doc.addPage();
    this.#y = top;
  }

  /** A new page, unless so much room is left on this one. */
  needs(room: number): void {
    if (this.#y + room > this.bottom && this.#y > top) this.turn();
  }

  skip(room: number): void {
    this.#y += room;
  }

  use({ font, size }: Style): void {
    this.doc.font(font).fontSize(size);
  }

  widthOf(words: string, style: Style): number {
    const key = `${style.font} ${style.size} ${words}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.use(style);
    const width = this.doc.widthOfString(words);
    this.#known.set(key, width);
    return width;
  }

  /** The text with a sign in the place of each that no font here can draw: a letter that is silently missing changes a name. */
  printable(text: string): string {
    this.#drawn ??= fontIn(this.doc);
    const drawn = this.#drawn;
    return Array.from(text, (sign) => (sign === '\n' || drawn.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : '\uFFFD')).join('');
  }

  /** Lines beside the margin of a place, from `y` on, within one marked content of the element. */
  mark(element: Element, tag: string, lines: readonly string[], style: Style, { x }: Place, y: number): void {
    const content = this.doc.markStructureContent(tag);
    this.draw(lines, style, x, y);
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** What is no part of the text: rules, what repeats on every page. */
  ornament(type: 'Pagination' | 'Layout', drawn: () => void): void {
    this.doc.markContent('Artifact', { type });
    drawn();
    this.doc.endMarkedContent();
  }

  draw(lines: readonly string[], style: Style, x: number, y: number): void {
    this.use(style);
    lines.forEach((line, at) => {
      if (line.trim() !== '') this.doc.text(line, x, y + at * style.lead, { lineBreak: false });
    });
  }

  rule({ x, width }: Place, y: number): void {
    this.ornament('Layout', () =>
      this.doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.5)
        .stroke('#b1b4b6')
        .fillColor('#0b0c0c'),
    );
  }
}
