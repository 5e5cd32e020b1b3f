import { addDays, addMonths, isDate, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { agencyStandards } from '../src/practice/pathway.ts';
import type { Body } from './body.ts';
import { evidence } from './words/bodies.ts';

/** The ends of the quarters between two days. */
function quarters(from: LocalDate, until: LocalDate): readonly LocalDate[] {
  const years = Array.from({ length: 4 }, (_, n) => Number(from.slice(0, 4)) + n);
  return years
    .flatMap((year) => ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`))
    .filter(isDate)
    .filter((end) => end > from && addDays(end, 20) <= until);
}

type Counted = { readonly measure: string; readonly n: number; readonly among?: number };
/** So many of so many in the first quarter, and how the share has moved by the last. */
type Course = { readonly measure: string; readonly among?: number; readonly first: number; readonly last: number };

const courses: Readonly<Record<string, readonly Course[]>> = {
  council: [
    { measure: 'staffTrained', among: 410, first: 0.86, last: 0.91 },
    { measure: 'vacancies', among: 210, first: 0.21, last: 0.14 },
    { measure: 'returnInterviews', among: 96, first: 0.55, last: 0.81 },
  ],
  police: [
    { measure: 'conferencesAttended', among: 44, first: 0.42, last: 0.71 },
    { measure: 'strategyAttended', among: 130, first: 0.97, last: 0.98 },
    { measure: 'missing', first: 71, last: 62 },
    { measure: 'domesticAbuse', first: 412, last: 455 },
    { measure: 'detainedOvernight', first: 9, last: 6 },
  ],
  integratedCareBoard: [
    { measure: 'conferenceReports', among: 43, first: 0.45, last: 0.82 },
    { measure: 'newBirthVisits', among: 1_720, first: 0.88, last: 0.84 },
    { measure: 'selfHarm', first: 38, last: 44 },
  ],
  schools: [
    { measure: 'conferencesAttended', among: 41, first: 0.83, last: 0.9 },
    { measure: 'outOfSchool', first: 57, last: 31 },
    { measure: 'electivelyHome', first: 640, last: 705 },
  ],
  probation: [{ measure: 'conferencesAttended', among: 22, first: 0.36, last: 0.32 }],
};

/** Self-assessments once a year, with what peers found; and what each agency counted in each quarter. Probation has told nothing of the last two. */
export function agencyYear(board: Body): void {
  const ends = quarters(board.begun, board.until);
  for (const [agency, some] of Object.entries(courses))
    for (const [n, end] of (agency === 'probation' ? ends.slice(0, -2) : ends).entries()) {
      const share = n / Math.max(1, ends.length - 1);
      board.say(
        'agencyData',
        end,
        { quarterEnded: end, agency, figures: some.map((one) => countedOf(one, share, board)) },
        { recordedOn: addDays(end, 19), recordedBy: recorderOf(board, agency) },
      );
    }
  for (const [n, agency] of ['police', 'integratedCareBoard', 'schools', 'council'].entries()) assess(board, agency, n);
}

function countedOf({ measure, among, first, last }: Course, share: number, { chance }: Body): Counted {
  const level = first + (last - first) * share;
  const wander = 0.94 + chance.next() * 0.12;
  if (among === undefined) return { measure, n: Math.round(level * wander) };
  const of = Math.round(among * (0.92 + chance.next() * 0.16));
  return { measure, n: Math.min(of, Math.round(of * level * wander)), among: of };
}

const recorderOf = ({ partners }: Body, agency: string): string =>
  ({ police: partners.police, integratedCareBoard: partners.health, schools: partners.schools, probation: partners.probation })[agency] ??
  partners.business;

function assess(board: Body, agency: string, n: number): void {
  for (const year of [0, 1]) {
    const on = addDays(addMonths(board.begun, 2 + year * 12), 3 * n);
    const standards = Object.keys(agencyStandards).map((standard, k) => ({
      standard,
      score: (k + n) % 4 === 0 && year === 0 ? 'two' : (k + n) % 5 === 0 ? 'four' : 'three',
      evidence: evidence[(k + n) % evidence.length],
    }));
    const assessment = board.say('agencyAssessment', on, { agency, standards }, { recordedBy: recorderOf(board, agency) });
    if (n !== 0) continue;
    const found = {
      assessment,
      by: 'schools',
      standard: 'children',
      score: 'two',
      why: 'Three of five officers asked could not say what a child had told them that changed anything.',
    };
    board.say('agencyAssessmentChallenge', addDays(on, 25), found, { recordedBy: board.partners.schools });
  }
}
