import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { stateOf } from '../../kernel/step/clock.ts';
import { erase } from '../../kernel/step/step.ts';
import { coreGroupMeeting } from '../child-protection/core-group-meeting.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation } from '../pathway.ts';
import { agreedIn } from './agreed-actions.ts';

const entry = '44444444-4444-4444-8444-444444444444';
const nursery = { what: 'Nursery place', owner: '11111111-1111-4111-8111-111111111111', byWhen: date('2026-04-20') };
const doctor = { what: 'Register with the doctor', whoElse: 'Her mother', byWhen: date('2026-04-09') };
const agreed = [nursery, doctor];

describe('what is agreed in a meeting', () => {
  const told = agreedIn(erase(coreGroupMeeting), { entry, agreedOn: date('2026-04-02'), shared: { actions: agreed }, history: [] });
  it('is an action of its own, line by line, and says where it was agreed', () =>
    expect(told.map(({ answers }) => answers)).toEqual(agreed.map((line) => ({ ...line, agreedOn: '2026-04-02', agreedIn: entry }))));
  it('is not agreed anew where a later plan names it again, unchanged; and is no task without a day', () => {
    const history = historyOf(['action', '2026-04-02', { ...agreed[0], agreedOn: '2026-04-02' }]);
    const later = agreedIn(erase(coreGroupMeeting), {
      entry,
      agreedOn: date('2026-05-02'),
      shared: { actions: [...agreed, { what: 'Go on as before' }] },
      history,
    });
    expect(later.map(({ answers }) => answers.what)).toEqual(['Register with the doctor']);
  });
  describe('named again with another day or owner', () => {
    const before = [
      ['action', '2026-04-02', { ...nursery, agreedOn: '2026-04-02' }],
      ['action', '2026-04-02', { ...doctor, agreedOn: '2026-04-02' }],
    ] satisfies Told[];
    const again = (lines: readonly object[], ...more: readonly Told[]) =>
      agreedIn(erase(coreGroupMeeting), {
        entry,
        agreedOn: date('2026-05-02'),
        shared: { actions: lines },
        history: historyOf(...before, ...more),
      }).map(({ answers }) => [answers.what, answers.byWhen, answers.insteadOf]);
    const later = { ...nursery, byWhen: date('2026-05-20') };

    it('is one action, in place of the one that is open', () => {
      expect(again([later, doctor])).toEqual([['Nursery place', '2026-05-20', 'e1']]);
      expect(again([{ ...later, owner: '22222222-2222-4222-8222-222222222222' }])).toEqual([['Nursery place', '2026-05-20', 'e1']]);
    });
    it('is another where the first is done, or where two do the same', () => {
      const done: Told = ['actionProgress', '2026-04-17', { on: '2026-04-17', action: 'e1', how: 'done' }];
      expect(again([later], done)).toEqual([['Nursery place', '2026-05-20', undefined]]);
      const two = [nursery, { ...nursery, owner: undefined, whoElse: 'Her father', byWhen: date('2026-05-20') }];
      expect(again(two)).toEqual([['Nursery place', '2026-05-20', undefined]]);
    });
    it('follows the last of those that took one another’s place', () =>
      expect(
        again(
          [{ ...nursery, byWhen: date('2026-06-20') }],
          ['action', '2026-04-22', { ...later, agreedOn: '2026-04-22', insteadOf: 'e1' }],
        ),
      ).toEqual([['Nursery place', '2026-06-20', 'e3']]));
  });
  it('is the same action when the form is sent twice', () => {
    expect(agreedIn(erase(coreGroupMeeting), { entry, agreedOn: date('2026-04-02'), shared: { actions: agreed }, history: [] })).toEqual(
      told,
    );
    expect(new Set(told.map((one) => one.entry)).size).toBe(2);
    expect(told[0]?.entry).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('an action has a limit until its day', () => {
  const action: Told = ['action', '2026-04-02', { agreedOn: '2026-04-02', what: 'Nursery place', byWhen: '2026-04-20' }];
  const progress = (on: string, how: string, of = 'e1'): Told => ['actionProgress', on, { on, action: of, how }];
  const clock = (...more: readonly Told[]) => derivation.clocks(historyOf(action, ...more)).find(({ startedBy }) => startedBy === 'e1');
  const state = (on: string, ...more: readonly Told[]) => {
    const found = clock(...more);
    return found === undefined ? undefined : stateOf(found, date(on), new Date(`${on}T12:00:00Z`));
  };

  it('which is met when it is done, and only by what is said of this one', () => {
    expect(clock()).toMatchObject({ rule: 'actionDue', startedOn: '2026-04-02', dueOn: '2026-04-20' });
    expect(state('2026-04-21')).toBe('late');
    expect(state('2026-04-21', progress('2026-04-17', 'done'))).toBe('met');
    expect(state('2026-04-24', progress('2026-04-23', 'done'))).toBe('metLate');
    expect(state('2026-04-21', progress('2026-04-17', 'begun'))).toBe('late');
    expect(state('2026-04-21', progress('2026-04-17', 'done', 'e9'))).toBe('late');
  });
  it('and ends where another takes its place, of the same day too; a day that had passed stays passed', () => {
    const again = (on: string): Told => ['action', on, { agreedOn: on, what: 'Nursery place', byWhen: '2026-05-20', insteadOf: 'e1' }];
    for (const [on, how] of [
      ['2026-04-02', 'ended'],
      ['2026-04-10', 'ended'],
      ['2026-04-30', 'endedLate'],
    ] as const) {
      expect(state('2026-05-01', again(on))).toBe(how);
      const next = derivation.clocks(historyOf(action, again(on))).find(({ startedBy }) => startedBy === 'e2');
      expect(next?.dueOn).toBe('2026-05-20');
      expect(next).not.toHaveProperty('endedOn');
    }
  });
  it('and ends when it is withdrawn, or the case is closed', () => {
    expect(clock(progress('2026-04-10', 'withdrawn'))).toMatchObject({ endedOn: '2026-04-10', endedBecause: 'withdrawn' });
    expect(clock(['closure', '2026-04-12'])).toMatchObject({ endedOn: '2026-04-12', endedBecause: 'case closed' });
  });
});
