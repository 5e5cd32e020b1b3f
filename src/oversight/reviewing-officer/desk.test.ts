import { describe, expect, it } from 'vitest';
import { addDays, date } from '../../kernel/calendar/dates.ts';
import type { Clock } from '../../kernel/step/clock.ts';
import { derivation } from '../../practice/pathway.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import type { ListedChild } from '../../record/contract.ts';
import { caseloadOf, caseloadsOf, deskOf, participationOf } from './desk.ts';

const today = date('2026-06-01');
const at = { today, at: new Date('2026-06-01T10:00:00Z') };
const [ruth, sam] = ['44444444-4444-4444-8444-444444444444', '66666666-6666-4666-8666-666666666666'];
const named = (officer: string): Told => ['reviewingOfficerNamed', '2025-09-04', { officer }];
const review = (on: string, more: object = {}): Told => ['lookedAfterReview', on, { held: true, ...more }];

/** A child as the list has them: derived from what is told, as the record derives it. */
function child(person: string, ...told: readonly Told[]): ListedChild {
  const history = historyOf(['periodOfCare', '2025-09-01', { legalStatus: 'C2' }], ['placement', '2025-09-01', { type: 'U6' }], ...told);
  return { person, standing: { ...derivation.standing(history), name: person }, clocks: derivation.clocks(history), changedAt: '' };
}
const desk = (...children: readonly ListedChild[]) => deskOf(children, at);

describe('the desk of a reviewing officer', () => {
  const late = child('Late', named(ruth), review('2025-09-25'), review('2025-11-26'));
  const soon = child('Soon', named(ruth), review('2025-09-25'), review('2025-12-15'), [
    'reviewConsultation',
    '2026-05-20',
    { cameIn: ['report'], sent: ['child'] },
  ]);
  const far = child('Far', named(sam), review('2025-09-25'), review('2025-12-15'), review('2026-05-20', { participation: 'PN1' }));
  it('has first whose own limit comes first, not who was reviewed longest ago', () => {
    const second = child('Second', named(ruth), review('2026-02-25'));
    expect(desk(far, soon, second, late).map(({ name }) => name)).toEqual(['Second', 'Late', 'Soon', 'Far']);
  });
  it('says of each what is in, who was asked and whom nobody has asked', () => {
    const [one] = desk(soon);
    expect(one?.papers.map(({ paper, state }) => `${paper} ${state}`)).toEqual([
      'report in',
      'child asked',
      'parents notAsked',
      'carers notAsked',
      'school notAsked',
      'health notAsked',
    ]);
    expect([one?.isReady, one?.isPressing]).toEqual([false, true]);
  });
  it('has the review that comes before accommodation by agreement ends, unless the child goes home', () => {
    const leaving = (goesTo: string) =>
      desk(
        child(
          'Leaving',
          named(ruth),
          ['legalStatus', '2025-10-01', { legalStatus: 'V2' }],
          ...['2025-09-25', '2025-12-15', '2026-03-02'].map((on) => review(on)),
          ['endOfCareApproval', '2026-05-26', { by: 'nominatedOfficer', goesTo }],
        ),
      )[0]?.review;
    expect(leaving('elsewhere')).toMatchObject({ rule: 'reviewBeforeAccommodationEnds', dueOn: '2026-06-23' });
    expect(leaving('holder')?.rule).not.toBe('reviewBeforeAccommodationEnds');
  });
  it('is of children looked after now alone', () =>
    expect(desk(child('Gone', named(ruth), ['periodOfCareEnd', '2026-03-02', { reason: 'E4A' }]))).toEqual([]));
  it('brings what happened, with its entry; and a visit that is late, which no entry says', () => {
    const [one] = desk(child('Moved', named(ruth), review('2026-05-20'), ['placement', '2026-05-26', { type: 'U6', carers: 'B' }]));
    expect(one?.events).toEqual([{ kind: 'placementMove', entry: 'e5', on: '2026-05-26' }]);
    const unseen = deskOf([child('Moved', named(ruth), review('2026-05-20'), ['placement', '2026-05-26', { type: 'U6', carers: 'B' }])], {
      today: date('2026-06-08'),
      at: new Date('2026-06-08T10:00:00Z'),
    });
    expect(unseen[0]?.events.map(({ kind }) => kind)).toEqual(['placementMove', 'visitLate']);
  });
  it('keeps a dispute with the level that has it, by when that level answers and by when all is resolved', () => {
    const [one] = desk(
      child(
        'Disputed',
        named(ruth),
        review('2026-05-05'),
        ['reviewDispute', '2026-05-18', { kind: 'officerDisputes', raisedWith: 'headOfService' }],
        ['reviewDisputeStage', '2026-05-26', { level: 'director' }],
      ),
    );
    expect(one?.dispute).toMatchObject({ level: 'director', atLevelSince: '2026-05-26' });
    expect([one?.dispute?.atLevel?.dueOn, one?.dispute?.whole?.dueOn]).toEqual(['2026-06-02', '2026-06-16']);
  });
});

describe('a caseload', () => {
  const of = (count: number, officer: string): readonly ListedChild[] =>
    Array.from({ length: count }, (_, n) => child(`${officer} ${n}`, named(officer), review('2026-05-20')));
  it.each([
    [49, 'below'],
    [50, 'within'],
    [70, 'within'],
    [71, 'above'],
  ] as const)('of %i children is %s the guidance', (count, against) =>
    expect(caseloadOf(ruth, desk(...of(count, ruth)), at)).toMatchObject({ children: count, against }),
  );
  it('counts what is late and what waits', () => {
    const overdue: Clock[] = [
      {
        rule: 'reviewMidwayCheck',
        version: '',
        startedBy: 'e3',
        startedOn: addDays(today, -90),
        dueOn: addDays(today, -1),
        notInSource: false,
      },
    ];
    const one = child('One', named(ruth), review('2025-10-01'), ['missingEpisode', '2026-05-03', { kind: 'M' }]);
    const load = caseloadOf(
      ruth,
      desk({ ...one, clocks: [...one.clocks.filter(({ rule }) => rule !== 'reviewMidwayCheck'), ...overdue] }),
      at,
    );
    expect(load).toMatchObject({ reviewsLate: 1, midwayLate: 1 });
    expect(load.toConsider).toBeGreaterThan(0);
  });
  it('is told of each officer, also of one who has no child, those who carry most first; nobody’s child is in none', () => {
    const all = desk(...of(2, ruth), ...of(1, sam), child('Nobody’s'));
    expect(caseloadsOf(all, ['none'], at).map(({ officer, children }) => [officer, children])).toEqual([
      [ruth, 2],
      [sam, 1],
      ['none', 0],
    ]);
  });
  it('says how many took part, of those old enough to be asked', () =>
    expect(
      participationOf(
        desk(
          ...['PN0', 'PN1', 'PN4', 'PN7'].map((participation) =>
            child(participation, named(ruth), review('2026-05-20', { participation })),
          ),
        ),
      ),
    ).toMatchObject({ told: 3, tookPart: 1 }));
});
