import { date as literal } from '../../kernel/calendar/dates.ts';
import { answering, dayIn, neverEnded, saying } from '../../kernel/step/limit-moments.ts';
import { calendarDays, months, weeks, workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';

const regulations2011 = {
  version: 'Fostering Services Regulations 2011',
  inForce: { from: literal('2011-04-01') },
  announcedOn: literal('2011-04-01'),
  standing: 'statutory',
  afterDeath: true,
} as const satisfies Partial<Timescale>;

const stage = (moment: string): Moment => saying('fosterAssessmentStage', 'moment', moment);
const decided = (...decisions: readonly string[]): Moment => saying('fosterCarerApproval', 'decision', ...decisions);
const lasting = ['approved', 'refused', 'proposed'] as const;
const unannounced = saying('fosterCarerVisit', 'how', 'unannounced');
const approvalOver: Timescale['endedBy'] = [{ step: 'fosterCarerApprovalEnd', because: 'the approval ended' }];
const withdrew = { ...stage('withdrew'), because: 'they withdrew' };

/** The first approval, once: a change of terms begins no other year. */
const firstApproved: Moment = {
  step: 'fosterCarerApproval',
  on: (one, history) => {
    const first = history.find(({ step, answers }) => step === 'fosterCarerApproval' && answers['decision'] === 'approved');
    return first === one ? one.happenedOn : undefined;
  },
};

export const assessmentLimits: readonly Timescale[] = [
  {
    ...regulations2011,
    rule: 'fosterStageOneTold',
    title: 'Carers told how stage one ended',
    limit: workingDays(10),
    starts: [stage('stageOneDone')],
    meets: stage('stageOnePassed'),
    alsoMetBy: [stage('stageOneRefused')],
    endedBy: [withdrew],
    law: 'Fostering Services Regulations 2011 reg 26: within ten working days of having all that stage one asks for',
  },
  {
    ...regulations2011,
    standing: 'guidance',
    rule: 'fosterAssessment',
    title: 'Assessment to foster, to the decision',
    limit: months(8),
    starts: [stage('applied')],
    meets: decided(...lasting),
    endedBy: [withdrew, { ...stage('stageOneRefused'), because: 'they were told that they are not suitable' }],
    law: 'National Minimum Standard 14: the panel makes its recommendation within eight months of the application',
  },
];

export const panelLimits: readonly Timescale[] = [
  {
    ...regulations2011,
    standing: 'guidance',
    rule: 'fosterDecision',
    title: 'Decision after the fostering panel',
    limit: workingDays(7),
    starts: [
      {
        step: 'fosterPanel',
        on: ({ answers, happenedOn }) => (answers['recommendation'] === 'deferred' ? undefined : happenedOn),
      },
    ],
    meets: { step: 'fosterCarerApproval' },
    endedBy: approvalOver,
    law: 'National Minimum Standard 14: within seven working days of the recommendation',
  },
];

export const approvalLimits: readonly Timescale[] = [
  {
    ...regulations2011,
    rule: 'fosterReview',
    title: 'Review of foster carers',
    limit: months(12),
    starts: [firstApproved, { step: 'fosterCarerReview' }],
    meets: { step: 'fosterCarerReview' },
    endedBy: approvalOver,
    law: 'Fostering Services Regulations 2011 reg 28(2): within a year of the approval, and then at most every year',
  },
  {
    ...regulations2011,
    standing: 'guidance',
    rule: 'fosterUnannouncedVisit',
    title: 'Unannounced visit to foster carers',
    limit: months(12),
    starts: [firstApproved, unannounced],
    meets: unannounced,
    endedBy: approvalOver,
    law: 'National Minimum Standard 21: at least one a year',
  },
  {
    ...regulations2011,
    version: 'SI 2010/959',
    rule: 'fosterTemporaryApproval',
    title: 'Temporary approval of a connected person ends',
    limit: weeks(16),
    starts: [decided('temporary')],
    meets: decided(...lasting, 'extended'),
    endedBy: approvalOver,
    law: 'SI 2010/959 reg 24: sixteen weeks',
  },
  {
    ...regulations2011,
    version: 'SI 2010/959',
    rule: 'fosterExtendedApproval',
    title: 'Extended temporary approval of a connected person ends',
    limit: weeks(8),
    starts: [decided('extended')],
    meets: decided(...lasting),
    endedBy: approvalOver,
    law: 'SI 2010/959 reg 25: eight weeks more, once',
  },
  {
    ...regulations2011,
    rule: 'fosterRepresentations',
    title: 'Carers’ answer to a proposal not to approve them',
    limit: calendarDays(28),
    starts: [decided('proposed')],
    meets: { step: 'fosterCarerApproval', on: ({ answers, happenedOn }) => (answers['decision'] === 'proposed' ? undefined : happenedOn) },
    endedBy: approvalOver,
    law: 'Fostering Services Regulations 2011 reg 27(6): 28 days for representations or the independent review, and then the decision',
  },
];

/** The concern itself says when the designated officer was told; where it was not known yet, as it is put right. */
const officerTold = (step: string): Moment => ({
  step,
  itself: true,
  on: (concern, _history, start) => (concern.entry === start?.entry ? dayIn(concern, 'officerToldOn') : undefined),
});

export const concernLimits: readonly Timescale[] = [
  {
    ...regulations2011,
    version: 'local',
    standing: 'local',
    rule: 'fosterConcern',
    title: 'Concern about foster carers looked into',
    limit: workingDays(30),
    starts: [{ step: 'fosterConcern' }],
    meets: answering('fosterConcernEnd', 'concern'),
    endedBy: [],
    law: 'National Minimum Standard 22: without delay; local standard thirty working days',
  },
  neverEnded({
    rule: 'carersOfficerTold',
    version: 'Working Together 2015',
    title: 'Designated officer told of an allegation against carers or adopters',
    limit: workingDays(1),
    starts: [saying('fosterConcern', 'kind', 'allegation'), saying('adopterConcern', 'kind', 'allegation')],
    meets: officerTold('fosterConcern'),
    alsoMetBy: [officerTold('adopterConcern')],
    inForce: { from: literal('2015-03-26') },
    standing: 'guidance',
    law: 'Working Together 2023, chapter 4, and every edition since 2015: within one working day',
  }),
];
