import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import type { Standing } from '../../kernel/derivation/derivation.ts';
import type { ListedChild } from '../../record/contract.ts';
import { deskOf } from './desk.ts';
import { askedOfLine, notIndependent } from './independence.ts';

const today = date('2026-06-01');
const [ruth, tom] = ['44444444-4444-4444-8444-444444444444', '55555555-5555-4555-8555-555555555555'];
const child = (person: string, standing: Partial<Standing>): ListedChild => ({
  person,
  changedAt: '',
  clocks: [],
  standing: { name: person, ...standing },
});
const reviewed = { lookedAfterSince: date('2025-09-01'), reviewingOfficer: ruth } as const;
const conference = { meeting: 'reviewConference', on: date('2026-05-12'), by: tom };
const chaired = [conference];

describe('independence', () => {
  it('is asked of the database for whoever reviews from today, and for whoever chaired on that day', () =>
    expect(askedOfLine([child('Ada', { ...reviewed, chaired }), child('Kim', { chaired })], today)).toEqual([
      { person: 'Ada', member: ruth, on: today },
      { person: 'Ada', member: tom, on: '2026-05-12' },
      { person: 'Kim', member: tom, on: '2026-05-12' },
    ]));
  it('names each exception with why: the record’s word first, the line of management where the record says nothing', () => {
    const children = [
      child('Ada', { ...reviewed, chaired }),
      child('Kim', { chaired: [{ ...conference, tie: 'plans', letThrough: true }] }),
    ];
    const inLine = [
      { person: 'Ada', member: ruth, on: today, place: 'head' as const },
      { person: 'Kim', member: tom, on: date('2026-05-12'), place: 'manager' as const },
    ];
    expect(notIndependent(children, inLine, today)).toEqual([
      {
        person: 'Ada',
        name: 'Ada',
        member: ruth,
        on: today,
        letThrough: false,
        why: 'they answer for every team, and for the money spent on the case',
      },
      {
        person: 'Kim',
        name: 'Kim',
        member: tom,
        meeting: 'reviewConference',
        on: '2026-05-12',
        letThrough: true,
        why: 'they wrote the child’s care plan or placement plan',
      },
    ]);
    expect(notIndependent([child('Ada', { ...reviewed, chaired })], [], today)).toEqual([]);
  });
  it('is judged of a meeting by who worked in the case then, which the record says: whoever has it since chaired it all the same', () => {
    const since = { person: 'Ada', member: tom, place: 'worker' as const };
    expect(notIndependent([child('Ada', { chaired })], [{ ...since, on: date('2026-05-12') }], today)).toEqual([]);
    const named = child('Ada', { ...reviewed, reviewingOfficer: tom });
    expect(notIndependent([named], [{ ...since, on: today }], today).map(({ why }) => why)).toEqual(['they have the case, or work in it']);
  });
  it('stands on the desk beside the child whose officer is not', () => {
    const one = child('Ada', { ...reviewed });
    const exceptions = notIndependent([one], [{ person: 'Ada', member: ruth, on: today, place: 'manager' }], today);
    const at = { today, at: new Date('2026-06-01T10:00:00Z') };
    expect(deskOf([one], at, exceptions)[0]?.against).toBe('they manage the team that has the case, or the team of its worker');
    expect(deskOf([one], at)[0]?.against).toBeUndefined();
    expect(
      deskOf([child('Ada', { ...reviewed, review: { in: [], asked: [], events: [], recommendations: [], tie: 'adviser' } })], at)[0]
        ?.against,
    ).toContain('personal adviser');
  });
});
