import { addDays, daysBetween, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../src/kernel/calendar/working-days.ts';
import { idFrom } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { dayBefore, said, type Days, type Telling } from './review-file.ts';
import { workingDayAfter, type DemoEntry, type DemoFamily } from './telling.ts';
import { households } from './words/carer-households.ts';

/** The carers of this service whom placements name, with since when and for how many the first of them is. */
export type CarersNamed = Map<string, { readonly from: LocalDate; readonly children: number }>;

export function noteCarers(named: CarersNamed, { entries }: Pick<DemoFamily, 'entries'>): void {
  for (const { step, shared, happenedOn, about } of entries) {
    const file = shared['carersFile'];
    if (step !== 'placement' || typeof file !== 'string') continue;
    const before = named.get(file);
    named.set(file, { from: before?.from ?? happenedOn, children: Math.max(before?.children ?? 0, about.length) });
  }
}

/** The first day of which the demonstration tells: what happened before was taken over then. */
const takenOver = 715;

const onRecord = (days: Days, entry: DemoEntry): DemoEntry => {
  const first = dayBefore(days, takenOver);
  return entry.recordedOn < first ? { ...entry, recordedOn: first } : entry;
};

/** A file for each household that fosters, and one who asked and is being assessed; and for those who adopt. */
export function carerFiles(named: CarersNamed, manager: string, days: Days): readonly DemoFile[] {
  const foster = [...named].map(([file, { from, children }], n) => fosterFile({ file, by: manager }, { from, children, n }, days));
  return [...foster, assessedFile({ file: idFrom('foster carers', 'assessed'), by: manager }, days), ...adopterFiles(manager, days)].map(
    (file) => ({
      ...file,
      entries: file.entries.map((entry) => onRecord(days, entry)).filter(({ recordedOn }) => recordedOn <= days.until),
    }),
  );
}

type Fostering = { readonly from: LocalDate; readonly children: number; readonly n: number };

function fosterFile(telling: Telling, { from, children, n }: Fostering, days: Days): DemoFile {
  const approvedOn = workingDayAfter(addDays(from, -200 - ((n * 37) % 300)));
  const places = Math.max(children, 1 + (n % 3));
  return {
    file: telling.file,
    kind: 'fosterCarer',
    title:
      households[n % households.length] === undefined
        ? `Household ${n}`
        : `${households[n % households.length]}${n < households.length ? '' : ` ${Math.floor(n / households.length) + 1}`}`,
    entries: [
      ...approval(telling, approvedOn, { places: Math.min(places, 3), isMore: places > 3, children }),
      ...years(telling, approvedOn, days, n),
      ...(n % 9 === 4 ? concern(telling, days, n) : []),
    ],
  };
}

type Approved = { readonly places: number; readonly isMore: boolean; readonly children: number };

function approval(telling: Telling, approvedOn: LocalDate, { places, isMore, children }: Approved): readonly DemoEntry[] {
  const before = (count: number): LocalDate => addWorkingDays(approvedOn, -count);
  const on = { enquiry: before(130), applied: before(110), done: before(70), passed: before(63), panel: before(5) };
  return [
    said(telling, 'fosterCarerEnquiry', on.enquiry, { on: on.enquiry, kind: 'mainstream' }),
    said(telling, 'fosterAssessmentStage', on.applied, { on: on.applied, moment: 'applied' }),
    said(telling, 'fosterAssessmentStage', on.done, { on: on.done, moment: 'stageOneDone' }, 1),
    said(telling, 'fosterAssessmentStage', on.passed, { on: on.passed, moment: 'stageOnePassed' }, 2),
    said(telling, 'fosterPanel', on.panel, { heldOn: on.panel, subject: 'approval', recommendation: 'approve', reasons: 'Unanimous.' }),
    said(telling, 'fosterCarerApproval', approvedOn, {
      decidedOn: approvedOn,
      decision: 'approved',
      places: isMore ? children : places,
      ...(isMore ? { siblings: true } : {}),
      youngest: 0,
      eldest: 17,
    }),
  ];
}

/** A review and an unannounced visit each year; of every seventh household the last of them is late. */
function years(telling: Telling, approvedOn: LocalDate, days: Days, n: number): readonly DemoEntry[] {
  const count = Math.floor(daysBetween(approvedOn, days.until) / 350);
  const held = n % 7 === 3 ? count - 1 : count;
  return Array.from({ length: Math.max(0, held) }, (_, year) => {
    const reviewedOn = workingDayAfter(addDays(approvedOn, 350 * (year + 1) - 12));
    const visitedOn = workingDayAfter(addDays(approvedOn, 350 * (year + 1) - 60));
    return [
      said(
        telling,
        'fosterCarerVisit',
        visitedOn,
        { visitedOn, how: 'unannounced', seen: 'Homework at the table; bedrooms as they should be.' },
        year,
      ),
      said(telling, 'fosterCarerReview', reviewedOn, { reviewedOn, result: 'suitable', childrensViews: '“She lets me cook.”' }, year),
    ];
  }).flat();
}

function concern(telling: Telling, days: Days, n: number): readonly DemoEntry[] {
  const on = dayBefore(days, 30 + (n % 200));
  const raised = said(telling, 'fosterConcern', on, { on, kind: 'standard', words: 'Two school reports of clothes that do not fit.' });
  const endedOn = addWorkingDays(on, 21);
  const end = { endedOn, concern: raised.entry, outcome: 'support', found: 'A clothing grant that never came.' };
  return [raised, said(telling, 'fosterConcernEnd', endedOn, end)];
}

function assessedFile(telling: Telling, days: Days): DemoFile {
  const [asked, applied] = [dayBefore(days, 80), dayBefore(days, 62)];
  return {
    file: telling.file,
    kind: 'fosterCarer',
    title: 'Household of Quay Street',
    entries: [
      said(telling, 'fosterCarerEnquiry', asked, { on: asked, kind: 'connected', household: 'A grandmother and her son of seventeen.' }),
      said(telling, 'fosterAssessmentStage', applied, { on: applied, moment: 'applied' }),
    ],
  };
}

type Moment = readonly [daysAgo: number, step: string, answers: Readonly<Record<string, unknown>>];
const stage = (ago: number, moment: string): Moment => [ago, 'adopterStage', { moment }];
const approved: readonly Moment[] = [
  stage(560, 'registered'),
  stage(555, 'accepted'),
  stage(500, 'stageOnePassed'),
  stage(490, 'stageTwoBegun'),
  [392, 'adopterPanel', { subject: 'suitability', recommendation: 'suitable', reasons: 'Unanimous.' }],
  [385, 'adopterApproval', { decision: 'approved', children: 2, youngest: 0, eldest: 6 }],
];

/** Six households, each at another point: two wait, of whom one was not reviewed in time; one has been matched; three are being assessed. */
const adopters: readonly (readonly [title: string, told: readonly Moment[]])[] = [
  ['The Alders', [...approved, [30, 'adopterReview', { result: 'suitable', theirView: '“The waiting is the hard part.”' }]]],
  ['The Birches', approved],
  ['The Cedars', [...approved, [120, 'adopterPlacement', { moment: 'matched' }], [95, 'adopterPlacement', { moment: 'placed' }]]],
  ['The Elders', [stage(40, 'registered'), stage(36, 'accepted')]],
  ['The Hazels', [stage(260, 'registered'), stage(255, 'accepted'), stage(200, 'stageOnePassed'), stage(150, 'stageTwoBegun')]],
  [
    'The Maples',
    [
      stage(240, 'registered'),
      stage(236, 'accepted'),
      stage(180, 'stageOnePassed'),
      stage(170, 'stageTwoBegun'),
      stage(60, 'briefReport'),
      [
        46,
        'adopterPanel',
        { subject: 'briefReport', recommendation: 'notSuitable', reasons: 'A debt that was told only when it was asked about.' },
      ],
      [39, 'adopterApproval', { decision: 'proposed', reasons: 'As the panel found.' }],
    ],
  ],
];

const dateOf: Readonly<Record<string, string>> = { adopterPanel: 'heldOn', adopterApproval: 'decidedOn', adopterReview: 'reviewedOn' };

const adopterFiles = (manager: string, days: Days): readonly DemoFile[] =>
  adopters.map(([title, told]) => {
    const telling: Telling = { file: idFrom('adopters', title), by: manager };
    const [first] = told;
    const on = dayBefore(days, (first?.[0] ?? 30) + 14);
    return {
      file: telling.file,
      kind: 'adopters',
      title,
      entries: [
        said(telling, 'adopterEnquiry', on, { on, kind: 'adoption', household: 'Two adults.' }),
        ...told.map(([ago, step, answers], n) => {
          const day = dayBefore(days, ago);
          return said(telling, step, day, { [dateOf[step] ?? 'on']: day, ...answers }, n);
        }),
      ],
    };
  });
