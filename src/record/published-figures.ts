import type { Database } from '../platform/database.ts';
import { call, doneOrRefused, type Done } from './call.ts';
import type { Session } from './contract.ts';
import { instant } from './rows.ts';

/** A published figure of one area: in 100, for each 10,000 children, or of each worker. No child is in it, and nobody. */
export type PublishedFigure = {
  readonly area: string;
  /** `other`: an authority that is not compared by name, from which how authorities differ is learnt. */
  readonly relation: 'own' | 'england' | 'neighbour' | 'region' | 'other';
  readonly measure: string;
  /** "2024-25"; of the workforce "2024", the year to its 30 September. */
  readonly period: string;
  readonly value: number;
  /** Of how many; absent: not published. */
  readonly denominator?: number;
};

/** What a file of published figures is of; each kind has one that stands. */
export type PublishedKind = 'measures' | 'workforce' | 'population';

/** A file as the authority loaded it. */
export type PublishedFile = {
  readonly file: string;
  readonly fileName: string;
  readonly figures: readonly PublishedFigure[];
  readonly loadedAt: string;
  readonly loadedBy: string;
};

export type NewPublished = Pick<PublishedFile, 'file' | 'fileName' | 'figures'> & { readonly kind: PublishedKind };

/** Keeps a file of published figures, in the place of the one of its kind before it. Refused to whoever may not build a return. Sent twice, it is kept once. */
export const loadPublished = (database: Database, session: Session, { file, kind, fileName, figures }: NewPublished): Promise<Done> =>
  doneOrRefused(
    call(database, session, 'select record.load_published($1, $2, $3, $4, $5)', [file, kind, fileName, JSON.stringify(figures)]),
  );

/** The file of a kind that stands; undefined: none was loaded, or the session may not read it. */
export const lastPublished = (database: Database, session: Session, kind: PublishedKind): Promise<PublishedFile | undefined> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<PublishedFile>(
      `select file, file_name as "fileName", figures, ${instant('loaded_at', 'loadedAt')}, loaded_by as "loadedBy" from record.last_published($1)`,
      [kind],
    );
    return rows[0];
  });

/** Says to the database who asks for figures of the whole service. Refused (SL001) to whoever may not; logged as a list is. */
export const askForMeasures = async (database: Database, session: Session, question: Readonly<Record<string, unknown>>): Promise<void> => {
  await database.transaction(session, (sql) => sql.query('select record.ask_measures($1)', [JSON.stringify(question)]));
};
