import { describe, expect, it, test } from 'vitest';
import { addMonths, date, type LocalDate } from '../kernel/calendar/dates.ts';
import type { AnyField, Fields } from '../kernel/field/field.ts';
import { offersOf } from '../kernel/step/prefill.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import { historyOf, type Told } from './history.fixture.ts';
import { steps } from './pathway.ts';
import { stepOf } from './step-of.fixture.ts';

/*
 * What recording may cost, counted from the definitions themselves: the questions that the worst of a step’s examples shows, a table by its columns, and
 * those of them that must be answered. The ceiling bounds questions, never words. What is folded is not shown: the form shows one line in its place, which
 * opens by one touch (or, of what is offered, the answer that stands); so nothing that must be answered, and nothing that is judged, is ever folded.
 */
/** `offered`: the share of what is shown that is filled in already, of a child known from before; `first`: of one known since last month. */
type Ceiling = {
  readonly of: readonly string[];
  readonly shown: number;
  readonly mandatory: number;
  readonly offered?: number;
  readonly first?: number;
};

const ceilings: Readonly<Record<string, Ceiling>> = {
  'contact and referral, together': { of: ['contact', 'contactDecision', 'referral'], shown: 25, mandatory: 9 },
  visit: { of: ['visit'], shown: 6, mandatory: 3 },
  'case note': { of: ['caseNote'], shown: 3, mandatory: 2 },
  'child and family assessment': {
    of: ['childAndFamilyAssessment', 'assessmentReport', 'explanations', 'assessmentAuthorisation'],
    shown: 45,
    mandatory: 12,
    offered: 0.6,
    first: 0.6,
  },
  'strategy discussion': { of: ['strategyDiscussion'], shown: 12, mandatory: 6, offered: 0.5, first: 0.5 },
  'section 47 enquiry': { of: ['section47Enquiry', 'section47Outcome'], shown: 12, mandatory: 6, offered: 0.5, first: 0.5 },
  'initial conference, with plan': { of: ['initialConference', 'childProtectionPlan'], shown: 20, mandatory: 8, offered: 0.6, first: 0.6 },
  'review conference': { of: ['reviewConference'], shown: 15, mandatory: 6, offered: 0.7, first: 0.7 },
  'looked-after review': { of: ['lookedAfterReview'], shown: 15, mandatory: 6, offered: 0.7, first: 0.7 },
};

/** Six shown and three mandatory where none is named. Those of a return alone are asked of nobody who works with children. */
const others: Readonly<Record<string, { readonly shown: number; readonly mandatory: number }>> = {
  // Linguistic background is a duty (Children Act 1989 s22(5)(c)), and who speaks the language can be asked for it.
  personDetails: { shown: 16, mandatory: 3 },
  adultDetails: { shown: 7, mandatory: 3 },
  action: { shown: 7, mandatory: 3 },
  sharingOfInformation: { shown: 6, mandatory: 4 },
  placement: { shown: 14, mandatory: 3 },
  conferenceInvitation: { shown: 6, mandatory: 3 },
  childInNeedPlan: { shown: 10, mandatory: 3 },
  childInNeedReview: { shown: 12, mandatory: 3 },
  coreGroupMeeting: { shown: 10, mandatory: 3 },
  // Who gave it is chosen or named.
  consent: { shown: 7, mandatory: 3 },
  documentReleased: { shown: 10, mandatory: 9 },
  redaction: { shown: 12, mandatory: 4 },
  // The whole of an hour and a half, once a month: a line of six for each child, most of them words.
  staffSupervision: { shown: 13, mandatory: 3 },
  // An audit is an hour’s reading; what the record says is filled in.
  caseFileAudit: { shown: 13, mandatory: 3 },
  // A line for each standard; which supervision is chosen by the link that leads there.
  supervisionQuality: { shown: 7, mandatory: 3 },
  auditProgramme: { shown: 7, mandatory: 3 },
  // Once in the life of a review.
  complaint: { shown: 7, mandatory: 3 },
  // Told to the designated officer once, by whoever learnt of it.
  allegation: { shown: 7, mandatory: 4 },
  // An inspection, or a recommendation of one: a few in a year.
  inspectionReport: { shown: 7, mandatory: 4 },
  inspectionRecommendation: { shown: 7, mandatory: 3 },
  improvementProgress: { shown: 4, mandatory: 4 },
  themeBriefing: { shown: 4, mandatory: 4 },
  caseReviewDecision: { shown: 9, mandatory: 4 },
  // Read from an agency’s file, line by line: asked of nobody here.
  agencyEvent: { shown: 11, mandatory: 3 },
  // Filled in by the page but for two.
  missedConnection: { shown: 5, mandatory: 4 },
  learningTested: { shown: 4, mandatory: 4 },
  auditModeration: { shown: 7, mandatory: 3 },
  // Which section and which agency are chosen on its own page; day and edition are written by it.
  procedureComment: { shown: 5, mandatory: 5 },
  // Day and comment are filled in.
  procedureCommentAnswer: { shown: 4, mandatory: 4 },
  // Two hours of a dozen agencies: who is to come and what is before them is filled in.
  bodyMeeting: { shown: 16, mandatory: 3 },
  // All but the number of places is filled in by the page of courses.
  agencyPlaces: { shown: 6, mandatory: 4 },
  // Four columns of a register, of a whole session: who booked is filled in.
  courseRegister: { shown: 6, mandatory: 3 },
  bodyRisk: { shown: 9, mandatory: 3 },
  bodyWorkPlan: { shown: 7, mandatory: 3 },
  // Once a year, or once a quarter, of a whole agency.
  agencyAssessment: { shown: 10, mandatory: 3 },
  bodyMember: { shown: 6, mandatory: 4 },
  // When somebody comes, and filled in from then on; none of it is asked of whoever works with children.
  employment: { shown: 9, mandatory: 4 },
  staffDetails: { shown: 9, mandatory: 1 },
  // Once a year, by a head of service; filled in from the last.
  caseloadStandard: { shown: 17, mandatory: 2 },
  teamPosts: { shown: 4, mandatory: 4 },
  outcomesOfTheYear: { shown: 11, mandatory: 1 },
};

