import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { amongRequests, ofWhichRequest } from './requests.ts';

/** Somebody who decided none of it has read what goes and what does not. What is decided afterwards must be confirmed anew. */
export const redactionConfirmation = defineStep({
  name: 'redactionConfirmation',
  title: 'What is disclosed, confirmed by a second person',
  law: 'UK GDPR Art 5(2) and 15(4); Data Protection Act 2018 Sch 3 para 6',
  about: 'anybody',
  togetherWith: 'nobody',
  fields: {
    confirmedOn: date('Date', { required: 'What is decided later was not read' }),
    opinion: text('Health professional’s opinion: who, and what', {
      lines: 2,
      neverPrefilled: true,
      hint: 'Needed where words about health are withheld for serious harm: Sch 3 para 6',
    }),
    opinionOn: date('Date of the opinion', { hint: 'Not older than six months' }),
    interests: text('Why child abuse data are not in the child’s interests to disclose', { lines: 2, neverPrefilled: true }),
    remarks: text('Remarks', { lines: 2, neverPrefilled: true }),
    request: ofWhichRequest,
  },
  happenedOn: (answers) => answers.confirmedOn,
  among: amongRequests,
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: () => 'Subject access: what is disclosed was confirmed by a second person',
  decide: (_history, { confirmedOn, opinionOn }, today) => [
    ...notAhead({ field: 'confirmedOn', what: 'The date', on: confirmedOn }, today),
    ...notAhead({ field: 'opinionOn', what: 'The date of the opinion', on: opinionOn }, today),
  ],
  examples: {
    'nothing of health': { confirmedOn: literal('2026-03-24') },
    'a paediatrician has said': {
      confirmedOn: literal('2026-03-24'),
      opinion: 'Dr Osei, consultant paediatrician: to read of the diagnosis now would likely lead to serious harm.',
      opinionOn: literal('2026-03-19'),
    },
  },
});
