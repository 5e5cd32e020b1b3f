import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addWorkingDays, isWorkingDay } from '../../kernel/calendar/working-days.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { months, until, workingDays, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';

/** The Adoption Agencies Regulations 2005 as SI 2013/985 amended them: two stages, from July 2013. */
const regulations2013 = {
  version: 'Adoption Agencies Regulations 2005 as amended in 2013',
  inForce: { from: literal('2013-07-01') },
  announcedOn: literal('2013-07-01'),
  standing: 'statutory',
  afterDeath: true,
} as const satisfies Partial<Timescale>;

const stage = (...moments: readonly string[]): Moment => saying('adopterStage', 'moment', ...moments);
const decided = (...decisions: readonly string[]): Moment => saying('adopterApproval', 'decision', ...decisions);
const withdrew = { ...stage('withdrew'), because: 'they withdrew' };
const approvalOver: Timescale['endedBy'] = [{ step: 'adopterApprovalEnd', because: 'the approval ended' }];

/** The first approval, once: a change of terms begins no other year. */
const firstApproved: Moment = {
  step: 'adopterApproval',
  on: (one, history) => {
    const first = history.find(({ step, answers }) => step === 'adopterApproval' && answers['decision'] === 'approved');
    return first === one ? one.happenedOn : undefined;
  },
};

/** Regulation 30B(5): forty working days that begin with the day on which the notification was sent. */
const fortyWithTheFirst = (_start: Statement, _history: History, on: LocalDate): Limit =>
  until(addWorkingDays(on, isWorkingDay(on) ? 39 : 40));

export const adopterStageLimits: readonly Timescale[] = [
  {
    ...regulations2013,
    standing: 'guidance',
    rule: 'adopterRegistration',
    title: 'Registration of interest in adopting answered',
    limit: workingDays(5),
    starts: [stage('registered')],
    meets: stage('accepted', 'notAccepted'),
    endedBy: [withdrew],
    law: 'Statutory guidance on adoption 2013, chapter 3: within five working days of the registration of interest',
  },
  {
    ...regulations2013,
    rule: 'adopterStageOne',
    title: 'Stage one of the assessment of adopters',
    limit: months(2),
    starts: [stage('accepted')],
    meets: stage('stageOnePassed', 'stageOneRefused'),
    endedBy: [withdrew],
    law: 'Adoption Agencies Regulations 2005 reg 27: decided within two months of telling them that stage one begins; longer for good reason or when they ask',
  },
  {
    ...regulations2013,
    rule: 'adopterStageTwoAsked',
    title: 'Adopters’ word that they go on to stage two',
    limit: months(6),
    starts: [stage('stageOnePassed')],
    meets: stage('stageTwoBegun'),
    endedBy: [withdrew],
    law: 'Adoption Agencies Regulations 2005 reg 28: stage two where they say so within six months of passing stage one; after that they register again',
  },
  {
    ...regulations2013,
    rule: 'adopterStageTwo',
    title: 'Decision on the suitability of adopters',
    limit: months(4),
    starts: [stage('stageTwoBegun')],
    meets: decided('approved', 'refused', 'proposed'),
    endedBy: [withdrew],
    law: 'Adoption Agencies Regulations 2005 reg 30B(1): within four months of their word that they go on; longer in exceptional circumstances or when they ask',
  },
];

export const adopterPanelLimits: readonly Timescale[] = [
  {
    ...regulations2013,
    standing: 'guidance',
    rule: 'adopterDecision',
    title: 'Decision after the adoption panel',
    limit: workingDays(7),
    starts: [
      {
        step: 'adopterPanel',
        on: ({ answers, happenedOn }) => (answers['recommendation'] === 'deferred' ? undefined : happenedOn),
      },
    ],
    meets: { step: 'adopterApproval' },
    endedBy: [...approvalOver, withdrew],
    law: 'Adoption National Minimum Standard 17: within seven working days of the recommendation',
  },
];

export const adopterApprovalLimits: readonly Timescale[] = [
  {
    ...regulations2013,
    rule: 'adopterReview',
    title: 'Review of the approval of adopters',
    limit: months(12),
    starts: [firstApproved, { step: 'adopterReview' }, saying('adopterPlacement', 'moment', 'disrupted')],
    meets: { step: 'adopterReview' },
    endedBy: [...approvalOver, { ...saying('adopterPlacement', 'moment', 'placed', 'adopted'), because: 'a child is placed with them' }],
    law: 'Adoption Agencies Regulations 2005 reg 30D: within a year of the approval and then at most every year, until a child is placed',
  },
  {
    ...regulations2013,
    rule: 'adopterRepresentations',
    title: 'Adopters’ answer to a proposal not to approve them',
    limit: fortyWithTheFirst,
    starts: [decided('proposed')],
    meets: decided('approved', 'refused', 'changed'),
    endedBy: [...approvalOver, withdrew],
    law: 'Adoption Agencies Regulations 2005 reg 30B(5): forty working days, the day of the notification the first, for representations or the independent review, and then the decision',
  },
];
