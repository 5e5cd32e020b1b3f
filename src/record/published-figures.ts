import type { Database } from '../platform/database.ts';
import { call, doneOrRefused, type Done } from './call.ts';
import type { Session } from './contract.ts';
import { instant } from './rows.ts';

/** A published figure of one area: in 100, or for each 10,000 children. No child is in it. */
export type PublishedFigure = {
  readonly area: string;
  readonly relation: 'own' | 'england' | 'neighbour' | 'region';
  readonly measure: string;
  /** "2024-25". */
  readonly period: string;
  readonly value: number;
  /** Of how many; absent: not published. */
  readonly denominator?: number;
};

/** A file as the authority loaded it. */
export type PublishedFile = {
  readonly file: string;
  readonly fileName: string;
  readonly figures: readonly PublishedFigure[];
  readonly loadedAt: string;
  readonly loadedBy: string;
};

/** Keeps a file of published figures, in the place of the one before it. Refused to whoever may not build a return. Sent twice, it is kept once. */
export const loadPublished = (
  database: Database,
  session: Session,
  { file, fileName, figures }: Pick<PublishedFile, 'file' | 'fileName' | 'figures'>,
): Promise<Done> =>
  doneOrRefused(call(database, session, 'select record.load_published($1, $2, $3, $4)', [file, fileName, JSON.stringify(figures)]));

/** The file that stands; undefined: none was loaded, or the session may not read it. */
export const lastPublished = (database: Database, session: Session): Promise<PublishedFile | undefined> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<PublishedFile>(
      `select file, file_name as "fileName", figures, ${instant('loaded_at', 'loadedAt')}, loaded_by as "loadedBy" from record.last_published()`,
    );
    return rows[0];
  });

/** Says to the database who asks for figures of the whole service. Refused (SL001) to whoever may not; logged as a list is. */
export const askForMeasures = async (database: Database, session: Session, question: Readonly<Record<string, unknown>>): Promise<void> => {
  await database.transaction(session, (sql) => sql.query('select record.ask_measures($1)', [JSON.stringify(question)]));
};
