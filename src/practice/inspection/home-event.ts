import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { homeEventLimits } from './home-limits.ts';

const events = {
  death: 'A child died',
  harm: 'A child was, or may have been, sexually exploited or abused',
  police: 'An incident that needed the police, and is serious',
  allegation: 'An allegation of abuse against the home or somebody who works there',
  enquiry: 'An enquiry into a child’s safety began or ended',
  other: 'Another event that the registered person believes to be serious',
} as const;

/** What happens in a home and must be told to Ofsted and to the child’s own authority without delay. It names no child here. */
export const homeEvent = defineStep({
  name: 'homeEvent',
  title: 'Serious event in a home',
  law: 'Children’s Homes (England) Regulations 2015 reg 40',
  file: 'inspection',
  fields: {
    on: date('Date of the event', { required: 'It is told without delay from then' }),
    what: code('What happened', events, { required: 'Regulation 40 names what must be told', neverPrefilled: true }),
    ofstedToldOn: date('Ofsted told on'),
    authorityToldOn: date('The child’s own authority told on'),
    account: text('What happened, and what was done', { lines: 4, neverPrefilled: true, hint: 'Nobody’s name' }),
  },
  happenedOn: (answers) => answers.on,
  timescales: homeEventLimits,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ what }) => events[what],
  decide: (_history, { on, ofstedToldOn, authorityToldOn }, today) => [
    ...notAhead({ field: 'on', what: 'The date', on }, today),
    ...notAhead({ field: 'ofstedToldOn', what: 'The date on which Ofsted was told', on: ofstedToldOn }, today),
    ...notAhead({ field: 'authorityToldOn', what: 'The date on which the authority was told', on: authorityToldOn }, today),
  ],
  examples: {
    'told the same day': {
      on: literal('2026-03-02'),
      what: 'police',
      ofstedToldOn: literal('2026-03-02'),
      authorityToldOn: literal('2026-03-02'),
      account: 'A window was broken and a neighbour hurt. The police came; nobody was charged.',
    },
    'not told yet': { on: literal('2026-03-02'), what: 'allegation' },
  },
});
