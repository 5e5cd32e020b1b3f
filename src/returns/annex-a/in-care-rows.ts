import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { episodesOf, leavingCareStatusOn, periodsOf, type PeriodOfCare } from '../../practice/pathway.ts';
import { isIn, isRunningIn, type Period } from '../rule/period.ts';
import { categoryOf } from './categories.ts';
import { text, yesOrNo, type Known } from './known-of.ts';
import type { AnnexRow } from './lists.ts';

/** Lists 8 to 10: children looked after, care leavers, and adoption. */
export const inCareRows = (known: Known): readonly AnnexRow[] => [...lookedAfter(known), ...leavers(known), ...adoption(known)];

const unaccompanied = ({ all }: Known, since: LocalDate): string =>
  yesOrNo(all('unaccompaniedChild').some(({ answers }) => typeof answers['ceasedOn'] !== 'string' || answers['ceasedOn'] >= since));

function lookedAfter(known: Known): readonly AnnexRow[] {
  const { told, back, who, disability, held } = known;
  const periods = periodsOf(told);
  const period = periods.at(-1);
  if (period === undefined || !isRunningIn(period.startedOn, period.endedOn, back(6))) return [];
  const ofAYear = periods.filter(({ startedOn, endedOn }) => isRunningIn(startedOn, endedOn, back(12)));
  const status = period.statuses.at(-1);
  return [
    {
      list: 'List 8',
      cells: {
        ...who,
        'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)': unaccompanied(known, back(12).from),
        ...disability,
        'Date Started to be Looked After': period.startedOn,
        "Child's Category of Need": categoryOf('categoryOfNeed', period.start.answers['categoryOfNeed'], true),
        'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)': yesOrNo(ofAYear.length > 1),
        'Start date of current legal status': status?.happenedOn ?? period.startedOn,
        "Child's Legal Status": categoryOf('legalStatus', (status ?? period.start).answers['legalStatus']),
        ...whatWasDone(known),
        'Number of Placements in the Last 12 months': ofAYear.flatMap((one) => placementsIn(one, back(12))).length,
        'Date Ceased to be Looked After': period.endedOn,
        'Reason Ceased to be Looked After': categoryOf('endOfCare', period.end?.answers['reason']),
        ...placementOf(known),
        ...missing(known),
        ...held,
      },
    },
  ];
}

/** Those in which the child lived on a day of it, also if they began before. */
const placementsIn = ({ placements, endedOn }: PeriodOfCare, period: Period): readonly Statement[] =>
  placements.filter(({ happenedOn }, n) => isRunningIn(happenedOn, placements[n + 1]?.happenedOn ?? endedOn, period));

const whatWasDone = ({ day, last }: Known): AnnexRow['cells'] => ({
  'Date of Latest Statutory Review': day('lookedAfterReview', ({ answers }) => answers['held'] !== false),
  'Date of Last Social Work Visit': day('visit', ({ answers }) => answers['seen'] === true),
  'What is the permanence plan for this child?': categoryOf('permanence', last('carePlan')?.answers['permanence']),
  'Date of Last IRO Visit / Contact to the Child': day('lookedAfterReview', ({ answers }) => answers['spokeWithOfficer'] === true),
  'Date of Last Health Assessment': day('healthAssessment', ({ answers }) => answers['done'] !== false),
  'Date of Last Dental Check': day('dentalCheck', ({ answers }) => answers['attended'] !== false),
});

function placementOf({ last, authority }: Known): AnnexRow['cells'] {
  const placement = last('placement');
  const { type, provider, postcode, urn, area } = placement?.answers ?? {};
  return {
    'Start Date of Most Recent Placement': placement?.happenedOn,
    'Placement Type': categoryOf('placement', type),
    'Placement Provider': categoryOf('provider', provider),
    'Placement postcode': text(postcode),
    'URN of Placement': text(urn),
    'Placement Location': area === undefined ? undefined : area === 'here' ? 'a) In' : 'b) Out',
    'LA of Placement': area === 'here' ? authority : undefined,
  };
}

const isOf =
  (kind: 'M' | 'A') =>
  ({ answers }: Statement): boolean =>
    answers['kind'] === kind;

