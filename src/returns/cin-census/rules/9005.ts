import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/** Draft. If PPStartDate (N00826) is present, it must fall within [Period_of_Census], inclusive. */
export default rule({
  code: '9005',
  message:
    'The date of the legal planning meeting or other decision making forum where the LA made the decision to commence pre-proceedings cannot fall outside the reporting year.',
  level: 'error',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: { PreProceedings: ['PPStartDate'] },
  wrong: ({ PreProceedings }, census) => PreProceedings.filter(({ PPStartDate }) => outsideCensus(PPStartDate, census)),
  passes: [{ PreProceedings: [{ PPStartDate: '2026-04-01' }, { PPStartDate: '2027-03-31' }, {}] }],
  fails: [{ PreProceedings: [{ PPStartDate: '2026-03-31' }] }, { PreProceedings: [{ PPStartDate: '2027-04-01' }] }],
});
