import { expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { erase } from '../../kernel/step/step.ts';
import { conferenceInvitation } from '../../practice/child-protection/conference-invitation.ts';
import { visit } from '../../practice/child-protection/visit.ts';
import { historyOf } from '../../practice/history.fixture.ts';
import { costOfForm, rekeyedIn } from './form-cost.ts';
import { understandForm } from './understand.ts';

const ada = { person: '11111111-1111-4111-8111-111111111111', name: 'Ada', bornOn: date('2015-02-01') };
const ben = { person: '22222222-2222-4222-8222-222222222222', name: 'Ben', expectedOn: date('2026-08-01') };
const today = date('2026-03-03');

it('a form costs the questions that it asked: of each child those that can be true, with these answers given', () => {
  const given = { 'f.visitedOn': '2026-03-03', [`e.${ada.person}.seen`]: 'yes', [`e.${ben.person}.seen`]: 'no' };
  const step = erase(visit);
  const { answers } = understandForm(step, given, [ada, ben]);
  // Day, place, whether announced, note; of her: seen, alone, what she said; before a birth: seen, why not, and the mother.
  expect(costOfForm(step, given, answers, [ada, ben], today)).toMatchObject({ shown: 10, answered: 3, mandatory: 3, prefilled: 0 });
});

it('a fact is typed again where the record held it under the same question, and the form did not offer it', () => {
  const step = erase(conferenceInvitation);
  const before = historyOf(['conferenceInvitation', '2026-02-01', { people: [{ who: 'Mother' }, { who: 'School: Mark Hill' }] }]);
  const given = { 'f.invitedOn': '2026-03-03', 'f.people.0.who': 'Mother', 'f.people.1.who': 'Police: DC Hall' };
  const { answers } = understandForm(step, given, [ada]);
  expect(rekeyedIn(step, given, answers, before)).toBe(1);
  expect(rekeyedIn(step, { ...given, 'offered.f.people': '[]' }, answers, before)).toBe(0);
  expect(rekeyedIn(step, given, answers, [])).toBe(0);
});
