import { dayInEngland, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { summaryLine } from '../../kernel/step/said.ts';
import { stepNamed } from '../../practice/pathway.ts';

/** Something that happened, as one agency tells it: since when the agency knew, whom it told, what it did. */
export type AgencyEvent = {
  readonly entry: string;
  readonly on: LocalDate;
  readonly at?: string;
  readonly agency: string;
  readonly what: string;
  readonly knownOn: LocalDate;
  /** What it gives reason to worry about, in a word: compared between agencies. */
  readonly concern?: string;
  readonly told: readonly { readonly agency: string; readonly on: LocalDate }[];
  readonly did?: string;
  readonly isDecision: boolean;
  /** The child on whose record it stands, if it is our own. */
  readonly child?: string;
};

/** Of our own record: what gives reason to worry, by the step that says it, in the words in which agencies are asked for it. */
const concerns: Readonly<Record<string, string>> = {
  injury: 'injury',
  missedAppointment: 'missed appointment',
  missingEpisode: 'missing',
  extraFamilialHarm: 'exploitation',
};

/** Of our own record: what decided something for the child. */
const decisions: ReadonlySet<string> = new Set([
  'contactDecision',
  'referralDecision',
  'strategyDiscussion',
  'section47Outcome',
  'assessmentAuthorisation',
  'initialConference',
  'reviewConference',
  'childInNeedPlanEnd',
  'childProtectionPlanEnd',
  'closure',
  'decisionToIssue',
  'endOfCareApproval',
]);

/** Who is what to whom, where they live and who works with them is no event: it is in the record all the same. */
const noEvents: ReadonlySet<string> = new Set([
  'personDetails',
  'adultDetails',
  'relationship',
  'household',
  'professional',
  'parentalResponsibility',
  'recordMerge',
  'identityDecision',
  'documentReleased',
  'lateReason',
  'patternSetAside',
]);

const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
function asDay(value: unknown): LocalDate | undefined {
  const written = asText(value);
  return written !== undefined && isDate(written) ? written : undefined;
}

/** The names of several agencies in one cell. */
export const agenciesIn = (words: string): readonly string[] =>
  words
    .split(/[;,\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The chronologies of a file that count: one that an agency sent again takes the place of the one before. */
export function chronologiesIn(file: History): readonly Statement[] {
  const sent = file.filter(({ step }) => step === 'agencyChronology').toSorted((a, b) => a.position - b.position);
  return [...new Map(sent.map((one) => [keyOf(asText(one.answers['agency']) ?? ''), one])).values()];
}

export const keyOf = (words: string): string => words.trim().toLowerCase();

/** The lines of agencies’ chronologies that stand in the file of a review. */
export function agencyEventsIn(file: History): readonly AgencyEvent[] {
  const counted = new Set<unknown>(chronologiesIn(file).map(({ entry }) => entry));
  return file
    .filter(({ step, answers: { chronology } }) => step === 'agencyEvent' && (chronology === undefined || counted.has(chronology)))
    .map(asEvent);
}

function asEvent({ entry, happenedOn, answers }: Statement): AgencyEvent {
  const knownOn = asDay(answers['knownOn']) ?? happenedOn;
  const toldOn = asDay(answers['toldOn']) ?? knownOn;
  const [at, concern, did] = ['at', 'concern', 'did'].map((name) => asText(answers[name]));
  return {
    entry,
    on: happenedOn,
    agency: asText(answers['agency']) ?? '',
    what: asText(answers['what']) ?? '',
    knownOn,
    told: agenciesIn(asText(answers['told']) ?? '').map((agency) => ({ agency, on: toldOn })),
    isDecision: answers['isDecision'] === true,
    ...(at === undefined ? {} : { at }),
    ...(concern === undefined ? {} : { concern }),
    ...(did === undefined ? {} : { did }),
  };
}

/** Our own record of a child, by the day on which each thing came to be known here: a correction is known since the first entry. */
export const ownEvents = (child: string, agency: string, history: History): readonly AgencyEvent[] =>
  history
    .filter(({ step, withheld }) => !noEvents.has(step) && withheld === undefined)
    .map((statement) => ownEvent(child, agency, statement));

function ownEvent(child: string, agency: string, { entry, step: name, happenedOn, recordedAt, statedAt, answers }: Statement): AgencyEvent {
  const step = stepNamed(name);
  const said = step === undefined ? '' : summaryLine(step, answers);
  const title = step?.title ?? name;
  const at = ['at', 'heldAt', 'startedAt'].map((one) => asText(answers[one])).find((one) => one !== undefined);
  const concern = concerns[name];
  return {
    entry,
    on: happenedOn,
    agency,
    what: said === '' || said === title ? title : said.startsWith(title) ? said : `${title}: ${said}`,
    knownOn: dayInEngland(new Date(statedAt ?? recordedAt)),
    told: [],
    isDecision: decisions.has(name),
    child,
    ...(at === undefined ? {} : { at }),
    ...(concern === undefined ? {} : { concern }),
  };
}

/** All events in the order in which they happened; one entry about several children is one event. */
export const integrated = (sources: readonly (readonly AgencyEvent[])[]): readonly AgencyEvent[] =>
  [...new Map(sources.flat().map((event) => [event.entry, event])).values()].sort((a, b) =>
    orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0,
  );

const orderOf = ({ on, at = '24:00' }: AgencyEvent): string => `${on} ${at}`;

/** Whose records belong to the review, as its file names them. */
export const childrenOf = (file: History): readonly string[] => [
  ...new Set(file.filter(({ step }) => step === 'reviewedChild').flatMap(({ answers }) => asText(answers['child']) ?? [])),
];
