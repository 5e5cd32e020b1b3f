import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { patternKinds } from './pattern.ts';

/** A practitioner has looked at what repeats, and says why it means nothing here. It comes back when something more happens. */
export const patternSetAside = defineStep({
  name: 'patternSetAside',
  title: 'What repeats, looked at and set aside',
  law: 'Working Together 2023, chapter 3: analysis that stays open to other explanations',
  fields: {
    lookedOn: date('Date', { required: 'What happened later was not looked at' }),
    pattern: code('What repeats', patternKinds, { required: 'One thing is set aside at a time' }),
    reason: text('Why it means nothing for this child', {
      lines: 3,
      required: 'The next reader must be able to judge whether it is still so',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.lookedOn,
  offers: (_history, today) => ({ lookedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'reviewingOfficer'], read: practitioners },
  summary: ({ pattern }) => `Looked at and set aside: ${inSentence(patternKinds[pattern])}`,
  decide: (_history, { lookedOn }, today) => notAhead({ field: 'lookedOn', what: 'The date', on: lookedOn }, today),
  examples: {
    'two moves of house': {
      lookedOn: literal('2026-06-02'),
      pattern: 'moves',
      reason: 'The council moved the family while the roof was mended, and back.',
    },
  },
});
