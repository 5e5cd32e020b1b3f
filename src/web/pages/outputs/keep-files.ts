import type { Attachment } from '../../../kernel/step/attached.ts';
import type { MadeFile } from '../../../outputs/make-file.ts';
import { orRefused } from '../../../record/call.ts';
import type { Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { inMegabytes } from '../attachments/taking.ts';

type For = { readonly session: Session; readonly entry: string; readonly person: string };
export type Kept =
  { readonly kind: 'kept'; readonly files: readonly Attachment[] } | { readonly kind: 'refused'; readonly message: string };

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Keeps the exact bytes of what was made here with the entry that says that it went. Made of words, they hold nothing that could be a virus. */
export const keepFiles = (attachments: WebParts['attachments'], about: For, made: readonly MadeFile[]): Promise<Kept> =>
  orRefused(
    (async () => {
      // Released again after something went wrong: the file of then is not the one that goes.
      for (const { id } of await attachments.ofDraft(about.session, about.entry)) await attachments.drop(about.session, id);
      const files: Attachment[] = [];
      for (const file of made) files.push(await keepOne(attachments, about, file));
      return { kind: 'kept', files } as const;
    })(),
  );

async function keepOne(attachments: WebParts['attachments'], { session, entry, person }: For, file: MadeFile): Promise<Attachment> {
  const attachment = crypto.randomUUID();
  let part = 0;
  for await (const bytes of inMegabytes(once(file.bytes))) {
    await attachments.add(session, { attachment, entry, person }, part, bytes);
    part += 1;
  }
  await attachments.finish(session, attachment, { name: file.name, kind: file.kind, isChecked: true });
  const { name, kind, bytes, digest } = file;
  return { id: attachment, name, kind, bytes: bytes.length, digest, isChecked: true };
}
