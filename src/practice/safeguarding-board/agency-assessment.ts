import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { plannedActions } from '../actions/planned-actions.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { agencies } from './agencies.ts';
import { mayOfBodies } from './readers.ts';

/** What section 11 asks of every agency, as Working Together lists it (chapter 4: organisational responsibilities). */
export const agencyStandards = {
  leadership: 'Somebody senior answers for safeguarding, and everybody knows who',
  accountability: 'A clear line from the front line to the top',
  children: 'Children are listened to, and what they say changes services',
  sharing: 'Information is shared when it must be, and staff know how',
  designated: 'A designated practitioner, with time for it',
  recruitment: 'Safe recruitment, and checks of who works with children',
  supervision: 'Supervision and support of staff',
  training: 'Training that fits the work, and that staff have had',
  allegations: 'Allegations against people who work with children are dealt with',
  voice: 'Whoever is worried can say so, and is heard',
} as const;

export const agencyScores = {
  one: '1: not met',
  two: '2: partly met',
  three: '3: met',
  four: '4: met, and shown to help children',
} as const;

const wanted = Object.keys(agencyStandards).filter((one): one is keyof typeof agencyStandards => one in agencyStandards);

/** An agency's own judgement of itself, standard by standard, with the evidence: for its peers to challenge. */
export const agencyAssessment = defineStep({
  name: 'agencyAssessment',
  title: 'Agency’s self-assessment (section 11)',
  law: 'Children Act 2004 s11; Working Together 2023, chapter 4',
  file: 'body',
  fields: {
    on: date('Date', { required: 'One year is compared with the next by it' }),
    agency: code('Agency', agencies, { required: 'Whoever scores answers for the score' }),
    standards: rows(
      'Standard by standard',
      {
        standard: code('Standard', agencyStandards),
        score: code('Score', agencyScores, { neverPrefilled: true }),
        evidence: text('Evidence: what shows it', { lines: 2, neverPrefilled: true }),
      },
      { line: 'Standard', shown: wanted.length },
    ),
    actions: plannedActions('What we shall do'),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today }, standards: { value: wanted.map((standard) => ({ standard })) } }),
  may: mayOfBodies,
  summary: ({ agency, standards = [] }) => {
    const scored = standards.filter(({ score }) => score !== undefined);
    const met = scored.filter(({ score }) => score === 'three' || score === 'four').length;
    return `${agencies[agency]}: ${met} of ${scored.length} standards met, by its own judgement`;
  },
  decide: (_history, { on, standards = [] }, today) => {
    const bare = standards.find(({ score, evidence }) => (score === 'three' || score === 'four') && evidence === undefined);
    return [
      ...notAhead({ field: 'on', what: 'The date', on }, today),
      ...(bare?.standard === undefined
        ? []
        : [{ field: 'standards', message: `Say what shows that this is met, or score it lower: ${agencyStandards[bare.standard]}` }]),
    ];
  },
  examples: {
    'of the police': {
      on: literal('2026-01-19'),
      agency: 'police',
      standards: [
        { standard: 'leadership', score: 'three', evidence: 'The assistant chief constable chairs the force’s own board' },
        { standard: 'children', score: 'two', evidence: 'Asked in the custody suite only' },
      ],
      actions: [{ what: 'Ask children at home too', whoElse: 'Superintendent', byWhen: literal('2026-09-30'), measure: 'Forty asked' }],
    },
  },
});

/** A peer looked at the evidence: what they found, and the score that they would give. Neither score takes the other's place. */
export const agencyAssessmentChallenge = defineStep({
  name: 'agencyAssessmentChallenge',
  title: 'Peer’s challenge of a self-assessment',
  law: 'Children Act 2004 s11; Working Together 2023, chapter 2: partners hold one another to account',
  file: 'body',
  fields: {
    on: date('Date', { required: 'What was known then is judged then' }),
    assessment: link('Of which assessment', 'entry', { required: 'A challenge is of one assessment' }),
    by: code('By', agencies),
    standard: code('Standard', agencyStandards),
    score: code('The peer’s score', agencyScores, { neverPrefilled: true }),
    why: text('Why: what was seen', { lines: 3, required: 'A score without a reason challenges nobody', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: mayOfBodies,
  summary: ({ standard, score, why }) =>
    `${standard === undefined ? 'Peer’s challenge' : agencyStandards[standard]}${score === undefined ? '' : `: ${agencyScores[score]}`}. ${why}`,
  decide: (history, { on, by, assessment }, today) => {
    const day = { field: 'on', what: 'The date', on };
    const own = allOf(agencyAssessment, history).some(({ entry, answers }) => entry === assessment && answers.agency === by);
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'agencyAssessment', 'the self-assessment'),
      ...(own ? [{ field: 'by', message: 'An agency does not challenge its own assessment: a peer does' }] : []),
    ];
  },
  dependsOn: ['agencyAssessment'],
  examples: {
    'by schools': {
      on: literal('2026-02-09'),
      assessment: '55555555-5555-4555-8555-555555555555',
      by: 'schools',
      standard: 'leadership',
      score: 'two',
      why: 'Three of five officers asked did not know who it is.',
    },
  },
});
