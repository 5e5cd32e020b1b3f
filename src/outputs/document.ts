import { dayInEngland, formatDate, shownInEngland } from '../kernel/calendar/dates.ts';

/** Shares of 100 over time, between the limits of their own variation. `said`: the same in words, for whoever cannot see it. */
export type Chart = {
  readonly title: string;
  readonly said: string;
  readonly points: readonly { readonly label: string; readonly share: number }[];
  readonly limits?: { readonly low: number; readonly high: number };
};

/** The tens below everything that is drawn: of what lies between 95 and 100 nothing could be seen from 0 on. */
export function floorOf({
  points,
  limits,
}: {
  readonly points: readonly { readonly share: number }[];
  readonly limits?: { readonly low: number } | undefined;
}): number {
  const lowest = Math.min(limits?.low ?? 100, ...points.map(({ share }) => share));
  return Math.max(0, Math.min(90, 10 * Math.floor(lowest / 10)));
}

/** How far up from the floor to 100 a share stands, of 1: what lies beyond either stands at its edge. */
export const heightFrom = (floor: number, share: number): number => (Math.min(100, Math.max(floor, share)) - floor) / (100 - floor);

/** A part of a document, in reading order. A heading of level 2 stands under the title, one of 3 under that. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Each row as long as the heads; a table without heads cannot be read aloud, so there is none. */
  | { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'charts'; readonly charts: readonly Chart[] }
  | { readonly kind: 'facts'; readonly lines: readonly (readonly [label: string, value: string])[] };

/** Who writes: the authority's name, and how it is reached, a line each. */
export type Letterhead = { readonly authority: string; readonly lines: readonly string[] };

/**
 * What leaves the record on paper. Make one from what the recipient may have, then give it to `makeFile` (make-file.ts): the same document gives the same
 * bytes, so that what was released can be proved. What must not be read is not in it: nothing here hides words that are there.
 */
export type OutputDocument = {
  readonly title: string;
  /** BCP 47, as a screen reader needs it: `en-GB`, `cy`. */
  readonly language: string;
  readonly letterhead: Letterhead;
  /** Whom it is about, as the recipient may know them. */
  readonly about: string;
  /** The named person whom it is made for. */
  readonly madeFor: string;
  /** ISO instants: when it was made, and as known at when. */
  readonly madeAt: string;
  readonly knownAt: string;
  readonly blocks: readonly Block[];
  /** Anybody may read it: it names nobody. */
  readonly isPublic?: true;
};

const instantWords = (instant: string): string => {
  const at = new Date(instant);
  return `${formatDate(dayInEngland(at))}, ${shownInEngland(at).slice(11, 16)}`;
};

/** What stands under the title of every document. */
export const factsOf = ({ about, madeFor, madeAt, knownAt }: OutputDocument): readonly (readonly [string, string])[] => [
  ['About', about],
  ['Made for', madeFor],
  ['Made on', formatDate(dayInEngland(new Date(madeAt)))],
  ['From the record as known at', instantWords(knownAt)],
];

/** What stands at the foot of every page, before its number. */
export const footOf = ({ madeFor, madeAt, isPublic }: OutputDocument): string =>
  `${isPublic === true ? '' : 'Confidential. '}Made for ${madeFor} on ${formatDate(dayInEngland(new Date(madeAt)))}`;