const fieldsOf = ({ fields, each }: AnyStep): Fields => ({ ...fields, ...each });

const tableOf = (field: AnyField | undefined): Fields | undefined => (field?.control.kind === 'rows' ? field.control.columns : undefined);
const columnsOf = (field: AnyField): readonly AnyField[] => Object.values(tableOf(field) ?? { field });

/** What the page of a step writes itself, and asks nobody: which entry it is, where in it the words stand that were ticked, and how it read. */
const withheld = tableOf(stepOf('redaction').fields['entries']) ?? {};
const writtenByPage = new Set(['entry', 'at', 'places', 'digest'].map((name) => withheld[name]));

/** What is folded as it is offered stands open where nothing is offered: counted of a child of whom nothing is on record yet. */
function openOf(step: AnyStep): readonly AnyField[] {
  const offered = offersOf(step, [], date('2026-03-03'));
  return Object.entries(fieldsOf(step))
    .filter(([name, { folded }]) => folded === undefined || (folded === 'asOffered' && !offered.has(name)))
    .map(([, field]) => field);
}

/** What a form of this step shows to whoever gives these answers. */
const shownFor = (step: AnyStep, answers: Readonly<Record<string, unknown>>): readonly AnyField[] =>
  openOf(step)
    .filter((field) => field.until === undefined && field.inFilesAlone !== true && field.askedWhen?.(answers) !== false)
    .flatMap(columnsOf)
    .filter((field) => !writtenByPage.has(field));

const worst = (step: AnyStep, count: (shown: readonly AnyField[]) => number): number =>
  Math.max(...Object.values(step.examples).map((example) => count(shownFor(step, example))));

const costOf = (step: AnyStep) => ({
  shown: worst(step, (shown) => shown.length),
  mandatory: worst(step, (shown) => shown.filter((field) => field.required !== undefined).length),
});

/** Everything that is an example of anything, on its day, of one child. */
const told = steps.flatMap((step): Told[] =>
  Object.values(step.examples).map((example) => [step.name, step.happenedOn(example as never), example]),
);
const order = steps.map(({ name }) => name);
/** What was recorded by then: of the same day what comes earlier in the work. */
const before = (day: LocalDate, name: string): readonly Told[] =>
  told.filter(([step, on]) => on < day || (on === day && order.indexOf(step) < order.indexOf(name)));
const aYearBefore: readonly Told[] = told.map(([step, on, answers = {}]) => [step, addMonths(date(on), -12), answers]);
const records = {
  offered: (day: LocalDate, name: string) => historyOf(...aYearBefore, ...before(day, name)),
  first: (day: LocalDate, name: string) => historyOf(...before(day, name)),
} as const;

