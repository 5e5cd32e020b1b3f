import { describe, expect, it, test } from 'vitest';
import { date as day } from '../kernel/calendar/dates.ts';
import { date } from '../kernel/field/date.ts';
import { text } from '../kernel/field/plain.ts';
import { givenOf, understand } from '../kernel/field/understand.ts';
import { offersOf } from '../kernel/step/prefill.ts';
import { defineStep, erase } from '../kernel/step/step.ts';
import { chain, historyOf, type Told } from './history.fixture.ts';
import { whatStands } from '../kernel/step/history.ts';
import { stepNamed, steps } from './pathway.ts';

const today = day('2026-11-28');

/** A child of whom everything was recorded that is an example of anything, one after the other, and once more the other way round. */
const told = steps.flatMap((step): Told[] =>
  Object.values(step.examples).map((example) => [step.name, step.happenedOn(example as never), example]),
);
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const histories = [[], told, told.toReversed()].map((all) => whatStands(chain(...all).map((line, n) => ({ ...line, entry: idOf(n) }))));

describe.each(steps.filter(({ offers }) => offers !== undefined))('$name', (step) => {
  const fields = { ...step.fields, ...step.each };
  test.each(histories)('offers nothing that must be seen, said or judged afresh, and only what its question understands', (...history) => {
    for (const [name, offer] of Object.entries(step.offers?.(history, today) ?? {})) {
      if (offer === undefined) continue;
      expect(fields[name], name).toBeDefined();
      expect(fields[name]?.neverPrefilled, name).toBeUndefined();
      expect(fields[name]?.until, name).toBeUndefined();
      const field = fields[name] === undefined ? {} : { [name]: { ...fields[name], askedWhen: () => true } };
      expect(understand(field, givenOf(field, { [name]: offer.value }))).toEqual({ kind: 'accepted', value: { [name]: offer.value } });
      if (offer.from !== undefined) expect(history).toContain(offer.from);
    }
  });
});

