import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { dayIn } from '../../kernel/step/limit-moments.ts';
import { workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { endsOfCare } from '../looked-after/care-moments.ts';

/** Standard 17 of the National Minimum Standards for adoption gives the days; regulations 19 and 33 say that it is done, and told as soon as possible. */
const standard17 = {
  version: 'Adoption National Minimum Standards 2011',
  inForce: { from: date('2011-04-01') },
  announcedOn: date('2011-03-31'),
  standing: 'guidance',
} as const satisfies Partial<Timescale>;

const noLongerThePlan: Timescale['endedBy'] = [
  ...endsOfCare,
  { step: 'adoptionDecisionEnd', because: 'the child is no longer to be placed for adoption' },
];

/** From the day on which the decision-maker had the final minutes; where nobody says which that was, from the panel. Of a panel that asked for more nothing is decided. */
const recommended = (subject: string): Moment => ({
  step: 'adoptionRecommendation',
  on: (panel) =>
    panel.answers['subject'] === subject && panel.answers['recommendation'] !== 'deferred'
      ? (dayIn(panel, 'minutesOn') ?? panel.happenedOn)
      : undefined,
});
const declined = (subject: string): Moment => ({
  step: 'adoptionDeclined',
  on: ({ answers, happenedOn }) => (answers['subject'] === subject ? happenedOn : undefined),
});

export const recommendationLimits: readonly Timescale[] = [
  {
    ...standard17,
    rule: 'adoptionAgencyDecision',
    title: 'Decision whether the child should be placed for adoption',
    limit: workingDays(7),
    starts: [recommended('shouldBePlaced')],
    meets: { step: 'adoptionDecision' },
    alsoMetBy: [declined('shouldBePlaced')],
    endedBy: endsOfCare,
    law: 'Adoption Agencies Regulations 2005 reg 19(1); Adoption National Minimum Standard 17: within seven working days of the panel’s final minutes, or of the reports where no panel is asked',
  },
  {
    ...standard17,
    rule: 'matchDecision',
    title: 'Decision on the match',
    limit: workingDays(7),
    starts: [recommended('match')],
    meets: { step: 'adoptionMatch' },
    alsoMetBy: [declined('match')],
    endedBy: noLongerThePlan,
    law: 'Adoption Agencies Regulations 2005 reg 33(1); Adoption National Minimum Standard 17: within seven working days of the panel’s final minutes',
  },
];

/** It is owed to parents and adopters: that the child alone was told is not enough. */
const isToParentsOrAdopters = ({ people }: Statement['answers']): boolean =>
  !Array.isArray(people) || people.some((one) => one !== 'child');

/** Whoever tells of a decision names it; where they do not, it is whatever was decided by then. */
const told =
  (...ways: readonly string[]) =>
  ({ answers, happenedOn }: Statement, start: Statement | undefined): LocalDate | undefined => {
    const isOfIt = answers['decision'] === undefined || answers['decision'] === start?.entry;
    return isOfIt && isToParentsOrAdopters(answers) && ways.includes(String(answers['how'])) ? happenedOn : undefined;
  };
const tells = (...ways: readonly string[]): Moment => ({
  step: 'adoptionDecisionTold',
  on: (statement, _history, start) => told(...ways)(statement, start),
});
const decided: readonly Moment[] = [{ step: 'adoptionDecision' }, { step: 'adoptionMatch' }, { step: 'adoptionDeclined' }];

export const toldLimits: readonly Timescale[] = [
  {
    ...standard17,
    rule: 'adoptionDecisionToldOrally',
    title: 'Parents and adopters told of the decision on adoption',
    limit: workingDays(2),
    starts: decided,
    meets: tells('orally', 'inWriting', 'both'),
    endedBy: endsOfCare,
    law: 'Adoption Agencies Regulations 2005 regs 19(3), 33(3)–(4): as soon as possible; Adoption National Minimum Standard 17: orally within two working days',
  },
  {
    ...standard17,
    rule: 'adoptionDecisionToldInWriting',
    title: 'Decision on adoption confirmed in writing',
    limit: workingDays(5),
    starts: decided,
    meets: tells('inWriting', 'both'),
    endedBy: endsOfCare,
    law: 'Adoption Agencies Regulations 2005 regs 19(3), 33(3): in writing; Adoption National Minimum Standard 17: within five working days',
  },
];
