/** One element of a unit. `text` is its own text, trimmed; of a text that is too long only the beginning is kept. */
export type XmlElement = {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  /** The number of characters that the file gives, when it is more than a field may have. */
  readonly tooLong?: number;
  readonly children: readonly XmlElement[];
};

export type XmlUnit = { readonly kind: 'unit'; readonly line: number; readonly path: string; readonly element: XmlElement };
export type XmlEvent =
  | XmlUnit
  /** More than one child can have: `element` is what came before that, enough to say who it is; the rest was passed over. */
  | { readonly kind: 'tooMuch'; readonly line: number; readonly path: string; readonly element: XmlElement; readonly of: Over }
  /** Reading ended here, before the end of the file. What came before was read whole. Always the last event. */
  | { readonly kind: 'stopped'; readonly line: number; readonly message: string };

export type Over = 'elements' | 'characters';

/** What a kind of file is built of: its root, and the paths below it that are read one at a time. */
export type XmlShape = {
  /** As in "This is not a CIN census". */
  readonly what: string;
  readonly root: string;
  readonly units: ReadonlySet<string>;
};
