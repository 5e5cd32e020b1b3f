import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';

/** Each parent or guardian consents to the placing: with a placement order, the other way in which an agency may place. */
export const consentToPlacement = defineStep({
  name: 'consentToPlacement',
  title: 'Parents consent to placing for adoption',
  law: 'Adoption and Children Act 2002 s19; Adoption Agencies Regulations 2005 reg 20',
  fields: {
    consentedOn: date('Date of the consent', { required: 'Section 19: the agency may place from it, and reviews are counted from it' }),
    witnessedBy: text('Cafcass officer who witnessed it'),
  },
  happenedOn: (answers) => answers.consentedOn,
  offers: (_history, today) => ({ consentedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: () => 'Parents consented to placing for adoption',
  decide: (history, { consentedOn }, today) => {
    const day = { field: 'consentedOn', what: 'The date of the consent', on: consentedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: { 'both parents': { consentedOn: literal('2026-03-02'), witnessedBy: 'A. Example, Cafcass' } },
});
