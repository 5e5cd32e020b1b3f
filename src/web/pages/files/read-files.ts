import type { ChildRecord } from '../../../record/contract.ts';
import type { Session } from '../../../record/contract.ts';
import type { ListedFile } from '../../../record/files.ts';
import type { WebParts } from '../../parts.ts';

/** Files that a session may open, read at once, by id; each opening is logged. */
export async function readFiles(
  parts: WebParts,
  session: Session,
  files: readonly Pick<ListedFile, 'file'>[],
): Promise<ReadonlyMap<string, ChildRecord>> {
  const opened = await Promise.all(files.map(({ file }) => parts.record.openFile(session, file)));
  return parts.record.readMany(opened.flatMap((one) => (one.kind === 'opened' ? [one.record] : [])));
}
