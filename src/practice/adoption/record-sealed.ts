import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

/** The last line of the old record of a child who was adopted. It says that the record is sealed, and nothing of the new one. */
export const recordSealed = defineStep({
  name: 'recordSealed',
  title: 'Record sealed after an adoption order',
  law: 'Adoption and Children Act 2002 ss56–65, 77–79; Adoption Agencies Regulations 2005 regs 39–44',
  fields: { sealedOn: date('Date', { required: 'Until it the old record can be found beside the new one' }) },
  happenedOn: (answers) => answers.sealedOn,
  page: 'seal',
  may: { record: ['teamManager'], read: practitioners },
  summary: () => 'Record sealed after the adoption order',
  decide: (history, { sealedOn }, today) => {
    const day = { field: 'sealedOn', what: 'The date', on: sealedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'adoptionOrder', 'the adoption order')];
  },
  dependsOn: ['adoptionOrder'],
  examples: { sealed: { sealedOn: literal('2026-11-02') } },
});
