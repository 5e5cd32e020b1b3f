import { type LocalDate } from '../../../kernel/calendar/dates.ts';
import { after, before } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { rule, type LookedAfterReturn, type ReturnChild } from '../looked-after-return.ts';
import { socialWorkersFrom } from '../social-workers.ts';

const outside =
  (starts: (year: LookedAfterReturn) => LocalDate) =>
  ({ SWEpisodes }: ReturnChild, year: LookedAfterReturn) =>
    SWEpisodes.filter(({ SW_DEC }) => before(SW_DEC, starts(year)) || after(SW_DEC, year.end));

const asked = {
  code: 'SW07STG2',
  message:
    'Social worker episode end date should be on or after the start of the social worker reporting period, and should be on or before the collection end date.',
  fields: { SWEpisodes: ['SW_DEC'] },
} as const;

export default [
  rule({
    ...asked,
    years: between('2023-24', '2023-24'),
    wrong: outside(({ start }) => start),
    passes: [{ SWEpisodes: [{ SW_DEC: '2023-04-01' }, {}] }],
    fails: [{ SWEpisodes: [{ SW_DEC: '2023-03-31' }] }, { SWEpisodes: [{ SW_DEC: '2024-04-01' }] }],
  }),
  rule({
    ...asked,
    years: since('2024-25'),
    wrong: outside(socialWorkersFrom),
    passes: [{ SWEpisodes: [{ SW_DEC: '2023-04-01' }, {}] }],
    fails: [{ SWEpisodes: [{ SW_DEC: '2023-03-31' }] }, { SWEpisodes: [{ SW_DEC: '2025-04-01' }] }],
  }),
];
