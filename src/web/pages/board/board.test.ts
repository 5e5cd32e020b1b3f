import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, date, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import { timescales } from '../../../practice/pathway.ts';
import { populations } from '../../../practice/populations.ts';
import type { ListedChild, Standing } from '../../../record/contract.ts';
import { countingOf, filtered, sorted, summaryOf } from './board.ts';
import { monthEnds, monthOf } from './months.ts';
import { namesOf, rowOf, standsOf } from './row.ts';

const today = date('2026-03-03');
const known = { today, at: new Date('2026-03-03T12:00:00Z') };
const names = namesOf([], [], timescales);

const review = (dueOn: LocalDate, more: Partial<Clock> = {}): Clock => ({
  rule: 'laterReviewConference',
  version: '',
  startedBy: 'e1',
  startedOn: today,
  dueOn,
  notInSource: false,
  ...more,
});
const child = (person: string, standing: Partial<Standing>, clocks: readonly Clock[] = []): ListedChild => ({
  person,
  standing: { name: person, onPlanSince: date('2025-01-10'), ...standing },
  clocks,
  changedAt: '2026-03-01 10:00:00+00',
});
const figures = (...children: readonly ListedChild[]) =>
  summaryOf(countingOf(children.map((one) => rowOf(one, names, known))), 'plans').figures.map(({ within, among, outside }) => ({
    said: `${within} of ${among}`,
    outside: Object.fromEntries(
      outside.filter(({ count }) => count > 0).map(({ title, people }) => [title, people?.map(({ name }) => name)]),
    ),
  }));

it('by which power a child is looked after, and where, is said in a few words; the file says it in full', () => {
  const since = date('2026-01-12');
  const row = rowOf(child('Ada', { lookedAfterSince: since, legalStatus: 'V2', placementType: 'U6' }), names, known);
  expect(standsOf(row).at(-1)).toEqual({ words: 'Looked after since 12 Jan 2026', more: 'Section 20; foster carers' });
  expect(row.placement).toBe('Foster placement with other carers: neither long-term nor fostering for adoption');
});

describe('n of N, beside each review within its own limit', () => {
  it('a child newly on a plan is late at three months, though six months have not passed', () => {
    const newly = child('Ada', { onPlanSince: addMonths(today, -4) }, [review(addDays(today, -20), { rule: 'firstReviewConference' })]);
    expect(figures(newly)).toEqual([
      { said: '0 of 1', outside: { 'Outside six months': ['Ada'] } },
      { said: '0 of 1', outside: { 'Review late': ['Ada'] } },
    ]);
  });
  it('reviewed five months ago and late for a limit of three is within the first figure and outside the second', () =>
    expect(figures(child('Ben', { lastReviewOn: addMonths(today, -5) }, [review(addDays(today, -1))]))).toEqual([
      { said: '1 of 1', outside: {} },
      { said: '0 of 1', outside: { 'Review late': ['Ben'] } },
    ]));
  it('those not yet due a first review stand apart in both', () =>
    expect(figures(child('Cal', { onPlanSince: addDays(today, -10) }, [review(addDays(today, 80))]))).toEqual([
      { said: '0 of 1', outside: { 'First review not yet due': ['Cal'] } },
      { said: '0 of 1', outside: { 'First review not yet due': ['Cal'] } },
    ]));
  it('what the source never carried is not counted late', () =>
    expect(figures(child('Dee', {}, [review(addDays(today, -300), { notInSource: true })]))).toEqual([
      { said: '0 of 1', outside: { 'Not in the source': ['Dee'] } },
      { said: '0 of 1', outside: { 'Not in the source': ['Dee'] } },
    ]));
  it('a review of an earlier plan does not count for this one', () =>
    expect(
      figures(child('Eve', { onPlanSince: addDays(today, -30), lastReviewOn: addDays(today, -60) }, [review(addDays(today, 60))]))[0],
    ).toEqual({ said: '0 of 1', outside: { 'First review not yet due': ['Eve'] } }));
  it('everybody is in n or in one of the names, whatever their dates', () => {
    const day = fc.integer({ min: -900, max: 400 }).map((n) => addDays(today, n));
    const any = fc.record({ plan: day, last: fc.option(day), due: fc.option(day), notInSource: fc.boolean() });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (drawn) => {
        const rows = drawn.map(({ plan, last, due, notInSource }, n) =>
          rowOf(
            child(
              `c${n}`,
              { onPlanSince: plan, ...(last === null ? {} : { lastReviewOn: last }) },
              due === null ? [] : [review(due, { notInSource })],
            ),
            names,
            known,
          ),
        );
        for (const { within, among, outside } of summaryOf(countingOf(rows), 'all').figures) {
          const people = outside.flatMap((part) => part.people?.map(({ person }) => person) ?? []);
          expect(within + people.length).toBe(among);
          expect(new Set(people).size).toBe(people.length);
        }
        const month = monthOf(countingOf(rows), today, 0);
        const [six] = summaryOf(countingOf(rows), 'plans').figures;
        expect([month.onPlanReviewed, month.onPlan]).toEqual([six?.within, six?.among]);
      }),
    );
  });
});

