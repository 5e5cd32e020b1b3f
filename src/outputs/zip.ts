import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

export type ZipFile = { readonly name: string; readonly text: string | AsyncIterable<string> };

const version = 20;
const deflated = 8;
/** File names are in UTF-8; sizes and checksum follow the content, which is written as it comes. */
const flags = 0x0808;
/** 1 January 1980: the same content is always the same file. */
const [time, day] = [0, 0x0021];

type Content = { readonly crc: number; readonly packed: number; readonly size: number };
type Entry = Content & { readonly name: Buffer; readonly at: number };

/** The fields of a local or central header that both have in common. */
function header(name: Buffer, { crc, packed, size }: Content): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(time, 6);
  fields.writeUInt16LE(day, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const signature = (hex: string): Buffer => Buffer.from(hex, 'hex');
const unknown: Content = { crc: 0, packed: 0, size: 0 };

function descriptorOf({ crc, packed, size }: Content): Buffer {
  const fields = Buffer.alloc(12);
  fields.writeUInt32LE(crc, 0);
  fields.writeUInt32LE(packed, 4);
  fields.writeUInt32LE(size, 8);
  return Buffer.concat([signature('504b0708'), fields]);
}

function centralOf(entry: Entry): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.at, 10);
  return Buffer.concat([signature('504b0102'), Buffer.from([version, 0]), header(entry.name, entry), rest, entry.name]);
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([signature('504b0506'), end]);
}

/** Packs a text as it comes. @returns, at the end, what it was */
async function* pack(text: ZipFile['text']): AsyncGenerator<Buffer, Content> {
  const deflate = createDeflateRaw();
  let [crc, size, packed] = [0, 0, 0];
  const feed = async (): Promise<void> => {
    for await (const some of typeof text === 'string' ? [text] : text) {
      const content = Buffer.from(some, 'utf8');
      crc = crc32(content, crc);
      size += content.length;
      if (!deflate.write(content)) await once(deflate, 'drain');
    }
    deflate.end();
  };
  const fed = feed().catch((error: unknown) => void deflate.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const some of deflate) {
    if (!Buffer.isBuffer(some)) continue;
    packed += some.length;
    yield some;
  }
  await fed;
  return { crc, packed, size };
}

/** A ZIP archive of a few texts (under 4 GB each), as PKWARE's APPNOTE 6.3 has it, written as they come. */
export async function* zip(files: readonly ZipFile[]): AsyncGenerator<Buffer> {
  const entries: Entry[] = [];
  let at = 0;
  for (const { name: words, text } of files) {
    const name = Buffer.from(words, 'utf8');
    const local = Buffer.concat([signature('504b0304'), header(name, unknown), name]);
    yield local;
    const content = yield* pack(text);
    yield descriptorOf(content);
    entries.push({ ...content, name, at });
    at += local.length + content.packed + 16;
  }
  const central = Buffer.concat(entries.map(centralOf));
  yield Buffer.concat([central, endOf(entries.length, central.length, at)]);
}
