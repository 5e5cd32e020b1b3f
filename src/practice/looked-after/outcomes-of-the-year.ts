import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { sdqReasons } from '../../vocabulary/ssda903.ts';
import { notAhead } from '../checks.ts';

const yesOrNo = { '0': 'No', '1': 'Yes' } as const;

/**
 * OC2 of a return, as another system gave it: a year’s outcomes without the days on which they happened. What is recorded here has days of
 * its own (dental check, health assessment …), from which a return is built; an analyst says here what was not done in a year that is over.
 */
export const outcomesOfTheYear = defineStep({
  name: 'outcomesOfTheYear',
  title: 'Health and outcomes of the year',
  law: 'Children looked after return, OC2',
  fields: {
    yearEndedOn: date('Year ended on', {
      required: 'Children looked after return: outcomes are stated for a year to 31 March',
      returns: { ssda903: 'collection.ENDS_ON' },
    }),
    sdqScore: count('Strengths and difficulties score', { returns: { ssda903: 'oc2.SDQ_SCORE' } }),
    sdqReason: code('Why there is no score', sdqReasons, { returns: { ssda903: 'oc2.SDQ_REASON' } }),
    convicted: code('Convicted or cautioned', yesOrNo, { returns: { ssda903: 'oc2.CONVICTED' } }),
    healthCheck: code('Child health checks up to date', yesOrNo, { returns: { ssda903: 'oc2.HEALTH_CHECK' } }),
    immunisations: code('Immunisations up to date', yesOrNo, { returns: { ssda903: 'oc2.IMMUNISATIONS' } }),
    teethCheck: code('Teeth checked', yesOrNo, { returns: { ssda903: 'oc2.TEETH_CHECK' } }),
    healthAssessment: code('Health assessment', yesOrNo, { returns: { ssda903: 'oc2.HEALTH_ASSESSMENT' } }),
    substanceMisuse: code('Substance misuse identified', yesOrNo, { returns: { ssda903: 'oc2.SUBSTANCE_MISUSE' } }),
    interventionReceived: code('Intervention received', yesOrNo, { returns: { ssda903: 'oc2.INTERVENTION_RECEIVED' } }),
    interventionOffered: code('Intervention offered', yesOrNo, { returns: { ssda903: 'oc2.INTERVENTION_OFFERED' } }),
  },
  happenedOn: (answers) => answers.yearEndedOn,
  may: { record: ['performanceAnalyst', 'administrator'], read: practitioners },
  summary: ({ yearEndedOn }) => `Health and outcomes of the year to ${formatDate(yearEndedOn)}, as returned`,
  decide: (_history, { yearEndedOn, sdqScore }, today) => [
    ...notAhead({ field: 'yearEndedOn', what: 'The end of the year', on: yearEndedOn }, today),
    ...(sdqScore !== undefined && sdqScore > 40
      ? [{ field: 'sdqScore', message: `Strengths and difficulties score is ${sdqScore}: it must be from 0 to 40` }]
      : []),
  ],
  carriedBy: { ssda903: 'oc2' },
  examples: {
    'a year': {
      yearEndedOn: literal('2025-03-31'),
      sdqScore: 12,
      convicted: '0',
      immunisations: '1',
      teethCheck: '1',
      healthAssessment: '1',
    },
  },
});
