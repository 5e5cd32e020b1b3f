import { addDays, addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { isAdoptive, isMove, isTemporary, periodAt, periodsOf, stayBegan } from '../../practice/pathway.ts';
import { isIn } from '../../returns/rule/period.ts';
import type { Event, Measure, Stand } from './measure.ts';
import { yearTo, type MeasuredChild } from './measured-child.ts';
import { allInTime } from './protection.ts';

const careFigures = 'DfE, Children looked after in England including adoptions';
const rules2010 = 'Care Planning, Placement and Case Review Regulations 2010';

const reviewRules = ['firstLookedAfterReview', 'secondLookedAfterReview', 'laterLookedAfterReview'];

/** Where a child in care lives on a day, hospital and other short absences left out; undefined: not in care, or nothing says. */
function homeOn(child: MeasuredChild, on: LocalDate): Statement | undefined {
  if (child.inCareSince(on) === undefined) return undefined;
  return periodAt(child.history, on)?.placements.findLast((one) => one.happenedOn <= on && !isTemporary(one));
}

function reviewed(child: MeasuredChild, on: LocalDate): Stand | undefined {
  const since = child.inCareSince(on);
  if (since === undefined || since > addDays(on, -28)) return undefined;
  return { entry: periodAt(child.history, on)?.start.entry, isIn: allInTime(child, reviewRules, since, on) };
}

/** In how many placements a child lived in the twelve months: that of their first day, and each move after it. */
function placements(child: MeasuredChild, on: LocalDate): Stand | undefined {
  if (child.inCareSince(on) === undefined) return undefined;
  const year = yearTo(on);
  const all = periodsOf(child.history).flatMap((period) => period.placements.filter((one) => !isTemporary(one)));
  const moved = all.filter((one) => isIn(one.happenedOn, year) && isMove(one, child.history));
  const wasInOne = periodAt(child.history, addDays(year.from, -1)) !== undefined && !all.some(({ happenedOn }) => happenedOn === year.from);
  return { entry: moved.at(-1)?.entry ?? homeOn(child, on)?.entry, isIn: moved.length + (wasInOne ? 1 : 0) >= 3 };
}

/** Under 16, in care for two and a half years: in one placement for two, or with those who are to adopt and together for two with the one before. */
function stable(child: MeasuredChild, on: LocalDate): Stand | undefined {
  const [since, age, home] = [child.inCareSince(on), child.ageOn(on), homeOn(child, on)];
  if (since === undefined || age === undefined || age >= 16) return undefined;
  if (since > addMonths(on, -30))
    // Already in care when the record began: for how long, nobody can say.
    return periodAt(child.history, on)?.beganEarlier === true ? { entry: home?.entry, isIn: undefined } : undefined;
  const began = home && stayBegan(home, child.history);
  // The record begins in the middle of it: as long as the record reaches, it has been the same.
  const known = began ?? home?.happenedOn;
  if (home === undefined || known === undefined) return { entry: undefined, isIn: undefined };
  const isLong = known <= addMonths(on, -24);
  if (isLong || !isAdoptive(home)) return { entry: home.entry, isIn: isLong ? true : began === undefined ? undefined : false };
  const before = homeOn(child, addDays(known, -1));
  const together = before && (stayBegan(before, child.history) ?? before.happenedOn);
  return { entry: home.entry, isIn: together !== undefined && together <= addMonths(on, -24) };
}

function far(child: MeasuredChild, on: LocalDate): Stand | undefined {
  const home = homeOn(child, on);
  if (child.inCareSince(on) === undefined || (home !== undefined && isAdoptive(home))) return undefined;
  const miles = home?.answers['distanceMiles'];
  return { entry: home?.entry, isIn: typeof miles === 'number' ? miles > 20 : undefined };
}

function outside(child: MeasuredChild, on: LocalDate): Stand | undefined {
  const home = homeOn(child, on);
  if (child.inCareSince(on) === undefined || (home !== undefined && isAdoptive(home))) return undefined;
  const area = home?.answers['area'];
  return { entry: home?.entry, isIn: area === undefined ? undefined : area !== 'here' };
}

/** Of all who were looked after on any day of the twelve months. */
function missing({ all, history }: MeasuredChild, on: LocalDate): Stand | undefined {
  const year = yearTo(on);
  const cared = periodsOf(history).filter(({ startedOn, endedOn }) => startedOn <= on && (endedOn === undefined || endedOn >= year.from));
  if (cared.length === 0) return undefined;
  const times = all('missingEpisode').filter(
    ({ happenedOn, answers }) =>
      answers['kind'] === 'M' &&
      isIn(happenedOn, year) &&
      cared.some(({ startedOn, endedOn }) => startedOn <= happenedOn && (endedOn === undefined || endedOn >= happenedOn)),
  );
  return { entry: times.at(-1)?.entry, isIn: times.length > 0 };
}

/** Held or declined within the limit; one that is still owed counts when its limit is over. */
const interviewed = ({ clocks, known }: MeasuredChild): readonly Event[] =>
  clocks
    .filter(
      ({ rule, dueOn, metOn, endedOn }) =>
        rule === 'returnHomeInterview' && (dueOn < known.to || metOn !== undefined || endedOn !== undefined),
    )
    .map(({ dueOn, metOn, endedOn, startedOn, startedBy }) => {
      const answered = metOn ?? endedOn;
      return { on: startedOn, entry: startedBy, isIn: answered !== undefined && answered <= dueOn };
    });

const leftFor =
  (reasons: RegExp) =>
  ({ all }: MeasuredChild): readonly Event[] =>
    all('periodOfCareEnd').map(({ happenedOn: on, entry, answers }) => ({
      on,
      entry,
      isIn: answers['reason'] === undefined ? undefined : reasons.test(String(answers['reason'])),
    }));

const inCareToday = 'Children looked after on the day, short breaks left out';
const share = { area: 'care', per: 'share' } as const;
const standing = { ...share, counts: 'standing' } as const;
const leavers = {
  ...share,
  counts: 'events',
  denominator: 'Children who ceased to be looked after in the period',
  exclusions: [],
  wished: 'neither',
} as const;

export const lookedAfterMeasures: readonly Measure[] = [
  {
    ...standing,
    name: 'careReviewsInTime',
    title: 'Looked-after reviews held in time',
    published: `${careFigures} (formerly NI 66); ${rules2010}, regulation 33`,
    numerator: 'Children of whom every review that fell due in the last twelve months was held in time',
    denominator: 'Children looked after for four weeks or longer on the day, short breaks left out',
    exclusions: ['Children looked after for less than four weeks', 'Counted apart: reviews that a file could not tell of'],
    wished: 'more',
    of: reviewed,
  },
  {
    ...standing,
    name: 'threePlacements',
    title: 'Three placements or more in a year',
    published: `${careFigures}: three or more placements during the year (formerly NI 62)`,
    numerator: 'Children who lived in three placements or more in the last twelve months',
    denominator: inCareToday,
    exclusions: [
      'Hospital, holidays and stays of up to seven days elsewhere (T0 to T4), and coming back from them, are no placements',
      'A change of the kind of placement with the same carers is none',
    ],
    wished: 'less',
    of: placements,
  },
  {
    ...standing,
    name: 'longTermStability',
    title: 'In the same placement for two years',
    published: `${careFigures}: long-term placement stability (formerly NI 63)`,
    numerator:
      'Those in the same placement for two years or longer, or placed for adoption and with the placement before it for two years together',
    denominator: 'Children under 16 who have been looked after for two and a half years or longer on the day',
    exclusions: ['Counted apart: where the record begins in the middle of care or of a placement, and does not reach back far enough'],
    wished: 'more',
    of: stable,
  },
  {
    ...standing,
    name: 'over20Miles',
    title: 'Placed more than 20 miles from home',
    published: `${careFigures}: placements by distance from home`,
    numerator: 'Children who live more than 20 miles from the home from which they came',
    denominator: inCareToday,
    exclusions: ['Children placed for adoption', 'Counted apart: where no distance is on record'],
    wished: 'less',
    of: far,
  },
  {
    ...standing,
    name: 'outsideArea',
    title: 'Placed outside the area of the authority',
    published: `${careFigures}: placements inside and outside the council boundary; ${rules2010}, regulation 11`,
    numerator: 'Children who live in the area of another authority',
    denominator: inCareToday,
    exclusions: ['Children placed for adoption', 'Counted apart: where the area is not on record'],
    wished: 'less',
    of: outside,
  },
  {
    ...standing,
    name: 'missingFromCare',
    title: 'Missing from care in a year',
    published: `${careFigures}: children who had a missing incident during the year`,
    numerator: 'Children who were missing at least once in the last twelve months',
    denominator: 'Children looked after on any day of the last twelve months',
    exclusions: ['Being away without authorisation is not being missing'],
    wished: 'less',
    of: missing,
  },
  {
    ...share,
    counts: 'events',
    name: 'returnInterviews',
    title: 'Return home interviews within 72 hours',
    published: 'Statutory guidance on children who run away or go missing from home or care 2014; Ofsted, Annex A',
    numerator: 'Returns after which an interview was held, or declined by the child, within 72 hours',
    denominator: 'Returns of children who had been missing, in the period',
    exclusions: ['Returns of the last three days whose interview is still to come'],
    wished: 'more',
    of: interviewed,
  },
  {
    ...leavers,
    name: 'leftForAdoption',
    title: 'Ceased to be looked after because of adoption',
    published: `${careFigures}: children who ceased to be looked after, by reason`,
    numerator: 'Those who were adopted (E11, E12)',
    of: leftFor(/^E1[12]$/),
  },
  {
    ...leavers,
    name: 'leftForGuardianship',
    title: 'Ceased to be looked after because of special guardianship',
    published: `${careFigures}: children who ceased to be looked after, by reason`,
    numerator: 'Those of whom a special guardianship order was made (E45 to E48)',
    of: leftFor(/^E4[5-8]$/),
  },
];
