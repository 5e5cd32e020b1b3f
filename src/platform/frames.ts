/** A backup's content: for each table a heading and its rows in pieces; at the end how much there was. */
export type Frame =
  | { readonly kind: 'table'; readonly heading: TableHeading }
  | { readonly kind: 'rows'; readonly bytes: Buffer }
  | { readonly kind: 'end'; readonly tables: number };

export type TableHeading = {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly authority: number | null;
};

const marks = { table: 1, rows: 2, end: 3 } as const;
/** The longest that is read. What is written is far shorter, however long a row may be: see `inPieces`. */
const longest = 64 * 1_048_576;
const longestPiece = 1_048_576;

/** Bytes of rows in pieces, each of which fits into a frame; a row may go on in the next, for whoever reads joins them again. */
export function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += longestPiece) yield bytes.subarray(from, from + longestPiece);
}

const payloadOf = (frame: Frame): Buffer => {
  if (frame.kind === 'rows') return frame.bytes;
  return Buffer.from(JSON.stringify(frame.kind === 'table' ? frame.heading : frame.tables));
};

export function writeFrame(frame: Frame): Buffer {
  const payload = payloadOf(frame);
  if (5 + payload.length > longest) throw new Error('A frame of a backup would be too long to be read again');
  const head = Buffer.alloc(5);
  head.writeUInt8(marks[frame.kind], 0);
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

function frameOf(mark: number, payload: Buffer): Frame {
  switch (mark) {
    case marks.table:
      return { kind: 'table', heading: JSON.parse(payload.toString()) };
    case marks.rows:
      return { kind: 'rows', bytes: payload };
    case marks.end:
      return { kind: 'end', tables: JSON.parse(payload.toString()) };
    default:
      throw new Error(`A backup holds a frame ${mark}, which is none`);
  }
}

/** The frames of a stream that was cut anywhere. */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let [waiting, size]: [Buffer[], number] = [[], 0];
  let wanted = 5;
  for await (const bytes of source) {
    waiting.push(bytes);
    size += bytes.length;
    if (size < wanted) continue;
    let whole = Buffer.concat(waiting);
    for (wanted = 5; whole.length >= 5; wanted = 5) {
      wanted = 5 + whole.readUInt32BE(1);
      if (wanted > longest) throw new Error('A backup holds a frame that is too long');
      if (whole.length < wanted) break;
      yield frameOf(whole.readUInt8(0), whole.subarray(5, wanted));
      whole = whole.subarray(wanted);
    }
    [waiting, size] = [[whole], whole.length];
  }
  if (size > 0) throw new Error('A backup ends within a frame');
}
