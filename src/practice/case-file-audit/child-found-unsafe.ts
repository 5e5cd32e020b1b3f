import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { calendarDays } from '../../kernel/step/timescale.ts';
import { notAhead } from '../checks.ts';
import { answered } from './answered.ts';

/** Whoever reads a record and finds that the child may not be safe tells the team manager, by name, on the same day: before any grade is given. */
export const childFoundUnsafe = defineStep({
  name: 'childFoundUnsafe',
  title: 'Child found unsafe in an audit',
  law: 'Children Act 1989 s47; Children Act 2004 s11',
  fields: {
    foundOn: date('Date', { required: 'It is answered on the same day' }),
    manager: link('Which manager is told', 'member', {
      hint: 'A worry that is told to nobody by name is nobody’s: it is on the board of the child’s team at once, whoever is named',
    }),
    worry: text('Why the child may not be safe today', { lines: 5, required: 'The manager acts upon it at once', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.foundOn,
  offers: (_history, today) => ({ foundOn: { value: today } }),
  asks: ({ manager, foundOn }) =>
    manager === undefined
      ? []
      : [{ what: 'Today: see that this child is safe, and answer the audit on the record', owner: manager, byWhen: foundOn }],
  timescales: [
    {
      rule: 'childFoundUnsafe',
      version: 'local',
      title: 'Answer to an audit that found the child unsafe',
      limit: calendarDays(0),
      starts: [{ step: 'childFoundUnsafe' }],
      meets: answered,
      endedBy: [],
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'local',
      law: 'Local standard: on the same day',
    },
  ],
  may: { record: ['teamManager', 'headOfService', 'reviewingOfficer'], read: practitioners },
  summary: ({ manager }) => `Found unsafe in an audit: ${manager === undefined ? 'no manager was named' : 'the manager was told'}`,
  decide: (_history, { foundOn }, today) => notAhead({ field: 'foundOn', what: 'The date', on: foundOn }, today),
  examples: {
    'nobody has been there': {
      foundOn: literal('2026-04-22'),
      manager: '11111111-1111-4111-8111-111111111111',
      worry: 'He was to live with his grandmother; the last two notes are from the mother’s flat. Nobody has asked why.',
    },
    'nobody is named': { foundOn: literal('2026-04-22'), worry: 'Found in an audit: ask the auditor' },
  },
});
