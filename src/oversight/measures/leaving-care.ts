import { addMonths, birthday, type LocalDate } from '../../kernel/calendar/dates.ts';
import { leavingCareStatusOn } from '../../practice/pathway.ts';
import { leaverRows } from '../../returns/ssda903/build/leaver-rows.ts';
import type { BuiltRow } from '../../returns/ssda903/build/built-row.ts';
import type { Event, Measure } from './measure.ts';
import { yearTo, type MeasuredChild } from './measured-child.ts';

const published = 'DfE, Children looked after in England including adoptions: care leavers (OC3)';

/** What the return says about a birthday of a care leaver: not in touch where nothing was recorded within its months; undefined: none of its care leavers. */
const saidAt = ({ history, bornOn }: MeasuredChild, on: LocalDate): BuiltRow | undefined => leaverRows(history, bornOn, yearTo(on))[0];

/** Young people who were care leavers on a birthday of these ages: counted when the month in which the return asks of it is over. */
const atBirthdays =
  (ages: readonly number[], isIt: (cells: BuiltRow['cells']) => boolean) =>
  (child: MeasuredChild): readonly Event[] => {
    const { bornOn, history, known } = child;
    if (bornOn === undefined) return [];
    return ages.flatMap((age): readonly Event[] => {
      const day = birthday(bornOn, age);
      const on = addMonths(day, 1);
      if (on > known.to) return [];
      const [status, row] = [leavingCareStatusOn(history, day), saidAt(child, day)];
      // Who left before this record began is known as a care leaver by what is told of them alone, as in the return.
      if (status !== 'relevant' && status !== 'formerRelevant' && row === undefined) return [];
      const touch = row?.cells['IN_TOUCH'];
      const isOut = touch === 'DIED' || touch === 'RHOM';
      return [{ on, entry: Object.values(row?.from ?? {})[0]?.[0], isIn: isOut ? undefined : row !== undefined && isIt(row.cells) }];
    });
  };

const questions = [
  {
    name: 'InTouch',
    title: 'in touch with the authority',
    numerator: 'Those with whom the authority was in touch, from three months before the birthday to one month after it',
    isIt: (cells: BuiltRow['cells']) => cells['IN_TOUCH'] === 'YES',
  },
  {
    name: 'Housed',
    title: 'in suitable accommodation',
    numerator: 'Those whose accommodation is suitable; where it is not known, it is not counted as such',
    isIt: (cells: BuiltRow['cells']) => /^[A-Z]1$/.test(cells['ACCOM'] ?? ''),
  },
  {
    name: 'Active',
    title: 'in education, employment or training',
    numerator: 'Those in education, employment or training, full time or part time',
    isIt: (cells: BuiltRow['cells']) => /^[FP]\d$/.test(cells['ACTIV'] ?? ''),
  },
] as const;

const groups = [
  { name: 'leavers17to18', title: 'Care leavers aged 17 and 18', ages: [17, 18] },
  { name: 'leavers19to21', title: 'Care leavers aged 19 to 21', ages: [19, 20, 21] },
] as const;

export const leavingCareMeasures: readonly Measure[] = groups.flatMap((group) =>
  questions.map((question): Measure => ({
    name: `${group.name}${question.name}`,
    title: `${group.title} ${question.title}`,
    area: 'leaving',
    published,
    numerator: question.numerator,
    denominator: `Care leavers who became ${group.ages.join(', ')}, counted a month after the birthday`,
    exclusions: ['Counted apart: those who died, and those who went back to live with their parents'],
    wished: 'more',
    per: 'share',
    counts: 'events',
    of: atBirthdays(group.ages, question.isIt),
  })),
);
