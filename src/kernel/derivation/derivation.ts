import type { LocalDate } from '../calendar/dates.ts';
import type { Clock } from '../step/clock.ts';
import type { FileKind } from '../step/file-kind.ts';
import type { History } from '../step/history.ts';

/** What lists need to know of a child now: derived from the history, kept as a row with the instants between which it was so. */
export type Standing = {
  readonly name: string;
  readonly bornOn?: LocalDate;
  readonly expectedOn?: LocalDate;
  readonly diedOn?: LocalDate;
  readonly sex?: string;
  readonly family?: string;
  /** Spoken at home, if not English. */
  readonly language?: string;
  /** Somebody's parent, carer or relative who never was a child here: in no list or count of children. */
  readonly adult?: true;
  readonly openSince?: LocalDate;
  /** Early help or family help that has not ended. */
  readonly helpSince?: LocalDate;
  /** Contacts on which nothing has been decided: codes alone, for the queue at the front door. */
  readonly waiting?: readonly WaitingContact[];
  readonly onPlanSince?: LocalDate;
  readonly category?: string;
  readonly inNeedPlanSince?: LocalDate;
  readonly worker?: string;
  /** Since when they have the child, without a gap. */
  readonly workerSince?: LocalDate;
  /** Since when nobody has: of a child whom a team has without a worker. */
  readonly unallocatedSince?: LocalDate;
  /** Who works with the child besides. */
  readonly seconds?: readonly string[];
  readonly team?: string;
  /** Before a court: pre-proceedings or care proceedings that have not ended. */
  readonly courtSince?: LocalDate;
  readonly lastSeenOn?: LocalDate;
  readonly lastReviewOn?: LocalDate;
  readonly lastConferenceOn?: LocalDate;
  /** Looked after, short breaks left out; with `careBeganEarlier` a day within the period, whose first day is not on record. */
  readonly lookedAfterSince?: LocalDate;
  readonly careBeganEarlier?: true;
  readonly shortBreaksSince?: LocalDate;
  /** The last day of the last period of care, of a child who is not looked after now. */
  readonly leftCareOn?: LocalDate;
  /** Of a young person who left care and is owed support: the 25th birthday. */
  readonly careLeaverUntil?: LocalDate;
  /** The member named as personal adviser, until what is owed to a care leaver has ended. */
  readonly adviser?: string;
  /** Codes of the children looked after return: LS and PLACE. */
  readonly legalStatus?: string;
  readonly placementType?: string;
  readonly placementSince?: LocalDate;
  readonly placedWith?: string;
  readonly placementPostcode?: string;
  /** The file of the carers of this service with whom the child lives, and of the adopters with whom they are matched. */
  readonly carersFile?: string;
  readonly adoptersFile?: string;
  /** The member named as independent reviewing officer. */
  readonly reviewingOfficer?: string;
  readonly lastLookedAfterReviewOn?: LocalDate;
  /** Of a child who is looked after: how near to home, and how often moved. */
  readonly stays?: StaysInCare;
  /** Of a child who is looked after: what the next review rests on, in days and codes. */
  readonly review?: ReviewStanding;
  /** Who chaired the last looked-after review and the last conference. */
  readonly chaired?: readonly Chaired[];
  readonly missingSince?: LocalDate;
  /** Those of `practice/registers` on which they are. */
  readonly registers?: readonly OnRegister[];
  /** The address of the last household, unless it is confidential; `livesThereUntil` where they are known to leave or to have left. */
  readonly livesAt?: string;
  readonly livesThereUntil?: LocalDate;
  readonly addressIsConfidential?: true;
  /** Not ended: what whoever goes to the child must know. A list asks `warningsOn` which of them hold on its day. */
  readonly warnings?: readonly Warning[];
  /** The last day on which the law or the authority's schedule keeps the record; absent while work goes on, or where it cannot be counted. */
  readonly keptUntil?: LocalDate;
  /** Since when a legal hold keeps it all the same. */
  readonly heldSince?: LocalDate;
  /** True when the plan and the care came from files that carry no visits and none has been recorded here. */
  readonly visitsNotInSource?: boolean;
  /** The record of the same person into which this one was merged: everything else is there. */
  readonly mergedInto?: string;
  /** Never derived: something of the child's words or addresses is not given to whoever asks. What is absent may be there. */
  readonly unread?: true;
  /** Never derived: this is no person's record but a file, of a member of staff or of none. `name` is then its title. */
  readonly file?: { readonly kind: FileKind; readonly subject?: string };
};

