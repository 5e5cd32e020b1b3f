import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { agenciesOf, missedConnections, type MissedConnection } from './missed-connections.ts';
import { agencyEventsIn, chronologiesIn, integrated, ownEvents, type AgencyEvent } from './integrated-chronology.ts';

/** A child's record as the reader may read it now. `history` absent: they have not opened it, or may not. */
export type OwnRecord = { readonly person: string; readonly name: string; readonly history?: History; readonly unread?: number };

export type ReviewMaterial = {
  readonly title: string;
  readonly events: readonly AgencyEvent[];
  readonly agencies: readonly string[];
  readonly missed: readonly (MissedConnection & { readonly weighed?: Statement })[];
  readonly sources: readonly { readonly agency: string; readonly events: number; readonly receivedOn: LocalDate }[];
  readonly own: readonly OwnRecord[];
};

type Given = { readonly title: string; readonly file: History; readonly own: readonly OwnRecord[]; readonly ourName: string };

/** What the page and the paper of a review say: from its file and the records that belong to it, both as known at one instant. */
export function reviewMaterial({ title, file, own, ourName }: Given): ReviewMaterial {
  const ours = own.map(({ person, history = [] }) => ownEvents(person, ourName, history));
  const events = integrated([agencyEventsIn(file), ...ours]);
  const weighed = new Map(file.filter(({ step }) => step === 'missedConnection').map((one) => [pairOf(one.answers), one]));
  return {
    title,
    events,
    own,
    agencies: agenciesOf(events),
    missed: missedConnections(events).map((one) => {
      const found = weighed.get(`${one.known.entry} ${one.acted[0].entry}`);
      return found === undefined ? one : { ...one, weighed: found };
    }),
    sources: chronologiesIn(file).map(({ answers, happenedOn }) => ({
      agency: String(answers['agency']),
      events: Number(answers['events']),
      receivedOn: happenedOn,
    })),
  };
}

const pairOf = ({ known, acted }: Statement['answers']): string => `${String(known)} ${String(acted)}`;
