import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';

/** So many of so many, of one part of the authority: an area of teams, or `here` and `elsewhere` of postcode districts. */
export type BodyFigure = { readonly part: string; readonly figure: string; readonly n: number; readonly among: number };

/** What boards count, of the area of a panel and of the others; nothing of a body that has no area, or that the session may not open. `rules`: which limits are a review or a visit. */
export const bodyFigures = (
  database: Database,
  session: Session,
  body: string,
  rules: Readonly<Record<string, readonly string[]>>,
): Promise<readonly BodyFigure[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<BodyFigure>(
      'select part, figure, n::int, among::int from record.body_figures($1, $2) order by figure, part',
      [body, JSON.stringify(rules)],
    );
    return rows;
  });
