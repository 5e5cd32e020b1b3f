import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

const reasons = {
  home: 'Home to parents',
  relative: 'To a close relative',
  age: 'The child is sixteen, or eighteen and disabled',
  care: 'The child is looked after',
  moved: 'Moved to another authority, which was told',
  other: 'Another reason',
} as const;

/** The arrangement has ended: where the child is now is asked, whoever says so. */
export const privateFosteringEnd = defineStep({
  name: 'privateFosteringEnd',
  title: 'Private fostering ended',
  law: 'Children Act 1989 Sch 8; SI 2005/1533 reg 10',
  fields: {
    endedOn: date('Date it ended', { required: 'Visits are owed until then' }),
    reason: code('Why', reasons, { required: 'It says who answers for the child now' }),
    seenSince: text('Who has seen the child since, and how it was', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ reason }) => `Private fostering ended: ${reasons[reason].toLowerCase()}`,
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date it ended', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'privateFosteringNotice', 'we became aware of it')];
  },
  dependsOn: ['privateFosteringNotice'],
  examples: {
    home: { endedOn: literal('2026-07-20'), reason: 'home', seenSince: 'By video on the 21st, with her mother: glad to be home.' },
  },
});
