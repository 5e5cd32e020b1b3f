import { expect, test } from 'vitest';
import { historyOf, type Told } from '../history.fixture.ts';
import { date } from '../../kernel/calendar/dates.ts';
import { chairsAudit } from './chairs-audit.ts';
import { changedSince } from './changed-since.ts';
import { agreedIn, derivation, stepNamed } from '../pathway.ts';

const clock = (rule: string, ...told: readonly Told[]) => derivation.clocks(historyOf(...told)).find((one) => one.rule === rule);

test('a child found unsafe is answered on the same day, by an answer to this very finding', () => {
  const found: Told = ['childFoundUnsafe', '2026-04-22', { manager: 'm', worry: 'w' }];
  expect(clock('childFoundUnsafe', found)).toMatchObject({ dueOn: '2026-04-22' });
  expect(clock('childFoundUnsafe', found, ['concernAnswer', '2026-04-22', { concern: 'e1' }])).toMatchObject({ metOn: '2026-04-22' });
  expect(clock('childFoundUnsafe', found, ['concernAnswer', '2026-04-22', { concern: 'e9' }])?.metOn).toBeUndefined();
});

test('a chair’s concern is answered within five working days; praise asks for nothing', () => {
  expect(clock('chairsConcern', ['chairsAudit', '2026-04-21', { concern: 'No plan' }])).toMatchObject({ dueOn: '2026-04-28' });
  expect(clock('chairsConcern', ['chairsAudit', '2026-04-21', { good: 'Well done' }])).toBeUndefined();
});

test('a consultation is answered by the day that it names, by the advice to it', () => {
  const asked: Told = ['caseConsultation', '2026-04-13', { neededBy: '2026-04-17' }];
  expect(clock('consultationAnswer', asked, ['consultationAdvice', '2026-04-16', { consultation: 'e1' }])).toMatchObject({
    dueOn: '2026-04-17',
    metOn: '2026-04-16',
  });
  expect(clock('consultationAnswer', ['caseConsultation', '2026-04-13', {}])).toBeUndefined();
});

test('a second look after an audit is met by a later outcome, never by its own', () => {
  const first: Told = ['caseFileAuditOutcome', '2026-05-12', { again: '2026-08-12' }];
  expect(clock('caseFileReaudit', first)).toMatchObject({ dueOn: '2026-08-12' });
  expect(clock('caseFileReaudit', first)?.metOn).toBeUndefined();
  expect(clock('caseFileReaudit', first, ['caseFileAuditOutcome', '2026-08-03', {}])).toMatchObject({ metOn: '2026-08-03' });
});

test.each([
  ['childFoundUnsafe', { foundOn: '2026-04-22', manager: 'm', worry: 'w' }, 'm', '2026-04-22'],
  ['chairsAudit', { notedOn: '2026-04-21', concern: 'c', manager: 'm' }, 'm', '2026-04-28'],
  ['caseConsultation', { askedOn: '2026-04-13', who: 'm', neededBy: '2026-04-17' }, 'm', '2026-04-17'],
])('%s asks whom it names, in their day', (name, shared, owner, byWhen) => {
  const step = stepNamed(name);
  if (step === undefined) throw new Error(name);
  const asked = agreedIn(step, { entry: 'e', agreedOn: '2026-04-13' as never, shared, history: [] });
  expect(asked).toMatchObject([{ answers: { owner, byWhen } }]);
});

test('a sampled audit is by a chair who did not chair the meeting: by name, or else by who recorded it', () => {
  const conference = (chair?: string): Told => ['reviewConference', '2026-04-14', chair === undefined ? {} : { chair }];
  const refused = (by: string | undefined, ...told: readonly Told[]) =>
    chairsAudit.decide(historyOf(...told), { notedOn: date('2026-04-21'), of: 'other' }, date('2026-04-21'), by).map(({ field }) => field);
  expect(refused('m1', conference('m1'))).toEqual(['of']);
  expect(refused('m2', conference('m1'))).toEqual([]);
  expect(refused('m1', conference('m1'), ['lookedAfterReview', '2026-04-20', { officer: 'm2' }])).toEqual([]);
  expect(refused('m2', conference('m1'), ['lookedAfterReview', '2026-04-20', { officer: 'm2' }])).toEqual(['of']);
  const [meeting] = historyOf(conference());
  expect(refused(meeting?.recordedBy, conference())).toEqual(['of']);
  expect(refused(undefined, conference('m1'))).toEqual([]);
  expect(
    chairsAudit.decide(historyOf(conference('m1')), { notedOn: date('2026-04-21'), of: 'conference' }, date('2026-04-21'), 'm1'),
  ).toEqual([]);
});

test('what changed since an audit: what was asked for, what was done of it, and who was seen', () => {
  const outcome: Told = ['caseFileAuditOutcome', '2026-05-12', { on: '2026-05-12', grade: 'requiresImprovement', toChange: 'Nights' }];
  const agreed: Told = ['action', '2026-05-12', { agreedOn: '2026-05-12', agreedIn: 'e1', what: 'Plan for nights', byWhen: '2026-05-29' }];
  const done: Told = ['actionProgress', '2026-06-01', { on: '2026-06-01', action: 'e2', how: 'done' }];
  const seen = (on: string, seenAlone: string): Told => ['visit', on, { seen: true, seenAlone }];
  const since = changedSince(historyOf(outcome, agreed, done, seen('2026-05-20', 'yes'), seen('2026-06-02', 'no')), date('2026-08-03'));
  expect(since).toMatchObject({
    on: '2026-05-12',
    grade: 'Requires improvement',
    toChange: 'Nights',
    visits: 2,
    seenAlone: 1,
    discussed: 0,
  });
  expect(since?.actions.map(({ state }) => state)).toEqual(['doneLate']);
  expect(changedSince(historyOf(seen('2026-05-20', 'yes')), date('2026-08-03'))).toBeUndefined();
});
