import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

const helpAfter = {
  universal: 'Services that everybody has',
  earlyHelp: 'Early help',
  familyHelp: 'Family help',
  childInNeed: 'Family help under a child in need plan',
  protection: 'Child protection: strategy discussion',
} as const;

/** Up or down the one way from help to protection. The assessment and the plan go with the family; only who answers for them changes. */
type Level = keyof typeof helpAfter;
const isLevel = (value: unknown): value is Level => typeof value === 'string' && Object.hasOwn(helpAfter, value);

/** What the family has now: by the last change, else by how the help began. */
function levelNow(history: History): Offer<Level> | undefined {
  const from = history.findLast(({ step }) => step === 'changeOfHelp' || step === 'familyHelp');
  const level = from?.step === 'changeOfHelp' ? from.answers['to'] : from?.answers['level'];
  return from !== undefined && isLevel(level) ? { value: level, from } : undefined;
}

export const changeOfHelp = defineStep({
  name: 'changeOfHelp',
  title: 'Step up or step down',
  law: 'Children Act 1989 s17 and s47; Working Together 2023, chapter 3',
  fields: {
    decidedOn: date('Date of the decision', { required: 'Says since when another team answers for the family' }),
    from: code('From', helpAfter, { required: 'Up and down are told by both ends' }),
    to: code('To', helpAfter, { required: 'Says what is owed from now on', neverPrefilled: true }),
    reason: text('Why', { lines: 3, neverPrefilled: true }),
    accepted: yesNo('Has whoever takes over accepted?', { hint: 'Until then whoever had the family goes on' }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (history, today) => ({ decidedOn: { value: today }, from: levelNow(history) }),
  togetherWith: 'siblings',
  may: { record: ['teamManager', 'headOfService', 'dutyWorker', 'leadPractitioner'], read: practitionersAndLeads },
  summary: ({ from, to }) => `${isUp(from, to) ? 'Stepped up' : 'Stepped down'} to: ${inSentence(helpAfter[to])}`,
  decide: (history, { decidedOn, from, to }, today) => {
    const day = { field: 'decidedOn', what: 'The date of the decision', on: decidedOn };
    const same = from === to ? [{ field: 'to', message: 'To is the same as from: choose what changes, or record a review' }] : [];
    return [...notAhead(day, today), ...notBeforePregnancy(day, history), ...same];
  },
  examples: {
    'up to protection': {
      decidedOn: literal('2026-04-02'),
      from: 'familyHelp',
      to: 'protection',
      reason: 'Bruising on the baby that nobody explains.',
      accepted: true,
    },
    'down to early help': { decidedOn: literal('2026-06-11'), from: 'familyHelp', to: 'earlyHelp', accepted: true },
  },
});

const order: readonly string[] = Object.keys(helpAfter);
const isUp = (from: Level, to: Level): boolean => order.indexOf(to) > order.indexOf(from);