/** The stays of this period of care. `movedOn`: each day on which the child came to other carers, the first included; `since`: to those of now. */
export type StaysInCare = {
  readonly movedOn: readonly LocalDate[];
  /** Absent: the record does not reach back to it. */
  readonly since?: LocalDate;
  /** A code: in the area, next to it, or at a distance. */
  readonly area?: string;
  /** From home. */
  readonly miles?: number;
};

/** What a reviewing officer watches over between two reviews. Codes as in `practice/looked-after`; no words of anybody. */
export type ReviewStanding = {
  /** From whom something is in for the next review, and who was asked, since the last one. */
  readonly in: readonly string[];
  readonly asked: readonly string[];
  /** How the child took part in the last review. */
  readonly participation?: string;
  readonly midwayOn?: LocalDate;
  readonly advocate?: string;
  readonly visitor?: string;
  /** What happened that may call for an early review, and that nobody has reviewed or considered. */
  readonly events: readonly { readonly entry: string; readonly kind: string; readonly on: LocalDate }[];
  /** What reviews decided and is yet to be done. */
  readonly recommendations: readonly { readonly entry: string; readonly byWhen: LocalDate }[];
  readonly dispute?: { readonly entry: string; readonly since: LocalDate; readonly level?: string; readonly atLevelSince: LocalDate };
  /** What ties the officer to the case, as the record has it, a code: they may not review it. */
  readonly tie?: string;
};

/** Who chaired a meeting (a step, by name), and what the record says against it: a code of `practice/looked-after`. */
export type Chaired = {
  readonly meeting: string;
  readonly on: LocalDate;
  readonly by: string;
  readonly tie?: string;
  /** The head of service let it through by name. */
  readonly letThrough?: true;
};

/** Since when a child is on a register, and how they stand there: codes alone. */
export type OnRegister = { readonly register: string; readonly since: LocalDate; readonly state: string };

/** Read by whoever's lists may show the child. */
export const inLists = 'lists';

/** Who may read each part of a standing: `inLists`; or the name of a step, and whoever may read that step, of a record that is open. */
export type ReadBy = Readonly<Record<Exclude<keyof Standing, 'unread' | 'file'>, string>>;

/** A danger, or a need, that must be known before somebody goes. `entry`: the statement that gives it; `kind`: a code. */
export type Warning = {
  readonly entry: string;
  readonly kind: string;
  readonly words: string;
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly source?: string;
};

/** By what somebody is found: every name that was ever theirs, today's first, and when they were born or are expected to be. */
export type KnownBy = { readonly names: readonly string[]; readonly bornOn?: LocalDate };

/** `source` and `rating`: codes. */
export type WaitingContact = { readonly contact: string; readonly source: string; readonly rating?: string };

/** Other records of the same person: those merged into this one, and the one into which it was merged. */
export type Merges = { readonly keeps: readonly string[]; readonly into?: string };

export type Identifier = { readonly kind: string; readonly value: string };

/**
 * What the boards need of a child, for any instant from the day on from which it was derived, for as long as nothing more is recorded: what passing
 * time will change is told with the instant at which it does. Whether something is late is so never stored, only from when on it will be.
 */
export type BoardLine = {
  /** By which names are put in order. */
  readonly nameKey: string;
  readonly since?: LocalDate;
  /** What is counted of the child, a bit for each (see `practice/board-marks.ts`): before the first moment, and from each moment on. */
  readonly marks: readonly number[];
  /** Instants (ISO 8601, UTC) in order. */
  readonly moments: readonly string[];
  /** When the most pressing limit of each column is due, as often as the limits that are open change; null: none, or not in the source. */
  readonly dues: readonly (LocalDate | null)[];
  readonly dueMoments: readonly string[];
};

/** What the record derives at every append. Given by `practice/pathway.ts`; pure. */
export type Derivation = {
  readonly clocks: (history: History) => readonly Clock[];
  readonly standing: (history: History) => Standing;
  readonly identifiers: (history: History) => readonly Identifier[];
  readonly knownBy: (history: History) => KnownBy;
  readonly merges: (history: History) => Merges;
  /** The steps of files alone, of which nothing is derived for lists. */
  readonly fileSteps?: ReadonlySet<string>;
  /** The step by which two records are merged. */
  readonly mergeStep: string;
  /** A part of a standing that is not in it is given to nobody. */
  readonly readBy: Partial<ReadBy>;
  /** From the day of an instant on; undefined: on no board. Of two limits of a column that are as pressing, the first that is given counts. */
  readonly boardLine: (standing: Standing, clocks: readonly Clock[], from: Date) => BoardLine | undefined;
  /** Hash of all rules and holidays: `rebuild` compares at one hash. */
  readonly rulesHash: string;
};
