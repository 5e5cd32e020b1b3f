import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { dayIn } from '../../kernel/step/limit-moments.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { guardianServices } from './guardian-support-proposal.ts';
import { reviewLimits } from './guardianship-limits.ts';

const decisions = {
  provided: 'Support is given',
  changed: 'Support is changed',
  notProvided: 'No support is given',
  ended: 'Support has ended',
} as const;

/** What is given, why, and who watches over the plan: told in writing. */
export const guardianSupportDecision = defineStep({
  name: 'guardianSupportDecision',
  title: 'Decision on special guardianship support, and plan',
  law: 'Special Guardianship Regulations 2005 regs 14 and 16',
  fields: {
    decidedOn: date('Date', { required: 'The yearly reviews run from it' }),
    decision: code('Decision', decisions, { required: 'It says whether support goes on', neverPrefilled: true }),
    services: codes('What is given', guardianServices, {
      askedWhen: ({ decision }) => decision === 'provided' || decision === 'changed',
    }),
    plan: text('The plan: what is given, what for, and when it is looked at again', {
      lines: 4,
      neverPrefilled: true,
      hint: 'Regulation 14: of services other than money',
    }),
    monitor: link('Who watches over the plan', 'member', { hint: 'Regulation 14(4): a person named by the authority' }),
    reasons: text('Reasons, and how the answer to the proposal was weighed', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  timescales: reviewLimits,
  offers: (history, today) => {
    const proposal = history.findLast(({ step }) => step === 'guardianSupportProposal');
    const services = proposal?.answers['services'];
    return {
      decidedOn: { value: today },
      ...(proposal === undefined || !Array.isArray(services) || services.length === 0
        ? {}
        : { services: { value: services as never, from: proposal } }),
    };
  },
  togetherWith: 'nobody',
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ decision }) => `Special guardianship support: ${inSentence(decisions[decision])}`,
  decide: (history, { decidedOn, reasons }, today) => {
    const day = { field: 'decidedOn', what: 'The date', on: decidedOn };
    const proposal = history.findLast(({ step, happenedOn }) => step === 'guardianSupportProposal' && happenedOn <= decidedOn);
    const answerBy = proposal === undefined ? undefined : dayIn(proposal, 'answerBy');
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'guardianSupportRequest', 'it was asked for'),
      ...(answerBy !== undefined && decidedOn <= answerBy && reasons === undefined
        ? [
            {
              field: 'reasons',
              message: `The proposal may be answered until ${formatDate(answerBy)}: write what they answered, or decide after that day (regulation 15)`,
            },
          ]
        : []),
    ];
  },
  dependsOn: ['guardianSupportRequest', 'guardianSupportProposal'],
  examples: {
    given: {
      decidedOn: literal('2026-04-20'),
      decision: 'provided',
      services: ['moneyRegularly', 'contact'],
      plan: 'An allowance each fortnight; a worker arranges the first six meetings with his mother.',
      monitor: '55555555-5555-4555-8555-555555555555',
      reasons: 'She asked for the first six meetings, not three.',
    },
    'not given': { decidedOn: literal('2026-04-20'), decision: 'notProvided', reasons: 'Nothing is asked for now.' },
  },
});
