import type { Statement } from '../kernel/step/history.ts';
import type { FactKind } from './leave-out.ts';

/** Something that not everybody may have: by these words a text gives it away. `entry`: in which it stands. */
export type Fact = {
  readonly id: string;
  readonly kind: FactKind;
  /** "Home address, from 3 Mar 2026": nothing of the fact itself. */
  readonly of: string;
  readonly words: readonly string[];
  readonly whose: readonly string[];
  readonly entry: string | undefined;
};

type Answers = Readonly<Record<string, unknown>>;
type KindOf = FactKind | ((answers: Answers) => FactKind | undefined);

const address: KindOf = ({ isConfidential }) => (isConfidential === true ? 'confidentialAddress' : 'homeAddress');
const atSchool: ReadonlySet<unknown> = new Set(['teacher', 'safeguardingLead', 'earlyYears']);

/** In which answers the facts stand. An answer that is not here is free text, or nothing that must be kept from anybody. */
const standsIn: Readonly<Record<string, Readonly<Record<string, KindOf>>>> = {
  household: { address, postcode: address, uprn: address },
  periodOfCare: { homePostcode: 'homeAddress' },
  placement: {
    carers: 'placement',
    carersFile: 'placement',
    postcode: 'placement',
    urn: 'placement',
    provider: 'placement',
    homePostcode: 'homeAddress',
  },
  adoptionMatch: { adopters: 'placement' },
  schoolPlace: { school: 'school' },
  schoolExclusion: { school: 'school' },
  stayingOn: { carers: 'placement' },
  placedHere: { carers: 'placement', worker: 'contactDetails' },
  personalEducationPlan: { school: 'school' },
  contact: { fromWhom: 'referrer', reach: 'referrer', reference: 'referrer', source: 'referrer' },
  referral: { source: 'referrer' },
  outcomeToReferrer: { how: 'referrer', disagrees: 'referrer' },
  thresholdConsultation: { caller: 'referrer', source: 'referrer' },
  professional: { agency: ({ role }) => (atSchool.has(role) ? 'school' : undefined), contact: 'contactDetails' },
  relationship: { name: ({ bond }) => (bond === 'mother' || bond === 'father' ? 'closeFamily' : 'otherFamily') },
  warning: { words: 'warning', source: 'warning', kind: 'warning' },
  warningEnd: { because: 'warning' },
  adultDetails: { contact: 'contactDetails' },
  transferIn: { theirWorker: 'contactDetails' },
  transferOut: { theirWorker: 'contactDetails' },
  subjectAccessRequest: { reach: 'contactDetails' },
  homelessYoungPerson: { where: 'placement' },
  leavingCareAccommodationEnd: { note: 'placement' },
  legalPlanningMeeting: { advice: 'legalAdvice' },
  consultationAdvice: { advice: ({ adviser }) => (adviser === 'legalAdviser' ? 'legalAdvice' : undefined) },
};

/** What an answer is a fact of; undefined: of nothing that is kept from anybody. */
export function kindOf(step: string, field: string, answers: Answers): FactKind | undefined {
  const found = standsIn[step]?.[field];
  return typeof found === 'function' ? found(answers) : found;
}

/** Codes are never words that a text repeats; what is longer than a name or an address is told by its sentences. */
function wordsIn(value: unknown, kind: FactKind): readonly string[] {
  if (typeof value !== 'string' || value.length < 3 || kind === 'warning') return [];
  return kind === 'legalAdvice' ? adviceIn(value) : [value];
}

/** Advice is privileged whoever repeats it: its own clauses, and that there was any. A clause of a few words would be found everywhere. */
const adviceIn = (value: string): readonly string[] => [
  'legal advice',
  'legally advised',
  'lawyer advised',
  'solicitor advised',
  'advice of counsel',
  'counsel advised',
  ...value.split(/[.!?;:,\n]+/).filter((clause) => clause.trim().split(/\s+/).length > 3),
];

/** By what a text would give away an entry of which the child has not been told. */
const givesAway: Readonly<Record<string, readonly string[]>> = {
  placement: ['carers', 'postcode'],
  professional: ['name'],
  schoolPlace: ['school'],
  personalEducationPlan: ['school'],
};

/** Entries of which somebody was not told: the family, and the child. */
export type NotTold = { readonly family: ReadonlySet<string>; readonly child: { readonly has: (entry: string) => boolean } };

/** The facts that stand in one statement: the answers of one kind are one fact. */
export function factsOf(
  statement: Statement,
  titleOf: (step: string) => string,
  people: readonly string[],
  untold: NotTold,
): readonly Fact[] {
  const { entry, step, answers, corrections } = statement;
  const found = new Map<FactKind, string[]>();
  for (const said of [answers, ...corrections.map((line) => line.answers)])
    for (const [field, value] of Object.entries(said)) {
      const kind = kindOf(step, field, said);
      if (kind !== undefined) found.set(kind, [...(found.get(kind) ?? []), ...(isCode(step, field) ? [] : wordsIn(value, kind))]);
    }
  if (untold.family.has(entry)) found.set('untold', []);
  if (untold.child.has(entry))
    found.set(
      'childNotTold',
      (givesAway[step] ?? []).flatMap((field) => wordsIn(answers[field], 'childNotTold')),
    );
  return [...found].map(([kind, words]) => ({
    id: `${kind}-${entry}`,
    kind,
    of: titleOf(step),
    words: [...new Set(words)],
    whose: people,
    entry,
  }));
}

const codes: ReadonlySet<string> = new Set(['contact.source', 'referral.source', 'thresholdConsultation.source', 'placement.provider']);
const isCode = (step: string, field: string): boolean => codes.has(`${step}.${field}`);

/** Somebody of the family, by their name; of whom the record is closed to the maker, nobody here knows it. `isClose`: a parent, brother or sister. */
export function personFact(one: {
  readonly person: string;
  readonly name: string;
  readonly isRestricted: boolean;
  readonly isClose: boolean;
}): Fact {
  const kind = one.isRestricted ? 'restrictedPerson' : one.isClose ? 'closeFamily' : 'otherFamily';
  return {
    id: `${kind}-${one.person}`,
    kind,
    of: one.isRestricted ? 'Somebody of the family' : one.name,
    words: one.isRestricted ? [] : [one.name],
    whose: [one.person],
    entry: undefined,
  };
}