/** How many of the questions that a step shows are filled in, of a table those columns that are. */
function filledIn(step: AnyStep, record: keyof typeof records): number {
  const counts = Object.values(step.examples).map((example) => {
    const day = step.happenedOn(example as never);
    const shown = new Set(shownFor(step, example));
    return [...offersOf(step, records[record](day, step.name), day)]
      .flatMap(([name, { value }]) => {
        const field = fieldsOf(step)[name];
        const rows: readonly unknown[] = Array.isArray(value) ? value : [];
        const columns = new Set(rows.flatMap((row) => Object.keys(row ?? {})));
        const of = tableOf(field);
        return of === undefined ? [field] : Object.entries(of).flatMap(([column, cell]) => (columns.has(column) ? [cell] : []));
      })
      .filter((field) => field !== undefined && shown.has(field)).length;
  });
  return Math.max(...counts);
}

describe('the ceilings of recording', () => {
  const withShares = Object.entries(ceilings).filter(([, { offered }]) => offered !== undefined);
  test.each(withShares)('%s is filled in as far as it can be', (_name, { of, offered = 0, first = 0 }) => {
    const shown = of.reduce((sum, name) => sum + costOf(stepOf(name)).shown, 0);
    const share = (record: keyof typeof records): number => of.reduce((sum, name) => sum + filledIn(stepOf(name), record), 0) / shown;
    expect(share('offered')).toBeGreaterThanOrEqual(offered);
    expect(share('first')).toBeGreaterThanOrEqual(first);
  });

  test.each(Object.entries(ceilings))('%s', (_name, { of, shown, mandatory }) => {
    const costs = of.map((name) => costOf(stepOf(name)));
    expect(costs.reduce((sum, cost) => sum + cost.shown, 0)).toBeLessThanOrEqual(shown);
    expect(costs.reduce((sum, cost) => sum + cost.mandatory, 0)).toBeLessThanOrEqual(mandatory);
  });

  const inCeilings = new Set(Object.values(ceilings).flatMap(({ of }) => of));
  test.each(steps.filter(({ name }) => !inCeilings.has(name)).map((step) => [step.name, step] as const))('%s', (name, step) => {
    const most = others[name] ?? { shown: 6, mandatory: 3 };
    const cost = costOf(step);
    expect(cost.shown).toBeLessThanOrEqual(most.shown);
    expect(cost.mandatory).toBeLessThanOrEqual(most.mandatory);
  });
});

/** What the ceilings say is there already, of a child who is known: the day, the place, from which contact and by whom; who writes is never asked. */
const there: Readonly<Record<string, readonly string[]>> = {
  visit: ['visitedOn', 'place'],
  caseNote: ['notedOn'],
  contact: ['receivedOn'],
  contactDecision: ['decidedOn', 'contact'],
  referral: ['referredOn', 'source', 'contact'],
};

describe('what is always there already', () => {
  const day = date('2026-03-03');
  const known = historyOf(
    ['household', '2026-01-05', { from: '2026-01-05', address: '14 Example Street' }],
    ['contact', '2026-03-02', { receivedOn: '2026-03-02', source: '2A', worry: 'Words' }],
  );
  it.each(Object.entries(there))('%s: %j', (name, wanted) => {
    expect([...offersOf(stepOf(name), known, day).keys()]).toEqual(expect.arrayContaining([...wanted]));
  });
  it('the day of whatever is recorded of a child on a form: today, or as an entry says; but for days that are seldom today', () => {
    const onForms = steps.filter(({ file, page, may }) => file === undefined && page === undefined && may.record.includes('teamManager'));
    const unknown = onForms.filter((step) => {
      const [name] =
        Object.entries(step.fields).find(([, { control, required }]) => control.kind === 'date' && required !== undefined) ?? [];
      return name !== undefined && !offersOf(step, historyOf(...told), day).has(name);
    });
    const seldomToday = ['household', 'parentalResponsibility', 'dentalCheck', 'immunisations', 'strengthsAndDifficulties', 'conviction'];
    expect(unknown.map(({ name }) => name).toSorted()).toEqual(
      ['childDeath', 'recordMerge', 'redactionConfirmation', ...seldomToday].toSorted(),
    );
  });
  it('the day on which a protection plan ended: that of the review that decided it of this child, and of no review of an earlier plan', () => {
    const plan: Told = ['childProtectionPlan', '2026-01-12', { startedOn: '2026-01-12' }];
    const review = (on: string, continues: boolean): Told => ['reviewConference', on, { heldOn: on, held: true, continues }];
    const offered = (...history: readonly Told[]) =>
      offersOf(stepOf('childProtectionPlanEnd'), historyOf(...history), date('2026-09-01')).get('endedOn')?.value;
    expect(offered(plan, review('2026-04-06', true), review('2026-08-31', false))).toBe('2026-08-31');
    expect(offered(plan, review('2026-08-31', true))).toBe('2026-09-01');
    expect(offered(review('2025-08-31', false), plan)).toBe('2026-09-01');
  });
  it('who of the home a contact or a visit is about', () => {
    expect(['visit', 'contact'].map((name) => stepOf(name).ticks)).toEqual(['household', 'household']);
  });
});

