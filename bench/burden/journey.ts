import { addDays, type LocalDate } from '../../src/kernel/calendar/dates.ts';

/** What is recorded of the family at one step: once for all of them, and of each child. What stands there already as it should is left. */
export type Told = {
  readonly step: string;
  readonly shared: Readonly<Record<string, unknown>>;
  readonly each?: (child: number) => Readonly<Record<string, unknown>>;
};

export const children = [
  { firstName: 'Amira', lastName: 'Okonjo', bornOn: '2014-05-03', sex: 'F' },
  { firstName: 'Daniel', lastName: 'Okonjo', bornOn: '2016-11-21', sex: 'M' },
  { firstName: 'Ruth', lastName: 'Okonjo', bornOn: '2019-02-14', sex: 'F' },
  { firstName: 'Samuel', lastName: 'Okonjo', bornOn: '2022-08-09', sex: 'M' },
] as const;

const me = 'whoever records';
/** Whoever records, by their id. */
export const toldBy = (id: string, told: Told): Told => ({
  ...told,
  shared: JSON.parse(JSON.stringify(told.shared), (_key, value: unknown) => (value === me ? id : value)),
});

const words = 'What was seen, heard and thought, as it would be written in any system.';
const action = (what: string, byWhen: LocalDate, measure: string) => ({ what, owner: me, byWhen, measure });
/** Somebody rings about children of whom there is no record. */
export const contactTold: Told = {
  step: 'contact',
  shared: {
    receivedAt: '10:20',
    how: 'telephone',
    source: '2A',
    fromWhom: 'Mrs Reed, designated lead',
    reach: '01632 960 123',
    worry: words,
    familyTold: 'told',
  },
};

const people = ['Mother', 'Health visitor: Joan Field', 'School: Mark Hill', 'Police: DC Hall'];

const planned = (today: LocalDate) => [
  action('School mornings: breakfast and a lift', addDays(today, 21), 'Register of the school'),
  action('Father meets the alcohol service weekly', addDays(today, 28), 'Letters of the service'),
];

/** Until it is known what should happen. */
const enquired = (today: LocalDate): readonly Told[] => [
  { step: 'household', shared: { from: addDays(today, -400), address: '14 Example Street', postcode: 'OX1 1ND' } },
  { step: 'contactDecision', shared: { decision: 'referral' } },
  { step: 'referral', shared: { primaryNeed: 'N1' } },
  { step: 'referralDecision', shared: { response: 'assessment', acknowledgedOn: today } },
  { step: 'childAndFamilyAssessment', shared: {} },
  {
    step: 'strategyDiscussion',
    shared: {
      tookPart: ['socialCare', 'police', 'health'],
      information: words,
      actions: [action(words, addDays(today, 1), 'Report with the social worker')],
    },
    each: () => ({ enquiriesInitiated: true, enquiryKind: 'joint', medical: 'planned', decision: words }),
  },
  { step: 'section47Enquiry', shared: {} },
  { step: 'section47Outcome', shared: {}, each: () => ({ outcome: 'conference', reason: words, childsVoice: words }) },
];

const assessed: readonly Told[] = [
  {
    step: 'assessmentReport',
    shared: { basicCare: words, safety: words, stability: words, familyHistory: words, strengths: words, parentsView: words },
    each: () => ({ health: words, education: words, childsVoice: words, meaning: words, danger: words, recommendation: 'childProtection' }),
  },
  {
    step: 'explanations',
    shared: {
      competing: [{ explanation: words }, { explanation: words }],
      evidence: [
        { explanation: 'first', side: 'for', what: words, kind: 'report', reliability: 'likely' },
        { explanation: 'second', side: 'for', what: words, kind: 'fact', reliability: 'firm' },
      ],
      unknown: [{ what: words, how: words }],
    },
    each: () => ({ wouldChange: words }),
  },
  { step: 'assessmentAuthorisation', shared: {}, each: () => ({ factors: ['3B', '4B'] }) },
];

const conferred = (today: LocalDate): readonly Told[] => {
  const reported = (who: string) => (who === 'Mother' ? {} : { sharedOn: today });
  return [
    {
      step: 'conferenceInvitation',
      shared: {
        conferenceOn: today,
        people: people.map((who) => ({ who, ...(who === 'Mother' ? {} : { reportOn: today }), ...reported(who) })),
      },
    },
    {
      step: 'initialConference',
      shared: { chair: me, quorate: true, people: people.map((who) => ({ who, ...reported(who), view: 'agrees' })) },
      each: () => ({ childsView: words, danger: words, outcome: 'planMade' }),
    },
    {
      step: 'childProtectionPlan',
      shared: { lead: me, actions: planned(today), coreGroup: people.join('\n') },
      each: () => ({ category: 'NEG' }),
    },
  ];
};

const visited: Told = {
  step: 'visit',
  shared: { announced: false, note: words },
  each: () => ({ seen: true, seenAlone: 'yes', whatTheChildSaid: words, sleepingPlaceSeen: true, sleepingPlace: words }),
};

/** Everything that is recorded after the contact, in order, to the review. */
export const pathway = (today: LocalDate): readonly Told[] => [
  ...enquired(today),
  ...assessed,
  ...conferred(today),
  {
    step: 'coreGroupMeeting',
    shared: { cameFrom: 'Mother, school, health visitor' },
    each: () => ({ childsView: words, progress: words }),
  },
  ...Array.from({ length: 6 }, () => visited),
  {
    step: 'reviewConference',
    shared: { people: people.map((who) => ({ who, view: 'agrees' })) },
    each: () => ({ childsView: words, continues: true, reason: words }),
  },
];

/** What is recorded after that until the case is closed: help goes on when the protection plan has ended. */
export const toTheEnd = (today: LocalDate): readonly Told[] => [
  {
    step: 'reviewConference',
    shared: { people: people.map((who) => ({ who, view: 'agrees' })) },
    each: () => ({ childsView: words, continues: false, reason: words }),
  },
  { step: 'childProtectionPlanEnd', shared: { whatFollows: 'childInNeed', reason: 'review' } },
  {
    step: 'childInNeedPlan',
    shared: { actions: planned(today), familyAgrees: 'agrees' },
    each: () => ({ needs: words, childsView: words }),
  },
  {
    step: 'childInNeedReview',
    shared: { cameFrom: 'Mother, school' },
    each: () => ({ progress: words, childsView: words, decision: 'goesOn' }),
  },
  { step: 'childInNeedPlanEnd', shared: { whatFollows: 'nothing', reason: words, whoNext: 'The school’s family worker' } },
  { step: 'closure', shared: { reason: 'RC7', why: words, whoNext: 'The school’s family worker' } },
];