describe('an offer', () => {
  const step = defineStep({
    name: 'toy',
    title: 'Toy',
    law: 'None',
    fields: { on: date('Date'), said: text('What the child said', { neverPrefilled: true }) },
    happenedOn: () => today,
    // @ts-expect-error what the child said is never offered
    offers: (_history, on) => ({ on: { value: on }, said: { value: 'copied' } }),
    may: { record: [], read: [] },
    summary: () => '',
    examples: {},
  });
  it('of what the child said is refused by the type, and left out all the same', () =>
    expect([...offersOf(erase(step), [], today).keys()]).toEqual(['on']));

  const offered = (name: string, ...history: Told[]) => {
    const found = stepNamed(name);
    return found === undefined ? new Map() : offersOf(found, historyOf(...history), today);
  };
  it('of a visit is today, where the child lives now', () => {
    const home: Told = ['household', '2026-01-05', { address: '14 Example Street' }];
    expect(offered('visit', home).get('visitedOn')).toEqual({ value: today });
    expect(offered('visit', home).get('place')).toMatchObject({ value: 'home', from: { entry: 'e1' } });
    const placed = [home, ['placement', '2026-02-05', { type: 'U6' }]] as const;
    expect(offered('visit', ...placed).get('place')).toMatchObject({ value: 'placement', from: { entry: 'e2' } });
    const visited: Told = ['visit', '2026-03-01', { place: 'school' }];
    expect(offered('visit', ...placed, visited, ['periodOfCareEnd', '2026-04-05']).get('place')).toMatchObject({
      value: 'school',
      from: { entry: 'e3' },
    });
    expect(offered('visit').get('place')).toEqual({ value: 'home' });
  });
  describe('of the first that meet about a child', () => {
    const mother: Told = ['relationship', '2026-03-03', { learntOn: '2026-03-03', name: 'Nasreen Example', bond: 'mother' }];
    const teacher: Told = ['professional', '2026-01-05', { name: 'Mark Hill', role: 'teacher', from: '2026-01-05' }];
    const contact: Told = ['contact', '2026-03-02', { receivedOn: '2026-03-02', source: '2A', worry: 'A bruise.' }];
    const referral: Told = ['referral', '2026-03-02', { referredOn: '2026-03-02', reason: 'Third contact this year.' }];
    const checks = (familyTold: string): Told => [
      'agencyChecks',
      '2026-03-02',
      { agencies: ['education', 'health', 'police'], familyTold },
    ];
    const answers: readonly Told[] = [
      ['agencyCheckAnswer', '2026-03-03', { agencies: ['education'], answer: 'came', known: 'Often away.' }],
      ['agencyCheckAnswer', '2026-03-03', { agencies: ['police'], answer: 'came', known: 'Two calls.' }],
      ['agencyCheckAnswer', '2026-03-03', { agencies: ['health'], answer: 'notReturned' }],
    ];
    const worker: Told = ['allocation', '2026-03-03', { worker: '11111111-1111-4111-8111-111111111111', role: 'lead' }];

    it('is what was reported and answered, day by day, and that who did not answer is asked again', () => {
      const found = offered('strategyDiscussion', contact, referral, checks('told'), ...answers, worker);
      expect(String(found.get('information')?.value).split('\n')).toEqual([
        '2 Mar 2026: A bruise.',
        '2 Mar 2026: Referral: Third contact this year.',
        '3 Mar 2026: School, nursery or college: Often away.',
        '3 Mar 2026: Police: Two calls.',
      ]);
      expect(found.get('actions')?.value).toEqual([
        {
          what: 'What is known to: Health: ask again',
          owner: '11111111-1111-4111-8111-111111111111',
          byWhen: '2026-11-30',
          measure: 'Their answer is on record',
        },
      ]);
    });
    it('is nothing of which the family was not told: a conference report may be made of it', () => {
      const secret = [
        ['contact', '2026-03-02', { ...contact[2], familyTold: 'notTold' }],
        referral,
        checks('notTold'),
        ...answers,
      ] as const;
      expect(offered('strategyDiscussion', ...secret).has('information')).toBe(false);
      expect(offered('conferenceInvitation', ...secret).has('people')).toBe(false);
    });
    it('is who is around the child: parents, professionals, and agencies that know something and of which nobody is named', () => {
      const grown: Told = ['relationship', '2026-03-03', { learntOn: '2026-03-03', name: 'A', bond: 'fosterCarer', until: '2025-06-30' }];
      const found = offered('conferenceInvitation', mother, grown, teacher, checks('told'), ...answers);
      expect(found.get('people')?.value).toEqual([{ who: 'Mother' }, { who: 'Teacher or tutor: Mark Hill' }, { who: 'Police' }]);
    });
  });
  it('of a plan begins with the conference that made it, and counts the plans before', () => {
    const conference: Told = ['initialConference', '2026-03-24', { outcome: 'planMade' }];
    expect(offered('childProtectionPlan', conference).get('startedOn')).toMatchObject({ value: '2026-03-24', from: { entry: 'e1' } });
    expect(
      offered('childProtectionPlan', ['childProtectionPlan', '2020-01-01', { previousPlans: 1 }], conference).get('previousPlans'),
    ).toMatchObject({ value: 2 });
  });
  it('of a looked-after review is the officer last named; of its record the review last held', () => {
    const history: Told[] = [
      ['reviewingOfficerNamed', '2026-01-05', { officer: 'a' }],
      ['reviewingOfficerNamed', '2026-02-05', { officer: 'b' }],
      ['lookedAfterReview', '2026-02-10', { held: true }],
      ['lookedAfterReview', '2026-02-12', { held: false }],
    ];
    expect(offered('lookedAfterReview', ...history).get('officer')).toMatchObject({ value: 'b' });
    expect(offered('lookedAfterReviewRecord', ...history).get('review')).toMatchObject({ value: 'e3' });
  });
  it('of a looked-after review is how things stand by the record, and nothing that anybody said', () => {
    const history: Told[] = [
      ['periodOfCare', '2026-01-12', { legalStatus: 'V2' }],
      ['placement', '2026-01-12', { type: 'U6' }],
      ['personalEducationPlan', '2026-01-23', { held: true, school: 'St Example’s primary', childsView: 'I hate maths.' }],
      ['strengthsAndDifficulties', '2026-01-30', { score: 14 }],
      ['strengthsAndDifficulties', '2026-02-20', { score: 11 }],
      ['professional', '2026-01-05', { name: 'Joan Field', role: 'healthVisitor', from: '2026-01-05' }],
      ['professional', '2026-01-05', { name: 'Mark Hill', role: 'teacher', from: '2026-01-05', until: '2026-02-01' }],
    ];
    const found = offered('lookedAfterReview', ...history);
    expect(String(found.get('asItStands')?.value).split('\n')).toEqual([
      expect.stringMatching(/^Placed: .*, 12 Jan 2026$/),
      'Personal education plan, St Example’s primary, 23 Jan 2026',
      'Strengths and difficulties questionnaire: 11, 20 Feb 2026',
      'Next review: by 28 Feb 2027 at the latest',
    ]);
    expect(found.get('people')?.value).toBe('Health visitor: Joan Field');
    const later = offered('lookedAfterReview', ...history, ['lookedAfterReview', '2026-02-05', { held: true, people: 'Mother' }]);
    expect(later.get('asItStands')?.value).toMatch(/Next review: by 28 May 2027 at the latest$/);
    expect(later.get('people')?.value).toBe('Mother');
  });
});
