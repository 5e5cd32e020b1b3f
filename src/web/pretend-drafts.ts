import { readManual } from '../governance/procedures/read-manual.ts';
import { lazily } from '../kernel/lazily.ts';
import type { NewEntry, Opened, Session } from '../record/contract.ts';
import type { Draft, Drafts, ListedDraft, NewDraft, Saved } from '../record/drafts.ts';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import { pretendAttachments } from './pretend-attachments.ts';
import { pretendAssurance } from './pretend-assurance.ts';
import { pretendPlanning } from './pretend-planning.ts';
import { pretendRecording } from './pretend-recording.ts';

type Stored = ListedDraft & Draft & { readonly author: string; readonly tab: string };

/** The manual itself: it is files, and the same for everybody. */
const procedures = lazily(readManual);

/** What is being written, with its files, what that costs, and how it is to be done; what is told of the whole service, of which in one that is not at work nothing is known. */
export const pretendWriting = (now: Date, restricted: ReadonlyMap<string, string>, written: readonly NewEntry[], isAtWork: boolean) => ({
  procedures,
  drafts: pretendDrafts(now, restricted, written),
  ...pretendAttachments(),
  ...pretendRecording(dayInEngland(now)),
  ...pretendAssurance(),
  planning: pretendPlanning(dayInEngland(now), isAtWork),
});

/** Drafts in memory, for tests of pages: a window that has not seen the latest version is in conflict. Not the record, whose own rule is finer. */
function pretendDrafts(
  now: Date,
  restricted: ReadonlyMap<string, string>,
  written: readonly NewEntry[],
): Drafts & { readonly stored: Map<string, Stored> } {
  const stored = new Map<string, Stored>();
  const at = now.toISOString();
  const isRecorded = (entry: string): boolean => written.some((one) => one.entry === entry);
  return {
    stored,
    save: async (session: Session, { entry, form, base, tab, person, step, missing }: NewDraft): Promise<Saved> => {
      const known = stored.get(entry);
      if (isRecorded(entry)) return { kind: 'recorded', version: 0, savedAt: at };
      if (known !== undefined && known.tab !== tab && known.version !== base)
        return { kind: 'conflict', version: known.version, savedAt: at };
      const version = (known?.version ?? 0) + 1;
      const listed = { entry, person, step, missing, begunAt: at, savedAt: at, thrownAwayAt: null, name: 'Amara Khan', isClosed: false };
      stored.set(entry, { ...listed, form, version, author: session.actor, tab });
      return { kind: 'saved', version, savedAt: at };
    },
    read: async ({ session }: Opened, entry: string) => {
      const known = stored.get(entry);
      return known?.author === session.actor ? known : undefined;
    },
    own: async ({ actor }: Session) =>
      [...stored.values()]
        .filter(({ author, entry }) => author === actor && !isRecorded(entry))
        .map((one) => (restricted.has(one.person) ? { ...one, name: null, isClosed: true } : one)),
    ofOthers: async ({ person, session }: Opened) =>
      [...stored.values()].filter((one) => one.person === person && one.author !== session.actor),
    throwAway: async (_session: Session, entry: string, isThrown: boolean) => {
      const known = stored.get(entry);
      if (known !== undefined) stored.set(entry, { ...known, thrownAwayAt: isThrown ? at : null });
      return known !== undefined;
    },
    key: async ({ actor }: Session) => Buffer.from(actor.replaceAll('-', '')).toString('base64'),
  };
}
