import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { offerLink } from '../../kernel/step/offers.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { workingDays } from '../../kernel/step/timescale.ts';
import { notAhead, statementsOf } from '../checks.ts';
import { contactOf, isNobodyKnown, isProfessional } from './contacts.ts';
import { referralDecided } from './response.ts';

const toldWhat = {
  outcome: 'The outcome, and why',
  received: 'That it was received and is being looked at',
} as const;

/** Of a referral that came of a contact, the contact's own limit counts; of one in a file nobody knows who was told. */
function referralAlone(referral: Statement, history: History): LocalDate | undefined {
  const { source } = referral.answers;
  if (referral.source !== undefined || source === undefined || isNobodyKnown(source)) return undefined;
  return contactOf(referral, history) === undefined ? referral.happenedOn : undefined;
}

const knownCaller = (contact: Statement): LocalDate | undefined =>
  isNobodyKnown(contact.answers['source']) ? undefined : contact.happenedOn;

/** Of which contact or referral: named, or whatever waits. A professional is owed the outcome. */
function toldFor(told: Statement, _history: History, start?: Statement): LocalDate | undefined {
  const named = told.answers['about'];
  if (start === undefined) return told.happenedOn;
  if (named !== undefined && named !== start.entry) return undefined;
  return told.answers['told'] === 'received' && isProfessional(start.answers['source']) ? undefined : told.happenedOn;
}

/** Told with the decision: the day on which the decision says so. */
function toldWithDecision(decision: Statement, history: History, start?: Statement): LocalDate | undefined {
  const told = decision.answers['acknowledgedOn'];
  if (typeof told !== 'string') return undefined;
  const referral = referralDecided(decision, history);
  const ofThis =
    start === undefined ||
    (referral !== undefined && (referral.entry === start.entry || contactOf(referral, history)?.entry === start.entry));
  return ofThis ? (told as LocalDate) : undefined;
}

/** The last contact, else the last referral; and how its caller said they are reached. */
function whomToTell(history: History) {
  const about = statementsOf('contact', history).at(-1) ?? statementsOf('referral', history).at(-1);
  if (about === undefined) return {};
  const how = [about.answers['fromWhom'], about.answers['reach']]
    .filter((part) => typeof part === 'string')
    .join(', ')
    .slice(0, 200);
  return { about: offerLink(about), ...(how === '' ? {} : { how: { value: how, from: about } }) };
}

export const outcomeToReferrer = defineStep({
  name: 'outcomeToReferrer',
  title: 'Referrer told',
  law: 'Working Together 2023, chapter 3: feedback to the referrer',
  fields: {
    toldOn: date('Date they were told', { required: 'Working Together: the referrer is answered within one working day' }),
    told: code('What they were told', toldWhat, {
      required: 'A professional is told the outcome; anybody else that it was received, and no more of the family than they may know',
    }),
    how: text('Whom, and how', { longest: 200 }),
    about: link('Of which contact or referral', 'entry', { hint: 'Leave empty for the last one' }),
    disagrees: text('If they disagree: what they said, and to whom it went', { lines: 3 }),
  },
  happenedOn: (answers) => answers.toldOn,
  timescales: [
    {
      rule: 'referrerTold',
      version: 'Working Together 2013',
      title: 'Referrer told',
      limit: workingDays(1),
      starts: [
        { step: 'contact', on: knownCaller },
        { step: 'referral', on: referralAlone },
      ],
      meets: { step: 'outcomeToReferrer', on: toldFor },
      alsoMetBy: [{ step: 'referralDecision', on: toldWithDecision }],
      endedBy: [{ step: 'closure', because: 'case closed' }],
      inForce: { from: literal('2013-04-15') },
      announcedOn: literal('2013-03-21'),
      standing: 'guidance',
      law: 'Working Together, chapter 3: within one working day of receipt the referrer is told; a professional what was decided, anybody else that it was received',
    },
  ],
  offers: (history, today) => ({ toldOn: { value: today }, ...whomToTell(history) }),
  among: (history) => history.filter(({ step }) => step === 'contact' || step === 'referral'),
  togetherWith: 'siblings',
  recordsAtOnce: true,
  may: { record: practitioners, read: practitioners },
  summary: ({ told }) => `Referrer told: ${told === 'outcome' ? 'the outcome' : 'that it was received'}`,
  decide: (_history, { toldOn }, today) => notAhead({ field: 'toldOn', what: 'The date they were told', on: toldOn }, today),
  dependsOn: [],
  examples: {
    'the school, the outcome': {
      toldOn: literal('2026-03-03'),
      told: 'outcome',
      how: 'E-mail to Mrs Okoro',
    },
    'a neighbour': { toldOn: literal('2026-03-03'), told: 'received', how: 'By telephone' },
  },
});
