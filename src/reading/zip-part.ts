import { inflateRawSync } from 'node:zlib';

/** Fifty megabytes of text: more is in no document that a person wrote, and an archive may claim anything. */
const most = 50 * 1024 * 1024;
const [endOfDirectory, ofFile, stored, deflated] = [Buffer.from('504b0506', 'hex'), 0x02014b50, 0, 8];

/** One part of a ZIP archive by its name, as its central directory lists it. @returns undefined: it is no such archive, or has no such part */
export function zipPart(bytes: Buffer, wanted: string): Buffer | undefined {
  try {
    return partIn(bytes, wanted);
  } catch (error) {
    // What points outside the file, does not unpack, or unpacks to too much.
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

function partIn(bytes: Buffer, wanted: string): Buffer | undefined {
  const end = bytes.lastIndexOf(endOfDirectory);
  if (end < 0) return undefined;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== ofFile) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) === wanted) return unpacked(bytes, at);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return undefined;
}

function unpacked(bytes: Buffer, at: number): Buffer | undefined {
  const [method, packed, from] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
  const start = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
  const content = bytes.subarray(start, start + packed);
  if (method === stored) return content;
  return method === deflated ? inflateRawSync(content, { maxOutputLength: most }) : undefined;
}
