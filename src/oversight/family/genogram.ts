import { measures, type FamilyPicture, type Genogram, type Line, type Point } from './family-picture.ts';
import { kinOf } from './kin.ts';
import { orderOf } from './order.ts';
import { outlineOf } from './outline.ts';
import { passagesOf } from './passages.ts';
import { placesOf } from './places.ts';
import { draftLines, heights, resolved } from './routes.ts';

/**
 * Lays out a family: generations in rows, couples side by side, children by birth beneath their parents. Pure, and the same for the
 * same family. Our own and not a graph library's: those know layers and edges, but neither couples, nor the order of birth, nor twins,
 * nor that a line must never cross a name.
 */
export function layOut(picture: FamilyPicture): Genogram {
  const kin = kinOf(picture);
  if (kin.ids.length === 0) return { width: 0, height: 0, boxes: [], lines: [], household: [] };
  const rows = orderOf(kin);
  const passages = passagesOf(kin, rows);
  const places = placesOf(kin, rows, passages);
  const drafts = draftLines(kin, passages, places);
  const { tops, height, of } = heights(rows.length, drafts.tracks);
  const shift = measures.margin - Math.floor(places.left);
  const moved = (path: readonly Point[]): readonly Point[] => path.map(([x, y]): Point => [x + shift, y]);
  return {
    width: Math.ceil(places.width) + 2 * measures.margin,
    height,
    boxes: kin.ids.map((id, n) => ({ id, x: (places.x[n] ?? 0) + shift, y: tops[kin.row[n] ?? 0] ?? 0 })),
    lines: resolved(drafts, of).map((line): Line => ({
      ...line,
      paths: line.paths.map(moved),
      ...(line.at === undefined ? {} : { at: [line.at[0] + shift, line.at[1]] satisfies Point }),
    })),
    household: outlineOf(kin, rows, places.x, tops).map(moved),
  };
}
