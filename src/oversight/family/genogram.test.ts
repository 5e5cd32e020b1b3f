import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { measures, type FamilyPicture, type Genogram, type Line } from './family-picture.ts';
import { familyOfForty } from './genogram.fixture.ts';
import { layOut } from './genogram.ts';

const empty = { members: [], parents: [], couples: [], siblings: [], twins: [], others: [], household: [] };
const people = (...ids: readonly string[]) => ids.map((id, n) => ({ id, bornOn: `20${String(n + 10)}-01-01` }));
const born = (child: string, ...parents: readonly string[]) => parents.map((parent) => ({ parent, child, parentage: 'birth' }));

const { width, height } = measures.box;
const at = (drawn: Genogram, id: string) => {
  const found = drawn.boxes.find((box) => box.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const ties = (drawn: Genogram, kinds: readonly Line['kind'][], ...ids: readonly string[]): readonly Line[] =>
  drawn.lines.filter((line) => kinds.includes(line.kind) && ids.every((id) => line.ids.includes(id)));

const overlaps = ({ boxes }: Genogram): readonly string[] =>
  boxes.flatMap((a, n) =>
    boxes.slice(n + 1).flatMap((b) => (Math.abs(a.x - b.x) < width + 8 && Math.abs(a.y - b.y) < height + 8 ? [`${a.id} and ${b.id}`] : [])),
  );

/** Strokes that pass over somebody's words, or over the symbol of somebody whom they do not tie. */
function crossedNames({ boxes, lines }: Genogram): readonly string[] {
  return lines.flatMap(({ ids, paths }) =>
    paths.flatMap((path) =>
      path.slice(1).flatMap(([x2, y2], n) => {
        const [x1, y1] = path[n] ?? [x2, y2];
        return boxes.flatMap((box) => {
          const top = ids.includes(box.id) ? box.y + measures.symbol : box.y;
          const misses =
            Math.max(x1, x2) <= box.x - width / 2 ||
            Math.min(x1, x2) >= box.x + width / 2 ||
            Math.max(y1, y2) <= top ||
            Math.min(y1, y2) >= box.y + height;
          return misses ? [] : [`${ids.join('–')} over ${box.id}`];
        });
      }),
    ),
  );
}

/** Ties that are in the picture and in no line. */
function undrawn(picture: FamilyPicture, drawn: Genogram): readonly string[] {
  const isDrawn = (kinds: readonly Line['kind'][], a: string, b: string): boolean => ties(drawn, kinds, a, b).length > 0;
  const shareBar = (a: string, b: string): boolean =>
    drawn.lines.some((one) => one.kind === 'siblings' && one.ids.includes(a) && one.ids.includes(b));
  return [
    ...picture.parents
      .filter(({ parent, child }) => !isDrawn(['descent', 'loose'], parent, child))
      .map(({ parent, child }) => `${parent} of ${child}`),
    ...picture.couples.filter(({ a, b }) => !isDrawn(['couple', 'loose'], a, b)).map(({ a, b }) => `${a} with ${b}`),
    ...picture.siblings.filter(({ a, b }) => !shareBar(a, b) && !isDrawn(['loose'], a, b)).map(({ a, b }) => `${a} beside ${b}`),
    ...picture.others.filter(({ a, b }) => !isDrawn(['loose'], a, b)).map(({ a, b }) => `${a} and ${b}`),
  ];
}

function expectReadable(picture: FamilyPicture): void {
  const drawn = layOut(picture);
  expect(drawn.boxes.map(({ id }) => id)).toEqual(picture.members.map(({ id }) => id));
  expect(overlaps(drawn)).toEqual([]);
  expect(undrawn(picture, drawn)).toEqual([]);
  expect(crossedNames(drawn)).toEqual([]);
  const points = [...drawn.lines.flatMap(({ paths }) => paths.flat()), ...drawn.household.flat()];
  expect(points.filter(([x, y]) => x < 0 || y < 0 || x > drawn.width || y > drawn.height)).toEqual([]);
  expect(layOut(picture)).toEqual(drawn);
}

/** Any picture at all, also one that no family could be. */
const anyPicture = fc.integer({ min: 1, max: 24 }).chain((count) => {
  const one = fc.integer({ min: 0, max: count - 1 }).map(String);
  const pair = fc.tuple(one, one).filter(([a, b]) => a !== b);
  const pairs = (most: number) =>
    count === 1 ? fc.constant([]) : fc.uniqueArray(pair, { maxLength: most, selector: ([a, b]) => [a, b].sort().join() });
  return fc.record({
    root: one,
    members: fc
      .array(fc.record({ sex: fc.constantFrom('F', 'M', 'U'), year: fc.integer({ min: 1930, max: 2026 }) }), {
        minLength: count,
        maxLength: count,
      })
      .map((all) => all.map(({ sex, year }, n) => ({ id: String(n), sex, bornOn: `${year}-01-01` }))),
    parents: pairs(30).map((all) => all.map(([parent, child]) => ({ parent, child, parentage: 'birth' }))),
    couples: pairs(10).map((all) => all.map(([a, b]) => ({ a, b, couple: 'married' }))),
    siblings: pairs(6).map((all) => all.map(([a, b]) => ({ a, b }))),
    twins: pairs(3).map((all) => all.map(([a, b]) => ({ a, b }))),
    others: fc.tuple(pairs(5), fc.integer({ min: -2, max: 2 })).map(([all, generation]) => all.map(([a, b]) => ({ a, b, generation }))),
    household: fc.uniqueArray(one, { maxLength: count }),
  });
});

describe('a genogram', () => {
  it('of any family shows everybody and every tie; no names overlap and no line crosses one; the same family looks the same', () => {
    fc.assert(fc.property(anyPicture, expectReadable), { numRuns: 150 });
  });

  it('of forty is readable', () => {
    expect(familyOfForty().members).toHaveLength(40);
    expectReadable(familyOfForty());
  });

  it('has parents above, side by side, and their children beneath them by birth, the eldest on the left', () => {
    const drawn = layOut({
      ...empty,
      root: 'Ada',
      members: [
        { id: 'Mother', sex: 'F' },
        { id: 'Father', sex: 'M' },
        ...people('Cleo', 'Ada', 'Ben').map((one, n) => ({ ...one, bornOn: `20${[15, 12, 19][n]}-01-01` })),
      ],
      parents: ['Cleo', 'Ada', 'Ben'].flatMap((child) => born(child, 'Mother', 'Father')),
      couples: [{ a: 'Mother', b: 'Father', couple: 'married' }],
    });
    const [father, mother, ...children] = ['Father', 'Mother', 'Ada', 'Cleo', 'Ben'].map((id) => at(drawn, id));
    expect(father?.y).toBe(mother?.y);
    expect(father?.x).toBeLessThan(mother?.x ?? 0);
    expect(children.map(({ x }) => x)).toEqual(children.map(({ x }) => x).toSorted((a, b) => a - b));
    expect(children.every(({ y }) => y > (mother?.y ?? 0))).toBe(true);
    const middle = ((father?.x ?? 0) + (mother?.x ?? 0)) / 2;
    expect(Math.abs((children[1]?.x ?? 0) - middle)).toBeLessThan(3);
  });

  it('puts half-brothers and half-sisters under their own couple, the parent of both between the partners', () => {
    const drawn = layOut({
      ...empty,
      root: 'Ada',
      members: people('First', 'Mother', 'Second', 'Ada', 'Ben'),
      parents: [...born('Ada', 'Mother', 'First'), ...born('Ben', 'Mother', 'Second')],
      couples: [
        { a: 'Mother', b: 'First', couple: 'divorced', since: '2010' },
        { a: 'Mother', b: 'Second', couple: 'cohabiting', since: '2018' },
      ],
    });
    const xs = ['First', 'Mother', 'Second'].map((id) => at(drawn, id).x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(at(drawn, 'Ada').x).toBeLessThan(at(drawn, 'Ben').x);
    expect(ties(drawn, ['descent'], 'First', 'Ben')).toEqual([]);
  });

  it('lets the lines of twins begin at one point', () => {
    const drawn = layOut({
      ...empty,
      root: 'Ada',
      members: people('Mother', 'Ada', 'Ben', 'Cleo'),
      parents: ['Ada', 'Ben', 'Cleo'].flatMap((child) => born(child, 'Mother')),
      twins: [{ a: 'Ben', b: 'Cleo' }],
    });
    const start = (child: string) => ties(drawn, ['descent'], 'Mother', child)[0]?.paths[0]?.[0];
    expect(start('Ben')).toEqual(start('Cleo'));
    expect(start('Ada')).not.toEqual(start('Ben'));
  });

  it('draws the household round all who live there and round nobody else', () => {
    const picture = familyOfForty();
    const drawn = layOut(picture);
    const isWithin = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
      drawn.household.filter((path) => {
        let odd = false;
        path.forEach(([x1, y1], n) => {
          const [x2, y2] = path[(n + 1) % path.length] ?? [x1, y1];
          if (x1 === x2 && x1 > x && Math.min(y1, y2) <= y + 50 && Math.max(y1, y2) > y + 50) odd = !odd;
        });
        return odd;
      }).length > 0;
    expect(
      drawn.boxes
        .filter(isWithin)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...picture.household].sort());
  });

  test.each([
    ['a mother’s mother two rows up', -2, 2],
    ['a cousin in the same row', 0, 0],
    ['a grandchild two rows down', 2, -2],
  ])('puts somebody of whom only the generation is known in its row: %s', (_what, generation, above) => {
    const drawn = layOut({
      ...empty,
      root: 'Ada',
      members: people('Ada', 'Mother', 'Grandmother', 'Child', 'Grandchild', 'Other'),
      parents: [...born('Ada', 'Mother'), ...born('Mother', 'Grandmother'), ...born('Child', 'Ada'), ...born('Grandchild', 'Child')],
      others: [{ a: 'Ada', b: 'Other', generation }],
    });
    const rows = [...new Set(drawn.boxes.map(({ y }) => y))].sort((a, b) => a - b);
    expect(rows.indexOf(at(drawn, 'Ada').y) - rows.indexOf(at(drawn, 'Other').y)).toBe(above);
    expect(ties(drawn, ['loose'], 'Ada', 'Other')).toHaveLength(1);
  });

  it('draws a statement that would make somebody their own forebear, and nobody above themselves', () => {
    const drawn = layOut({ ...empty, root: 'Ada', members: people('Ada', 'Ben'), parents: [...born('Ada', 'Ben'), ...born('Ben', 'Ada')] });
    expect(ties(drawn, ['descent'], 'Ada', 'Ben').length).toBe(1);
    expect(ties(drawn, ['loose'], 'Ada', 'Ben')).toHaveLength(1);
  });
});
