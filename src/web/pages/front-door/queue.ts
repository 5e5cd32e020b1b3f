import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import type { Waiting } from '../../../record/front-door.ts';

/** What somebody must do next about children at the front door: once, of all the children that one entry is about. */
export type QueueRow = {
  readonly kind: Kind;
  /** The entry that waits. */
  readonly about: string;
  readonly children: readonly { readonly person: string; readonly name: string }[];
  /** The limit that passes first; the others of the same entry after it. */
  readonly clocks: readonly Clock[];
  readonly since: LocalDate;
  readonly worker: string | undefined;
  readonly team: string | undefined;
  /** Codes, of a contact. */
  readonly source: string | undefined;
  readonly rating: string | undefined;
};

export const kinds = {
  contact: 'Contact: decide',
  referral: 'Referral: decide',
  tell: 'Tell the referrer',
  checks: 'Checks: answers',
  chase: 'No referral came: ring',
  handover: 'Emergency duty: take over',
  transfer: 'Moved in on a plan: conference',
} as const;
export type Kind = keyof typeof kinds;

const kindOf: Readonly<Record<string, Kind>> = {
  contactDecision: 'contact',
  triage: 'contact',
  referralDecision: 'referral',
  referrerTold: 'tell',
  agencyChecks: 'checks',
  referralAfterAdvice: 'chase',
  dutyHandover: 'handover',
  transferInConference: 'transfer',
};

/** A limit of a rating belongs to the contact that waits: the last, where there are several. */
const aboutOf = ({ clock, standing }: Waiting): string =>
  clock.rule === 'triage' ? (standing.waiting?.at(-1)?.contact ?? clock.startedBy) : clock.startedBy;

const moment = ({ dueOn, dueAt }: Clock): string => dueAt ?? `${dueOn}T23:59:59.999Z`;

function rowOf(kind: Kind, about: string, waiting: readonly Waiting[]): readonly QueueRow[] {
  const [first] = waiting;
  if (first === undefined) return [];
  const clocks = new Map(waiting.map(({ clock }) => [`${clock.rule} ${clock.startedBy}`, clock]));
  const contact = first.standing.waiting?.find((one) => one.contact === about);
  return [
    {
      kind,
      about,
      children: [...new Map(waiting.map(({ person, standing: { name } }) => [person, { person, name }])).values()],
      clocks: [...clocks.values()].sort((a, b) => moment(a).localeCompare(moment(b))),
      since: waiting.map(({ clock }) => clock.startedOn).sort()[0] ?? first.clock.startedOn,
      worker: first.standing.worker,
      team: first.standing.team,
      source: contact?.source,
      rating: contact?.rating,
    },
  ];
}

/** Whatever passes first stands first: nothing else puts a child before another. */
export function queueOf(waiting: readonly Waiting[]): readonly QueueRow[] {
  const groups = Map.groupBy(waiting, (one) => `${kindOf[one.clock.rule] ?? 'contact'} ${aboutOf(one)}`);
  const rows = [...groups].flatMap(([key, some]) => {
    const [kind = '', about = ''] = key.split(' ');
    return rowOf(isKind(kind) ? kind : 'contact', about, some);
  });
  const due = ({ clocks: [first] }: QueueRow): string => (first === undefined ? '' : moment(first));
  return rows.sort((a, b) => due(a).localeCompare(due(b)));
}

const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);
