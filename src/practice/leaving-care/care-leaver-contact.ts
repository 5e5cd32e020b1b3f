import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { accommodations, activities, inTouch } from '../../vocabulary/ssda903.ts';
import { notAhead } from '../checks.ts';
import { contactLimits } from './leaving-care-limits.ts';

const answering = (answers: SoFar): boolean => !['DIED', 'RHOM'].includes(String(answers['inTouch']));

export const careLeaverContact = defineStep({
  name: 'careLeaverContact',
  title: 'Contact with a care leaver',
  law: 'Children Act 1989 s23B, s23C and s23CZB; children looked after return, OC3',
  fields: {
    contactOn: date('Date of the contact', {
      required: 'Children looked after return, OC3: from three months before to one month after the birthday',
      returns: { ssda903: 'collection.BIRTHDAY' },
    }),
    inTouch: code('In touch', inTouch, {
      required: 'Children looked after return, OC3: whether the authority is in touch',
      neverPrefilled: true,
      returns: { ssda903: 'oc3.IN_TOUCH' },
    }),
    activity: code('Main activity', activities, { neverPrefilled: true, askedWhen: answering, returns: { ssda903: 'oc3.ACTIV' } }),
    accommodation: code('Where the young person lives', accommodations, { askedWhen: answering, returns: { ssda903: 'oc3.ACCOM' } }),
    note: text('What was said and done', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.contactOn,
  offers: (_history, today) => ({ contactOn: { value: today } }),
  timescales: contactLimits,
  may: { record: practitioners, read: practitioners },
  summary: ({ inTouch: touch }) => `Contact with a care leaver: ${inTouch[touch].toLowerCase()}`,
  decide: (_history, { contactOn }, today) => notAhead({ field: 'contactOn', what: 'The date of the contact', on: contactOn }, today),
  carriedBy: { ssda903: 'oc3' },
  examples: {
    'in touch': {
      contactOn: literal('2026-06-14'),
      inTouch: 'YES',
      activity: 'F2',
      accommodation: 'Z1',
      note: 'Met for coffee; college going well.',
    },
    'no contact': { contactOn: literal('2026-06-14'), inTouch: 'NO', activity: '0', accommodation: '0' },
  },
});
