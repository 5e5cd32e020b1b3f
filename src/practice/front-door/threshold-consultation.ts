import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { workingDays } from '../../kernel/step/timescale.ts';
import { referralSources } from '../../vocabulary/cin.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

const consultationAdvice = {
  refer: 'Refer: the threshold appears to be met',
  familyHelp: 'Family help',
  earlyHelp: 'Early help or another service',
  watch: 'Go on as now, and ring again if anything changes',
} as const;

/** A professional asks what to do before referring. Advice to refer that nobody followed is a child whom everybody thinks somebody else has. */
export const thresholdConsultation = defineStep({
  name: 'thresholdConsultation',
  title: 'Threshold consultation',
  law: 'Children Act 2004 s10; Working Together 2023, chapter 1: the threshold document',
  fields: {
    heldOn: date('Date of the consultation', { required: 'The working day for the referral to come runs from it' }),
    source: code('Whose agency', referralSources),
    caller: text('Who asked, and how to reach them', {
      required: 'Whoever was told to refer is rung when no referral comes',
      longest: 200,
    }),
    asked: text('What was asked', { lines: 4, neverPrefilled: true }),
    advice: code('Advice', consultationAdvice, { required: 'Says whether a referral is to be expected', neverPrefilled: true }),
    reason: text('Why', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  timescales: [
    {
      rule: 'referralAfterAdvice',
      version: 'local',
      title: 'Referral after advice to refer, else ring the caller',
      limit: workingDays(1),
      starts: [{ step: 'thresholdConsultation', on: (one) => (one.answers['advice'] === 'refer' ? one.happenedOn : undefined) }],
      meets: { step: 'referral' },
      alsoMetBy: [{ step: 'contact' }],
      endedBy: [
        {
          step: 'thresholdConsultation',
          because: 'advised otherwise since',
          on: (one) => (one.answers['advice'] === 'refer' ? undefined : one.happenedOn),
        },
        { step: 'closure', because: 'case closed' },
      ],
      inForce: { from: literal('2013-04-15') },
      announcedOn: literal('2013-04-15'),
      standing: 'local',
      law: 'Local standard: advice to refer is followed by a referral within one working day, or the caller is rung',
    },
  ],
  offers: (_history, today) => ({ heldOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: practitioners, read: practitioners },
  summary: ({ advice }) => `Threshold consultation: ${inSentence(consultationAdvice[advice])}`,
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the consultation', on: heldOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'told to refer': {
      heldOn: literal('2026-03-02'),
      source: '3B',
      caller: 'Ms Lind, health visitor, 01632 960120',
      asked: 'The baby has lost weight at two weighings and the mother did not answer the door today.',
      advice: 'refer',
      reason: 'Under one year old, losing weight and not seen.',
    },
    'early help': { heldOn: literal('2026-03-02'), caller: 'Mr Adeyemi, head of year', advice: 'earlyHelp' },
  },
});
