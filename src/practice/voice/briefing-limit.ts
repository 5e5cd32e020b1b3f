import { date as literal } from '../../kernel/calendar/dates.ts';
import { months, type Timescale } from '../../kernel/step/timescale.ts';
import { answering } from '../../kernel/step/limit-moments.ts';

export const briefingLimit: Timescale = {
  rule: 'briefingAnswered',
  version: 'local',
  title: 'Answer to a briefing on themes',
  limit: months(2),
  starts: [{ step: 'themeBriefing' }],
  meets: answering('briefingAnswer', 'briefing'),
  afterDeath: true,
  endedBy: [],
  inForce: { from: literal('2000-01-01') },
  announcedOn: literal('2000-01-01'),
  standing: 'local',
  law: 'Local standard: two months, which holds a meeting of each body',
};