describe('order and filters', () => {
  const rows = [
    child('Zoe', {}, [review(addDays(today, -3))]),
    child('amy', { worker: 'w1' }, [review(addDays(today, 30))]),
    child('Kit', {}, [review(addDays(today, -300), { notInSource: true })]),
  ].map((one) => rowOf(one, names, known));
  const query = { who: 'plans', team: '', area: '', state: '', worker: '', category: '', part: '', sort: '' } as const;
  it('puts the longest late first, and last what is not known', () =>
    expect(sorted(rows, query).map(({ name }) => name)).toEqual(['Zoe', 'amy', 'Kit']));
  it('goes by the alphabet when asked, capitals or not', () =>
    expect(sorted(rows, { ...query, sort: 'name' }).map(({ name }) => name)).toEqual(['amy', 'Kit', 'Zoe']));
  it('an order nobody knows is the usual one', () => expect(sorted(rows, { ...query, sort: 'constructor' })).toEqual(sorted(rows, query)));
  it('shows one state, or children without a named worker', () => {
    expect(filtered(rows, { ...query, state: 'late' }).map(({ name }) => name)).toEqual(['Zoe']);
    expect(filtered(rows, { ...query, worker: 'none' }).map(({ name }) => name)).toEqual(['Zoe', 'Kit']);
  });
});

it('not seen is who stands beyond the limit of a visit: the day after it, not the day itself', () => {
  const visit = (dueOn: LocalDate) => review(dueOn, { rule: 'childProtectionVisit' });
  const rows = [child('Ada', {}, [visit(addDays(today, -1))]), child('Ben', {}, [visit(today)])].map((one) => rowOf(one, names, known));
  const notSeen = summaryOf(countingOf(rows), 'plans').attention.find(({ title }) => title === 'Not seen within the visiting limit');
  expect([notSeen?.count, notSeen?.people?.map(({ name }) => name)]).toEqual([1, ['Ada']]);
});

