import { crc32, deflateRawSync } from 'node:zlib';

export type ZipFile = { readonly name: string; readonly text: string };

const version = 20;
const deflated = 8;
/** File names are in UTF-8. */
const flags = 0x0800;
/** 1 January 1980: the same content is always the same file. */
const [time, day] = [0, 0x0021];

/** The fields of a local or central header that both have in common. */
function header(entry: Entry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(time, 6);
  fields.writeUInt16LE(day, 8);
  fields.writeUInt32LE(entry.crc, 10);
  fields.writeUInt32LE(entry.body.length, 14);
  fields.writeUInt32LE(entry.size, 18);
  fields.writeUInt16LE(entry.name.length, 22);
  return fields;
}

type Entry = { readonly name: Buffer; readonly body: Buffer; readonly crc: number; readonly size: number; readonly at: number };

const signature = (hex: string): Buffer => Buffer.from(hex, 'hex');

function centralOf(entry: Entry): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(entry.at, 10);
  return Buffer.concat([signature('504b0102'), Buffer.from([version, 0]), header(entry), rest, entry.name]);
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([signature('504b0506'), end]);
}

/** A ZIP archive of a few small texts (under 4 GB each), as PKWARE's APPNOTE 6.3 has it. */
export function zip(files: readonly ZipFile[]): Buffer {
  const entries: Entry[] = [];
  const parts: Buffer[] = [];
  let at = 0;
  for (const { name, text } of files) {
    const content = Buffer.from(text, 'utf8');
    const entry = { name: Buffer.from(name, 'utf8'), body: deflateRawSync(content), crc: crc32(content), size: content.length, at };
    const local = Buffer.concat([signature('504b0304'), header(entry), entry.name, entry.body]);
    entries.push(entry);
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(entries.map(centralOf));
  return Buffer.concat([...parts, central, endOf(entries.length, central.length, at)]);
}
