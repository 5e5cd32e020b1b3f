import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { ethnicities } from '../../vocabulary/cin.ts';
import { gendersOfStaff, knowledgeAndSkillsStatuses, qualificationLevels } from '../../vocabulary/workforce-census.ts';
import { notAhead } from '../checks.ts';

/** What the workforce census asks of a social worker, as they say it themselves: read by heads of service alone, and given to no manager. */
export const staffDetails = defineStep({
  name: 'staffDetails',
  title: 'Details for the workforce census',
  law: 'Children Act 1989 s83 (workforce census); UK GDPR Art 9(2)(b), Data Protection Act 2018 Sch 1 para 8: equality of opportunity',
  file: 'staff',
  fields: {
    on: date('Date', { required: 'A chronology is by the day on which something happened' }),
    bornOn: date('Date of birth'),
    gender: code('Gender, as they say it', gendersOfStaff),
    ethnicity: code('Ethnicity, as they say it', ethnicities),
    qualifiedAt: text('Where they qualified as a social worker', { longest: 200 }),
    qualification: code('Level of the qualification', qualificationLevels),
    stepUp: yesNo('Qualified through Step Up to Social Work'),
    frontline: yesNo('Qualified through Frontline (Approach Social Work)'),
    status: code('Knowledge and skills statement that they work to', knowledgeAndSkillsStatuses),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: ['headOfService'], read: ['headOfService'] },
  summary: () => 'Details for the workforce census',
  decide: (_history, { on, bornOn }, today) => [
    ...notAhead({ field: 'on', what: 'The date', on }, today),
    ...notAhead({ field: 'bornOn', what: 'The date of birth', on: bornOn }, today),
  ],
  examples: {
    'as the census asks': {
      on: literal('2026-01-05'),
      bornOn: literal('1991-04-07'),
      gender: '2',
      ethnicity: 'BCRB',
      qualifiedAt: 'University of Norchester',
      qualification: '2',
      stepUp: false,
      frontline: false,
      status: '2',
    },
  },
});