/** A return interview is owed to whoever was missing, not to whoever was away without authorisation. */
function missing({ count, last, all }: Known): AnnexRow['cells'] {
  const episode = last('missingEpisode', isOf('M'));
  const interviews = episode === undefined ? [] : all('returnHomeInterview').filter(({ happenedOn }) => happenedOn >= episode.happenedOn);
  const isAsked = episode !== undefined && all('returnFromMissing').some(({ happenedOn }) => happenedOn >= episode.happenedOn);
  return {
    "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": count('missingEpisode', 12, isOf('M')),
    "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months": count('missingEpisode', 12, isOf('A')),
    'Was the child offered a Return Interview after their last missing episode (Y/N)?': isAsked
      ? yesOrNo(interviews.length > 0)
      : undefined,
    'Did the child accept a Return Interview after their last missing episode (Y/N)?': isAsked
      ? yesOrNo(interviews.some(({ answers }) => answers['outcome'] === 'held'))
      : undefined,
  };
}

const categories = {
  eligible: 'd) Eligible',
  relevant: 'a) Relevant',
  formerRelevant: 'b) Former relevant',
  qualifying: 'c) Qualifying',
} as const;

/** Relevant, former relevant and qualifying young people, and those eligible, who still live in care. */
function leavers(known: Known): readonly AnnexRow[] {
  const { told, on, last, day, who, disability, held, name } = known;
  const category = leavingCareStatusOn(told, on);
  if (category === undefined) return [];
  const contact = last('careLeaverContact')?.answers;
  const accommodation = text(contact?.['accommodation']);
  return [
    {
      list: 'List 9',
      cells: {
        ...who,
        'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)': yesOrNo(
          last('unaccompaniedChild') !== undefined,
        ),
        ...disability,
        ...held,
        'Allocated Personal Advisor': name((last('personalAdviserNamed') ?? last('pathwayPlan'))?.answers['adviser']),
        'Eligibility Category': categories[category],
        'Latest Pathway Plan Review Date': day('pathwayPlanReview', ({ answers }) => answers['held'] !== false),
        'LA in Touch': inTouch(contact?.['inTouch']),
        'Latest Date of Contact': day('careLeaverContact', ({ answers }) => answers['inTouch'] === 'YES'),
        'Type of Accommodation': categoryOf('accommodation', accommodation),
        'Suitability of Accommodation': suitability(accommodation),
        'Activity Status': categoryOf('activity', contact?.['activity']),
      },
    },
  ];
}

const inTouch = (said: unknown): string =>
  said === undefined ? 'c) Not recorded' : said === 'YES' ? 'a) In touch' : said === 'NO' ? 'b) Not in touch' : 'd) Exclude';
/** A code of accommodation that ends with 2 is of one that is not suitable. */
const suitability = (code: string | undefined): string =>
  code === undefined || code === '0' ? 'c) Not in touch or not recorded' : code.endsWith('2') ? 'b) Not suitable' : 'a) Suitable';

/** Those for whom adoption was decided, until a year after they were adopted or the decision ended. */
function adoption({ told, back, last, who, disability, family, on }: Known): readonly AnnexRow[] {
  const decided = last('adoptionDecision');
  const ended = last('adoptionDecisionEnd');
  const left = last('periodOfCareEnd');
  const isAdopted = left !== undefined && /^E1[12]$/.test(String(left.answers['reason']));
  const over = isAdopted
    ? left.happenedOn
    : ended !== undefined && decided !== undefined && ended.happenedOn >= decided.happenedOn
      ? ended.happenedOn
      : undefined;
  if (decided === undefined || (over !== undefined && !isIn(over, back(12)))) return [];
  const episodes = episodesOf(told).filter(({ startedOn }) => startedOn <= on);
  const { 'Child Unique ID': id, ...others } = who;
  return [
    {
      list: 'List 10',
      cells: {
        'Child Unique ID': id,
        'Family identifier': family,
        ...others,
        ...disability,
        'Date the Child Entered Care': periodsOf(told).at(-1)?.startedOn,
        'Date of Decision that Child Should be Placed for Adoption': decided.happenedOn,
        'Date of Placement Order': episodes.find(({ legalStatus }) => legalStatus === 'E1')?.startedOn,
        'Date of Matching Child and Prospective Adopters': last('adoptionMatch')?.happenedOn,
        'Date Placed for Adoption': episodes.find(({ type = '' }) => /^A[3456]$/.test(type))?.startedOn,
        'Date of Adoption Order': isAdopted ? left.happenedOn : undefined,
        'Date of Decision that Child Should No Longer be Placed for Adoption': isAdopted ? undefined : over,
        'Reason Why Child No Longer Placed for Adoption':
          isAdopted || over === undefined ? undefined : categoryOf('adoptionReversed', ended?.answers['reason']),
        'Date the child was placed for fostering in FFA or concurrent planning placement': episodes.find(
          ({ type }) => type === 'U2' || type === 'U5',
        )?.startedOn,
      },
    },
  ];
}
