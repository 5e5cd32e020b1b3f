// The XML parser as a command of its own: node bench/parser-alone.mjs FILE. It reads the file from beginning to end, and nothing is done about what it reads.
import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';

const [parser, decoder] = [new SaxesParser(), new TextDecoder()];
parser.on('opentag', () => {});
parser.on('text', () => {});
for await (const bytes of createReadStream(process.argv[2], { highWaterMark: 1 << 18 }))
  parser.write(decoder.decode(bytes, { stream: true }));
parser.close();
