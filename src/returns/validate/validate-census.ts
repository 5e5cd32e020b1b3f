import { childrenInNeedCensus } from '../cin-census/collection.ts';
import { unreadableCells, unreadablePlaces } from '../cin-census/unreadable.ts';
import { piecesOfCensus, readCensus, readHead, type CensusPiece, type Reached } from '../cin-census/read-census.ts';
import type { Piece } from '../../reading/pieces.ts';
import type { Opened } from '../rule/given-tables.ts';
import type { Before } from '../rule/packed.ts';
import type { Finding, Part } from '../rule/part.ts';
import type { GivenRow } from '../rule/rows.ts';
import { collectionYears, isCollectionYear, type CollectionYear } from '../rule/years.ts';
import { openCensus, type WhichCensus } from './examine-census.ts';
import { Telling, type Found } from './found.ts';
import { examineHere, examineInThreads, type Examiners, type Examining } from './threads.ts';

export type CensusFile = {
  readonly file: string;
  readonly year: CollectionYear | undefined;
  /** In how many threads children are examined, this one among them. */
  readonly threads?: number;
};

/** Of a file that was given with a census. */
export const besideCensus = (file: string): Found => ({
  kind: 'unreadable',
  file,
  line: 1,
  message: 'A census is one file. This one beside it was not looked at.',
});

type Source = AsyncIterable<Uint8Array>;
type Pieces = AsyncGenerator<Piece, void, undefined>;
type Findings = AsyncGenerator<Found, void, undefined>;

/** Checks a census as it is read: what stands in memory is a few thousand children, and what was counted. */
export async function* validateCensus(source: Source, given: CensusFile): Findings {
  const pieces = piecesOfCensus(source);
  try {
    yield* foundIn(pieces, given);
  } finally {
    await pieces.return();
  }
}

async function* foundIn(pieces: Pieces, given: CensusFile): Findings {
  const { value: first } = await pieces.next();
  if (first === undefined) return;
  const head = first.kind === 'head' ? readHead(first.bytes) : undefined;
  const year = given.year ?? (head && yearIn(head.header));
  if (head === undefined || year === undefined) return yield* new Census(given).readOn(inOneGo([first], pieces));
  const census = new Census(given, { year, header: head.header });
  const reached = yield* census.examine(pieces, { rows: {}, lines: head.standing.line - 1 });
  const standing = { ...head.standing, line: reached.before.lines + 1 };
  yield* census.readOn(reached.rest, { standing, isHeaded: true, numbers: { ...reached.before.rows } });
}

/** The bytes of what is not to be read in pieces after all. */
async function* inOneGo(held: readonly Piece[], pieces: Pieces): AsyncGenerator<Uint8Array> {
  for (const piece of held) yield* bytesOf(piece);
  for await (const piece of pieces) yield* bytesOf(piece);
}

async function* bytesOf(piece: Piece): AsyncGenerator<Uint8Array> {
  if (piece.kind === 'rest') yield* piece.source;
  else yield piece.bytes;
}

type InHand = { readonly piece: Piece; readonly examining: Examining };

type OpenCensus = {
  readonly which: WhichCensus;
  readonly telling: Telling;
  readonly opened: Opened;
  readonly whole: ReturnType<Opened['whole']>;
};

class Census {
  private readonly given: CensusFile;
  private open: OpenCensus | undefined;

  constructor(given: CensusFile, which?: WhichCensus) {
    this.given = given;
    if (which !== undefined) this.begin(which);
  }

  private begin(which: WhichCensus) {
    const opened = openCensus(which);
    return (this.open = { which, opened, telling: new Telling(childrenInNeedCensus, which.year), whole: opened.whole() });
  }

  /** Examines children as long as they come in pieces. @returns what remains to be read in one go, and how much stands before it */
  async *examine(pieces: Pieces, before: Before): AsyncGenerator<Found, { readonly before: Before; readonly rest: Source }> {
    const { open } = this;
    if (open === undefined) return { before, rest: inOneGo([], pieces) };
    const { threads = 0 } = this.given;
    const examiners = threads > 1 ? examineInThreads(open.which, threads) : examineHere(open.which);
    try {
      const inHand: InHand[] = [];
      let last: Piece | undefined;
      for (;;) {
        last ??= await takeUp(pieces, examiners, inHand);
        const examined = await inHand[0]?.examining(before);
        if (examined === undefined)
          return { before, rest: inOneGo([...inHand.map(({ piece }) => piece), ...(last ? [last] : [])], pieces) };
        inHand.shift();
        yield* this.findings(examined.part, open);
        before = examined.after;
      }
    } finally {
      await examiners.end();
    }
  }

  private *findings(part: Part, { telling, whole }: OpenCensus): Generator<Found> {
    const { file } = this.given;
    const isUnreadable = ({ code }: Finding): boolean => code === unreadableCells.code;
    const found = whole.add(part);
    for (const place of found.filter(isUnreadable).flatMap(unreadablePlaces)) yield { kind: 'unreadable', file, ...place };
    yield* telling.findings(found.filter((finding) => !isUnreadable(finding)));
  }

  /** Reads on from where reading has come to, in this thread, to the end. */
  async *readOn(source: Source, from?: Reached): Findings {
    for await (const piece of readCensus(source, from)) {
      const stop = yield* this.told(piece);
      if (stop) return;
    }
    if (this.open !== undefined) yield* this.open.telling.end(this.open.whole.end());
  }

  private *told(piece: CensusPiece): Generator<Found, boolean> {
    const { file, year } = this.given;
    if (piece.kind === 'unreadable') yield { ...piece, file };
    else if (piece.kind === 'children') {
      if (this.open !== undefined) yield* this.findings(this.open.opened.part(piece.children), this.open);
    } else if (this.open === undefined) {
      const chosen = year ?? yearIn(piece.header);
      if (chosen !== undefined) this.begin({ year: chosen, header: piece.header });
      else yield { kind: 'unreadable', file, line: piece.line, message: noYear };
      return chosen === undefined;
    }
    return false;
  }
}

/** @returns the last piece, once it has come */
async function takeUp(pieces: AsyncIterator<Piece>, { ahead, examine }: Examiners, inHand: InHand[]): Promise<Piece | undefined> {
  while (inHand.length < ahead) {
    const { value: piece } = await pieces.next();
    if (piece?.kind !== 'units') return piece;
    inHand.push({ piece, examining: await examine(piece.bytes) });
  }
  return undefined;
}

const noYear = `The Header's ReferenceDate is of no year of which rules are kept (${collectionYears.join(', ')}). Say by which it is to be checked (“Rules of” on the page, --year for the command).`;

/** A census ends on 31 March of the second year of its collection. */
function yearIn(header: GivenRow): CollectionYear | undefined {
  const ends = /^(20\d\d)-03-31$/.exec(String(header['ReferenceDate'] ?? ''))?.[1] ?? /^20\d\d$/.exec(String(header['Year'] ?? ''))?.[0];
  return ends === undefined ? undefined : yearEnding(Number(ends));
}

export function yearEnding(ends: number): CollectionYear | undefined {
  const year = `${ends - 1}-${String(ends).slice(2)}`;
  return isCollectionYear(year) ? year : undefined;
}
