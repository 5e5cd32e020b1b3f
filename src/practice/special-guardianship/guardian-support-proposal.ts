import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** The services of regulation 3. */
export const guardianServices = {
  moneyRegularly: 'Money, paid regularly',
  moneyOnce: 'Money, once',
  groups: 'Groups of guardians, children and parents',
  contact: 'Help with contact, mediation',
  therapy: 'Therapy for the child',
  relationship: 'Help for the relationship: training, a break, mediation',
} as const;

/** What is needed, and what is proposed upon it: the guardian has a time to answer before anything is decided. */
export const guardianSupportProposal = defineStep({
  name: 'guardianSupportProposal',
  title: 'Special guardianship support assessed and proposed',
  law: 'Special Guardianship Regulations 2005 regs 12, 13 and 15',
  fields: {
    proposedOn: date('Date of the notice', { required: 'Regulation 15: told in writing, with the time allowed for an answer' }),
    answerBy: date('Answer allowed until', { required: 'Regulation 15(2): nothing is decided before it' }),
    needs: text('What child, guardian and parents need', {
      lines: 4,
      neverPrefilled: true,
      required: 'Regulation 12 says what is looked at',
    }),
    services: codes('What is proposed', guardianServices, { neverPrefilled: true, hint: 'Nothing chosen: it is proposed to give none' }),
    money: text('How the amount was reckoned', {
      lines: 2,
      neverPrefilled: true,
      askedWhen: ({ services }) => Array.isArray(services) && services.some((one) => String(one).startsWith('money')),
    }),
  },
  happenedOn: (answers) => answers.proposedOn,
  offers: (_history, today) => ({ proposedOn: { value: today } }),
  togetherWith: 'nobody',
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ services }) =>
    services === undefined || services.length === 0
      ? 'Special guardianship support: none is proposed'
      : `Special guardianship support proposed: ${services.map((one) => guardianServices[one].toLowerCase()).join('; ')}`,
  decide: (history, { proposedOn, answerBy }, today) => {
    const day = { field: 'proposedOn', what: 'The date of the notice', on: proposedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'guardianSupportRequest', 'it was asked for'),
      ...(answerBy <= proposedOn ? [{ field: 'answerBy', message: 'Answer allowed until must be after the date of the notice' }] : []),
    ];
  },
  dependsOn: ['guardianSupportRequest'],
  examples: {
    'an allowance and help with contact': {
      proposedOn: literal('2026-03-23'),
      answerBy: literal('2026-04-13'),
      needs: 'She leaves her job; meetings with his mother end in quarrels.',
      services: ['moneyRegularly', 'contact'],
      money: 'As a foster carer is paid, less child benefit; means test of 16 March.',
    },
  },
});
