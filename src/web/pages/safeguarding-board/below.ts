import type { History } from '../../../kernel/step/history.ts';
import type { Session } from '../../../record/contract.ts';
import type { ListedFile } from '../../../record/files.ts';
import type { WebParts } from '../../parts.ts';

export type BodyBelow = { readonly body: ListedFile; readonly history: History };

/** The bodies that answer to a body, as they stand: opened, which is logged. */
export async function bodiesBelow(
  { record }: WebParts,
  session: Session,
  file: string,
  bodies: readonly ListedFile[],
): Promise<readonly BodyBelow[]> {
  const below = bodies.filter(({ subject }) => subject === file);
  const opened = await Promise.all(below.map((body) => record.openFile(session, body.file)));
  const records = await record.readMany(opened.flatMap((one) => (one.kind === 'opened' ? [one.record] : [])));
  return below.flatMap((body) => {
    const history = records.get(body.file)?.history;
    return history === undefined ? [] : [{ body, history }];
  });
}
