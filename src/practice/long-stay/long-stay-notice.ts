import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { lookedAfterOn } from '../looked-after/care.ts';
import { longStayLimits } from './long-stay-limits.ts';

const where = {
  hospital: 'In hospital, or otherwise by a health body (section 85)',
  school: 'In a residential school, by an education authority (section 85)',
  careHome: 'In a care home (section 86)',
  independentHospital: 'In an independent hospital (section 86)',
} as const;
const how = { told: 'Whoever accommodates the child told us', found: 'Found by us, or told by somebody else' } as const;

/** A child has been, or will be, away for three months or more in a hospital, school or care home: who accommodates them must tell us, and nobody else may be watching. */
export const longStayNotice = defineStep({
  name: 'longStayNotice',
  title: 'Child on a long stay in hospital, school or a care home',
  law: 'Children Act 1989 ss85, 86 and 86A; Visits to Children in Long-Term Residential Care Regulations 2011',
  fields: {
    toldOn: date('Date on which we were told', { required: 'Visit and assessment are counted from it' }),
    where: code('Where the child is', where, { required: 'Section 85 or 86: it says who must tell whom' }),
    how: code('How we learnt of it', how, { required: 'A notice that is owed and not given is taken up with them', neverPrefilled: true }),
    place: text('Name of the place, and who answers for the child there', { longest: 300 }),
    beganOn: date('Date the stay began', { hint: 'A notice is owed at three months, or before if that long is meant' }),
    why: text('Why, for how long, and how often the family comes', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.toldOn,
  timescales: longStayLimits,
  offers: (_history, today) => ({ toldOn: { value: today } }),
  togetherWith: 'nobody',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: (answers) => `Long stay notified: ${inSentence(where[answers.where])}`,
  decide: (history, { toldOn }, today) => {
    const day = { field: 'toldOn', what: 'The date on which we were told', on: toldOn };
    return [
      ...notAhead(day, today),
      ...notBeforeBirth(day, history),
      ...(lookedAfterOn(history, toldOn)
        ? [
            {
              field: 'toldOn',
              message:
                'The child is looked after on that day: the stay is a placement or an absence from one, and its visits are owed already',
            },
          ]
        : []),
    ];
  },
  dependsOn: ['periodOfCare', 'periodOfCareEnd'],
  examples: {
    'a ward': {
      toldOn: literal('2026-03-02'),
      where: 'hospital',
      how: 'told',
      place: 'Example Hospital, ward 4; the ward sister',
      beganOn: literal('2025-12-08'),
      why: 'After an operation; her mother comes at weekends.',
    },
    'found by the virtual school': { toldOn: literal('2026-03-02'), where: 'school', how: 'found' },
  },
});
