import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf } from '../checks.ts';

/** Nothing of the record may be destroyed while it stands, whatever date is reached. */
export const legalHold = defineStep({
  name: 'legalHold',
  title: 'Legal hold',
  law: 'Inquiries Act 2005 s35; Civil Procedure Rules PD 31B para 7: what may be asked for is kept',
  about: 'anybody',
  file: 'also',
  togetherWith: 'nobody',
  fields: {
    from: date('From', { required: 'Says since when nothing of the record may be destroyed' }),
    for: text('For which claim, inquiry or investigation', {
      required: 'Inquiries Act 2005 s35: whoever destroys what an inquiry may ask for must have known of it',
    }),
    reason: text('Why', {
      neverPrefilled: true,
      lines: 2,
      required: 'A hold that nobody can explain is kept for ever, or is lifted too soon',
    }),
  },
  happenedOn: (answers) => answers.from,
  offers: (_history, today) => ({ from: { value: today } }),
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: (answers) => `Legal hold: ${answers.for}`,
  decide: (_history, { from }, today) => notAhead({ field: 'from', what: 'The date from which it is held', on: from }, today),
  examples: {
    'an inquiry': {
      from: literal('2026-03-03'),
      for: 'Independent inquiry of the council',
      reason: 'The inquiry asked on 2 March that records of these years be kept.',
    },
  },
});

export const legalHoldEnd = defineStep({
  name: 'legalHoldEnd',
  title: 'End of a legal hold',
  law: 'UK GDPR Art 5(1)(e): kept no longer than is needed',
  about: 'anybody',
  file: 'also',
  togetherWith: 'nobody',
  fields: {
    endedOn: date('Date on which it ended', { required: 'Says from when the record may be destroyed again' }),
    hold: link('Which hold', 'entry', { required: 'One hold may end while another stands' }),
    because: text('Why it is over', { lines: 2, required: 'Whoever destroys the record later must be able to see why they might' }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  among: (history) => statementsOf('legalHold', history),
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ because }) => `Legal hold ended: ${because}`,
  dependsOn: ['legalHold', 'legalHoldEnd'],
  decide: (history, { endedOn, hold }, today) => {
    const known = allOf(legalHold, history);
    return [
      ...notAhead({ field: 'endedOn', what: 'The date on which it ended', on: endedOn }, today),
      ...(known.length > 0 && !known.some(({ entry }) => entry === hold)
        ? [{ field: 'hold', message: 'Select an entry that is a legal hold' }]
        : []),
    ];
  },
  examples: {
    'the inquiry has reported': {
      endedOn: literal('2026-09-01'),
      hold: '33333333-3333-4333-8333-333333333333',
      because: 'The inquiry reported on 28 August and asks for nothing more.',
    },
  },
});

/** Since when the record is held; undefined: no hold stands. */
export function heldSince(history: History): LocalDate | undefined {
  const ended = new Set(allOf(legalHoldEnd, history).map(({ answers }) => answers.hold));
  return allOf(legalHold, history).find(({ entry }) => !ended.has(entry))?.happenedOn;
}