describe('two populations', () => {
  const inCare = (person: string, standing: Partial<Standing>, ...clocks: readonly Clock[]): ListedChild => {
    const { onPlanSince: _, ...rest } = child(person, {}).standing;
    return {
      person,
      standing: { ...rest, lookedAfterSince: date('2025-06-02'), ...standing },
      clocks,
      changedAt: '2026-03-01 10:00:00+00',
    };
  };
  const careReview = (rule: string, dueOn: LocalDate): Clock => review(dueOn, { rule });
  const rows = (...children: readonly ListedChild[]) => children.map((one) => rowOf(one, names, known));

  it('counts a child who is in both once, and says so', () => {
    const both = { ...child('Ada', { lookedAfterSince: date('2026-01-05') }) };
    expect(summaryOf(countingOf(rows(both, child('Ben', {}), inCare('Cal', {}))), 'all').sizes).toEqual({
      plans: 2,
      care: 2,
      all: 3,
      both: 1,
    });
  });
  it('a child newly looked after is late at twenty working days, not at six months', () => {
    const late = inCare('Dee', { lookedAfterSince: addMonths(today, -2) }, careReview('firstLookedAfterReview', addDays(today, -15)));
    const [six, own] = summaryOf(countingOf(rows(late)), 'care').figures;
    expect([six?.within, six?.outside[0]?.people?.[0]?.name]).toEqual([0, 'Dee']);
    expect([own?.within, own?.outside[0]?.people?.[0]?.name]).toEqual([0, 'Dee']);
  });
  it('a conference does not review a looked-after child, nor a looked-after review a plan', () => {
    const both = child('Eve', { lookedAfterSince: date('2025-06-02'), lastReviewOn: addDays(today, -30) }, [
      review(addDays(today, 90)),
      careReview('laterLookedAfterReview', addDays(today, -2)),
    ]);
    const [plansSix, plansOwn, careSix, careOwn] = summaryOf(countingOf(rows(both)), 'all').figures.map(({ within }) => within);
    expect([plansSix, plansOwn, careSix, careOwn]).toEqual([1, 1, 0, 0]);
  });
  it('counts each child of both populations once, within where every review that is owed to the child is, and names everybody else', () => {
    const recently = addDays(today, -30);
    const [soon, past] = [addDays(today, 90), addDays(today, -2)];
    const inBoth = (name: string, standing: Partial<Standing>, plan: LocalDate, care: LocalDate) =>
      child(name, { lookedAfterSince: date('2025-06-02'), ...standing }, [review(plan), careReview('laterLookedAfterReview', care)]);
    const of = rows(
      inBoth('Both within', { lastReviewOn: recently, lastLookedAfterReviewOn: recently }, soon, soon),
      inBoth('Care outside', { lastReviewOn: recently }, soon, past),
      inBoth('Plan outside', { lastLookedAfterReviewOn: recently }, past, soon),
      child('Plan within', { lastReviewOn: recently }, [review(soon)]),
      inCare(
        'Care within',
        { lookedAfterSince: date('2025-06-02'), lastLookedAfterReviewOn: recently },
        careReview('laterLookedAfterReview', soon),
      ),
      inCare('Newly in care', { lookedAfterSince: addDays(today, -3) }, careReview('firstLookedAfterReview', addDays(today, 20))),
    );
    for (const figure of summaryOf(countingOf(of), 'all').figures.slice(4)) {
      const named = Object.fromEntries(figure.outside.map(({ title, people }) => [title, people?.map(({ name }) => name).toSorted()]));
      expect([figure.within, figure.among]).toEqual([3, 6]);
      expect(named[figure.outside[0]?.title ?? '']).toEqual(['Care outside', 'Plan outside']);
      expect(named['First review not yet due']).toEqual(['Newly in care']);
    }
  });
  it('names who has no reviewing officer, and who is missing', () => {
    const { attention } = summaryOf(countingOf(rows(inCare('Flo', { missingSince: today }))), 'care');
    expect(attention.filter(({ count }) => count > 0).map(({ title }) => title)).toEqual([
      'No named worker',
      'No reviewing officer named',
      'Missing now',
    ]);
  });
  it('every limit that a column names is one that the law has', () => {
    const rules = new Set(timescales.map(({ rule }) => rule));
    for (const { columns } of Object.values(populations))
      for (const column of columns) expect(column.rules.filter((rule) => !rules.has(rule))).toEqual([]);
  });
  it('eleven months have ended before the day that is asked for', () => {
    expect(monthEnds(date('2026-03-03'))).toEqual(
      [
        '2025-04-30',
        '2025-05-31',
        '2025-06-30',
        '2025-07-31',
        '2025-08-31',
        '2025-09-30',
        '2025-10-31',
        '2025-11-30',
        '2025-12-31',
        '2026-01-31',
        '2026-02-28',
      ].map(date),
    );
  });
});
