/** A family as it is to be drawn: who there is, and every tie between two of them. Ids are the caller's own. */
export type FamilyPicture = {
  readonly root: string;
  readonly members: readonly PictureMember[];
  readonly parents: readonly { readonly parent: string; readonly child: string; readonly parentage: string }[];
  readonly couples: readonly { readonly a: string; readonly b: string; readonly couple: string; readonly since?: string }[];
  /** Brothers and sisters of whom no common parent is in the picture. */
  readonly siblings: readonly { readonly a: string; readonly b: string }[];
  readonly twins: readonly { readonly a: string; readonly b: string }[];
  /** Related in a way that no line of descent in the picture shows: `b` is so many generations below `a` (negative: above). */
  readonly others: readonly { readonly a: string; readonly b: string; readonly generation: number }[];
  /** Who lives with the root. */
  readonly household: readonly string[];
};

/** `bornOn`: ISO date, for the order among brothers and sisters (the eldest first); `sex`: M stands on the left of a couple. */
export type PictureMember = { readonly id: string; readonly bornOn?: string; readonly sex?: string };

/** Children of the same parents, joined at one bar. One parent: the other is not in the picture. None: brothers and sisters alone. */
export type Union = {
  readonly parents: readonly number[];
  readonly children: readonly number[];
  /** `parents`: nothing is stated of the two but that they are. */
  readonly couple: string;
  readonly since: string;
};

/** The picture by numbers: the nth member is n. */
export type Kin = {
  readonly ids: readonly string[];
  readonly root: number;
  readonly born: readonly string[];
  readonly sex: readonly string[];
  readonly unions: readonly Union[];
  readonly twins: readonly (readonly [number, number])[];
  /** Drawn as a tie of their own: from the upper to the lower, or between two of one row. */
  readonly loose: readonly (readonly [number, number])[];
  readonly household: ReadonlySet<number>;
  /** The row of each, from 0 at the top. */
  readonly row: readonly number[];
};

/** Everybody's place in the picture, in CSS pixels: the box holds the symbol (at its top, in the middle) and the words beneath. */
export type Placed = { readonly id: string; readonly x: number; readonly y: number };
export type Point = readonly [x: number, y: number];
export type LineKind = 'couple' | 'descent' | 'siblings' | 'loose';

/** One tie as drawn. `ids`: whom it ties; `at`: where the strokes of a separation stand. */
export type Line = {
  readonly kind: LineKind;
  readonly ids: readonly string[];
  readonly paths: readonly (readonly Point[])[];
  /** Of a couple: what is stated of it; of descent: nothing. */
  readonly couple?: string;
  readonly at?: Point;
};

/** `y` of a `Placed` is the top of the box, `x` its middle. */
export type Genogram = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Placed[];
  readonly lines: readonly Line[];
  /** Round whoever lives with the root: closed paths. */
  readonly household: readonly (readonly Point[])[];
};

export const measures = {
  box: { width: 112, height: 108 },
  /** The symbol's width and height. */
  symbol: 40,
  /** Between the boxes of two beside one another, and for each further line that passes there. */
  gap: 16,
  pass: 8,
  /** Besides the gap, between those who are no couple. */
  apart: 8,
  margin: 16,
  track: 10,
} as const;
