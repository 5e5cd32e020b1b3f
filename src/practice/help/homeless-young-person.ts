import { birthday, date as literal, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { lifeOf, notAhead } from '../checks.ts';

const outcomes = {
  section20: 'Accommodated under section 20',
  declined: 'Refused section 20, knowing what it means; help under section 17',
  home: 'Back with the family, safely',
  relatives: 'With relatives or friends, by the family’s arrangement',
  housing: 'The housing authority: not a child in need of accommodation',
} as const;

const sixteenOrSeventeen = (history: History, on: LocalDate): readonly Problem[] => {
  const { bornOn } = lifeOf(history);
  if (bornOn === undefined || (birthday(bornOn, 16) <= on && on < birthday(bornOn, 18))) return [];
  return [
    {
      field: 'decidedOn',
      message: `On ${formatDate(on)} the child was not 16 or 17 (born ${formatDate(bornOn)}): a younger child who has nowhere to live is accommodated, an adult is helped by the housing authority`,
    },
  ];
};

/** Southwark (R (G) v Southwark [2009] UKHL 26): whoever meets section 20 is looked after, and is not sent to the housing authority instead. */
export const homelessYoungPerson = defineStep({
  name: 'homelessYoungPerson',
  title: 'Homeless at 16 or 17: decision',
  law: 'Children Act 1989 s17 and s20(3); Housing Act 1996 Part 7; R (G) v Southwark LBC [2009] UKHL 26; statutory guidance on homeless 16 and 17 year olds, 2018',
  fields: {
    decidedOn: date('Date of the decision', { required: 'Says from when somebody is responsible for where the young person sleeps' }),
    outcome: code('Decision', outcomes, { required: 'The duty under section 20 is decided first', neverPrefilled: true }),
    wishes: text('What the young person wants', {
      lines: 3,
      neverPrefilled: true,
      required: 'Children Act 1989 s20(6): the young person’s wishes are found out and weighed',
    }),
    advised: yesNo('Was an advocate offered, and section 20 explained, also what leaving care brings?', {
      hint: 'A refusal counts only from somebody who knew what they refused',
    }),
    where: text('Where they sleep tonight', { longest: 200 }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitionersAndLeads },
  summary: ({ outcome, advised }) =>
    outcome === 'declined' && advised !== true
      ? 'Homeless at 16 or 17: refused section 20; not yet explained, or no advocate offered'
      : `Homeless at 16 or 17: ${inSentence(outcomes[outcome])}`,
  decide: (history, { decidedOn }, today) => [
    ...notAhead({ field: 'decidedOn', what: 'The date of the decision', on: decidedOn }, today),
    ...sixteenOrSeventeen(history, decidedOn),
  ],
  examples: {
    accommodated: {
      decidedOn: literal('2026-03-05'),
      outcome: 'section20',
      wishes: 'Not home. Near college, with somebody there at night.',
      advised: true,
    },
    refused: { decidedOn: literal('2026-03-05'), outcome: 'declined', wishes: 'To stay with his friend’s mother.', advised: true },
  },
});
