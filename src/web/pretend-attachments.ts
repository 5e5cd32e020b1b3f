import type { Attachment } from '../kernel/step/attached.ts';
import type { Opened, Session } from '../record/contract.ts';
import type { Attachments } from '../record/attachments.ts';
import type { Checking, WebParts } from './parts.ts';

type Stored = Attachment & {
  readonly entry: string;
  readonly author: string;
  readonly pieces: readonly Buffer[];
  readonly isWhole: boolean;
};

/** Files in memory, for tests of pages. Not the record. */
export function pretendAttachments(): Pick<WebParts, 'attachments' | 'checkForViruses'> {
  const stored = new Map<string, Stored>();
  const attachments: Attachments = {
    add: async ({ actor }: Session, { attachment, entry }, _part, bytes) => {
      const known = stored.get(attachment) ?? {
        id: attachment,
        entry,
        author: actor,
        name: '',
        kind: '',
        bytes: 0,
        digest: 'ab',
        isChecked: false,
        pieces: [],
        isWhole: false,
      };
      stored.set(attachment, { ...known, bytes: known.bytes + bytes.length, pieces: [...known.pieces, bytes] });
    },
    finish: async (_session: Session, attachment, what) => {
      const known = stored.get(attachment);
      if (known !== undefined) stored.set(attachment, { ...known, ...what, isWhole: true });
    },
    drop: async (_session: Session, attachment) => stored.delete(attachment),
    ofDraft: async ({ actor }: Session, entry) =>
      [...stored.values()]
        .filter((one) => one.entry === entry && one.author === actor && one.isWhole)
        .map(({ id, name, kind, bytes, digest, isChecked }) => ({ id, name, kind, bytes, digest, isChecked })),
    infected: async () => [],
    open: async (_record: Opened, attachment) => {
      const known = stored.get(attachment);
      if (known === undefined) return undefined;
      async function* content(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
        yield* pieces;
      }
      return { ...known, content: () => content(known.pieces) };
    },
  };
  let seen = '';
  const begin = (): Checking => ({
    write: async (bytes) => void (seen += bytes.toString('latin1')),
    end: async () => (seen.includes('EICAR') ? { kind: 'found', what: 'Eicar' } : { kind: 'unchecked' }),
    stop: () => {},
  });
  return { attachments, checkForViruses: begin };
}
