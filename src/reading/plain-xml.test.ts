import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlain } from './plain-xml.ts';
import { readPiece, type XmlElement } from './xml-units.ts';

const shape = { what: 'a census', root: 'Message', units: new Set(['Children/Child']) };
const inside = ['Message', 'Children'].map((name) => ({ name, line: 1 }));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const plainly = (text: string, from: number) => {
  const [reading, units] = [readPlain(text, 'Child', from), new Array<XmlElement>()];
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done !== true) units.push(next.value);
    else return next.value === undefined ? undefined : { units, line: next.value };
  }
};

const byParser = (text: string, line: number) => {
  const read = readPiece(bytesOf(text), shape, { line, inside });
  return read && { units: read.units.map(({ element }) => element), line: read.ends.line };
};

/** What a file may be made of, right and wrong, the right more often. */
const scrap = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('<Child>', '</Child>', '<A>', '</A>', '<B>', '</B>', '<A>x</A>', '<B>\n 2 \n</B>', '\n', '\r\n', '  '),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('<Child><A>x y</A></Child>', '<Child>\r\n<A><B>ä</B>\n</A></Child>', '<A></A>', '<Child></Child>', 'x'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<a:A>',
      '<A b="c">',
      '&amp;',
      ']]>',
      '<A/>',
      '</Children>',
      '\r',
      '\u0000',
      '\u0085',
      '\ufeff',
      '😀',
      '<',
      '>',
      '<A >',
      '</A >',
    ),
  },
);

const child = fc.array(scrap, { maxLength: 3 }).map((scraps) => `<Child>${scraps.join('')}</Child>`);
const wellMade = fc
  .array(fc.constantFrom('<A>x</A>', '\n', '<B>\r\n<A>ü</A><A> </A></B>', '  '), { maxLength: 4 })
  .map((scraps) => `<Child><B><A>1</A></B>${scraps.join('')}</Child>\n`);

describe('units that are read without the parser', () => {
  test('are what the parser reads, or are left to it', () => {
    let plain = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof(wellMade, wellMade, child, scrap), { maxLength: 6 }),
        fc.integer({ min: 1, max: 90 }),
        (scraps, line) => {
          const text = scraps.join('');
          const read = plainly(text, line);
          if (read === undefined) return;
          plain += read.units.length;
          expect(read).toEqual(byParser(text, line));
        },
      ),
      { numRuns: 3_000 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  test('are such as a census has', () => {
    const text = '\n<Child>\n <ChildIdentifiers><LAchildID>C1</LAchildID><UPN> A1 </UPN></ChildIdentifiers>\n</Child>\n';
    expect(plainly(text, 7)).toEqual(byParser(text, 7));
    expect(plainly(text, 7)?.units[0]?.children[0]?.children.map(({ text: each, line }) => [each, line])).toEqual([
      ['C1', 9],
      ['A1', 9],
    ]);
  });

  test.each([
    '<Child><A>&lt;</A></Child>',
    '<Child><A b="c">1</A></Child>',
    '<Child><A>1</B></Child>',
    '<Child>',
    '<Other><A>1</A></Other>',
  ])('are not %s', (text) => expect(plainly(text, 1)).toBeUndefined());
});
