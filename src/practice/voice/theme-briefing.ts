import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';

export const readers = {
  managementTeam: 'the management team',
  cabinet: 'Cabinet',
  committee: 'the scrutiny or audit committee',
  partnership: 'the safeguarding partnership',
  councilOfChildren: 'the Children in Care Council',
} as const;

/** Themes go up to those who can change more than a team can, and their answer comes back. */
export const themeBriefing = defineStep({
  name: 'themeBriefing',
  title: 'Briefing on themes',
  law: 'Children Act 2004 ss18–19: the director and the lead member answer for children’s services',
  file: 'voice',
  fields: {
    on: date('Date', { required: 'The answer is awaited from it' }),
    to: code('To whom', readers, { required: 'Somebody answers' }),
    themes: rows(
      'Themes',
      { theme: link('Theme', 'entry', { required: 'A briefing is of themes on record' }) },
      { line: 'Theme', shown: 2 },
    ),
    asks: text('What is asked of them', { lines: 3, required: 'A briefing that asks nothing is not answered', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => statementsOf('voiceTheme', history),
  may: { record: practitioners, read: practitioners },
  summary: ({ to, asks }) => `Briefing to ${readers[to]}: ${asks}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'to Cabinet': {
      on: literal('2026-04-20'),
      to: 'cabinet',
      themes: [{ theme: '44444444-4444-4444-8444-444444444444' }],
      asks: 'Six posts more in the north, or a decision to live with the caseloads.',
    },
    'to managers': { on: literal('2026-04-20'), to: 'managementTeam', asks: 'To say by June whether goodbye visits can be counted.' },
  },
});