/** What must be looked at, heard and judged each time: by what the question is called, or what it asks. */
const ofThisChild = /^(seen$|seenAlone|notSeenBecause|whatTheChildSaid|childsV|meaning|ofThisChild|motherSeen)/;
const judged =
  /^(danger|strengths|decision|decisions|recommendation|outcome|response|category|continues|parentsView|othersView|planNow|familyPlan|advice|progress|factors|enquiriesInitiated|tookPart|wouldChange)$/;
const isJudged = (name: string, { kind }: AnyField): boolean =>
  (judged.test(name) && kind !== 'link') || (/^reasons?$/.test(name) && kind === 'text');
/** What is decided, or found dangerous, is decided of one child. */
const decided = /^(danger|decision|recommendation|outcome|category|continues|enquiriesInitiated|factors|wouldChange)$/;
/** Whose rows of a file are whose is no judgement of a child. */
const ofNoChild = new Set(['identityDecision']);

const all = steps.flatMap((step) =>
  (['fields', 'each'] as const).flatMap((part) => Object.entries(step[part]).map(([name, field]) => ({ step, part, name, field }))),
);

it('no table is offered with what must be seen, heard or judged afresh', () => {
  const tables = all.flatMap(({ step, name, field }) => {
    const columns = tableOf(field);
    return columns === undefined ? [] : [{ step, name, columns }];
  });
  expect(tables.length).toBeGreaterThan(5);
  for (const { step, name, columns } of tables) {
    const value: unknown = offersOf(step, records.offered(date('2026-12-01'), step.name), date('2026-12-01')).get(name)?.value;
    const offered = new Set((Array.isArray(value) ? value : []).flatMap((row: unknown) => Object.keys(row ?? {})));
    for (const [column, cell] of Object.entries(columns)) if (offered.has(column)) expect(cell.neverPrefilled, column).toBeUndefined();
  }
});

it('nothing is folded that must be answered, seen, heard or judged', () => {
  const folded = all.filter(({ field }) => field.folded !== undefined);
  expect(folded.map(({ step, name }) => `${step.name}.${name}`).toSorted()).toEqual([
    'adopterEnquiry.firstDisabled',
    'adopterEnquiry.firstEthnicity',
    'adopterEnquiry.firstSex',
    'adopterEnquiry.secondDisabled',
    'adopterEnquiry.secondEthnicity',
    'adopterEnquiry.secondSex',
    'adoptionMatch.adoptionDecidedOn',
    'adoptionMatch.panelOn',
    'auditModeration.agreedActions',
    'caseDiscussion.agreedActions',
    'caseFileAuditOutcome.agreedActions',
    'caseNote.agreedActions',
    'childAndFamilyAssessment.kind',
    'complaintAnswer.agreedActions',
    'inspectionRecommendation.agreedActions',
    'lookedAfterReview.isIndependent',
    'placement.beganEarlier',
    'rapidReview.agreedActions',
    'reviewLearning.agreedActions',
    'staffSupervision.agreedActions',
    'themeResponse.agreedActions',
    'visit.agreedActions',
    'visit.colleague',
    'visit.place',
    'visit.sleepingPlace',
    'visit.sleepingPlaceSeen',
  ]);
  expect(folded.filter(({ name, field }) => field.required !== undefined || ofThisChild.test(name) || isJudged(name, field))).toEqual([]);
});

describe('what is never prefilled and never copied between brothers and sisters', () => {
  it('is marked so wherever it is asked', () => {
    const free = all.filter(
      ({ step, name, field }) =>
        !ofNoChild.has(step.name) && (ofThisChild.test(name) || isJudged(name, field)) && field.neverPrefilled !== true,
    );
    expect(free.map(({ step, name }) => `${step.name}.${name}`)).toEqual([]);
  });
  it('is on a line of the child’s own, where an entry may be about several', () => {
    const isOwn = (name: string): boolean => ofThisChild.test(name) || decided.test(name);
    const together = all.filter(({ step, part, name }) => part === 'fields' && isOwn(name) && Object.keys(step.each).length > 0);
    expect(together.map(({ step, name }) => `${step.name}.${name}`)).toEqual([]);
  });
});
