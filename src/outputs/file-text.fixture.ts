import { inflateRawSync, inflateSync } from 'node:zlib';

/** The parts of a ZIP archive as its central directory lists them. */
export function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, length, from] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const start = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
    parts.set(bytes.toString('utf8', at + 46, at + 46 + length), inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8'));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/** The words of a Word document, a line for each paragraph. */
export const wordsOfWord = (bytes: Buffer): string =>
  [...unzipped(bytes)]
    .filter(([name]) => name.startsWith('word/') && name.endsWith('.xml'))
    .map(([, xml]) => xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, ''))
    .join('\n')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

type Objects = ReadonlyMap<number, { readonly head: string; readonly stream?: string }>;

function objectsIn(bytes: Buffer): Objects {
  const text = bytes.toString('latin1');
  const objects = new Map<number, { head: string; stream?: string }>();
  for (const { 1: id = '', 2: body = '' } of text.matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const [head = '', packed] = body.split(/\nstream\n/);
    const raw = packed === undefined ? undefined : Buffer.from(packed.replace(/\nendstream$/, ''), 'latin1');
    const stream = raw === undefined ? {} : { stream: (head.includes('FlateDecode') ? inflateSync(raw) : raw).toString('latin1') };
    objects.set(Number(id), { head, ...stream });
  }
  return objects;
}

/** What each code of a font is a sign for. */
function signsOf(cmap: string): ReadonlyMap<string, string> {
  const signs = new Map<string, string>();
  for (const { 1: from = '', 2: list = '' } of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(({ 1: hex = '' }, at) => {
      const units = (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      signs.set((Number.parseInt(from, 16) + at).toString(16).padStart(4, '0'), String.fromCharCode(...units));
    });
  return signs;
}

/** All text of a PDF in the order in which it is drawn, as copying it would give it; and everything in it that is written plainly. */
export function readPdf(bytes: Buffer): { readonly text: string; readonly plain: string } {
  const objects = objectsIn(bytes);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { head } of objects.values())
    for (const { 1: name = '', 2: id = '' } of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.head ?? '')?.[1]))?.stream;
      if (cmap !== undefined) fonts.set(name, signsOf(cmap));
    }
  const shown = [...objects.values()].map(({ stream = '' }) => textOf(stream, fonts)).join('\n');
  return { text: shown, plain: [...objects.values()].map(({ head }) => head).join('\n') };
}

function textOf(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let [text, font] = ['', ''];
  for (const { 1: name, 2: shown } of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = name;
    for (const { 1: hex = '' } of (shown ?? '').matchAll(/<([0-9a-f]+)>/gi))
      text += (hex.match(/.{4}/g) ?? []).map((code) => fonts.get(font)?.get(code.toLowerCase()) ?? '').join('');
  }
  return text;
}
