import { linked } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** If a Section47 module is present, an Assessments module should be present in the same CINdetails module. */
export default rule({
  code: '2991Q',
  message:
    'Please check and either amend data or provide a reason: A Section 47 module is recorded and there is no assessment on the episode',
  level: 'query',
  years: since('2022-23'),
  fields: { Section47: ['LAchildID'] },
  wrong: ({ Section47, Assessments }) => Section47.filter((enquiry) => linked([enquiry], Assessments, 'CINdetailsID').length === 0),
  passes: [{ Section47: [{ CINdetailsID: '1' }], Assessments: [{ CINdetailsID: '1' }] }],
  fails: [{ Section47: [{ CINdetailsID: '1' }], Assessments: [{ CINdetailsID: '2' }] }, { Section47: [{ CINdetailsID: '1' }] }],
});
