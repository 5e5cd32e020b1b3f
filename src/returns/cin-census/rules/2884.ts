import { linked, sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/**
 * A conference should be recorded on a Section47 module or on the CINdetails module that holds it, not on both: the two have not the same
 * DateOfInitialCPC (N00110). Two conferences on different days, such as one of a child who moved in, and a later one, are two.
 */
export default rule({
  code: '2884',
  message: 'An initial child protection conference is recorded at both the S47 and CIN Details level and it should only be recorded in one',
  level: 'error',
  years: since('2022-23'),
  fields: { Section47: ['DateOfInitialCPC'], CINdetails: ['DateOfInitialCPC'] },
  wrong: ({ Section47, CINdetails }) =>
    linked(Section47, CINdetails, 'CINdetailsID').filter(([enquiry, details]) =>
      sameDay(enquiry.DateOfInitialCPC, details.DateOfInitialCPC),
    ),
  passes: [
    {
      Section47: [{ CINdetailsID: '1', DateOfInitialCPC: '2022-05-26' }],
      CINdetails: [
        { CINdetailsID: '1', DateOfInitialCPC: '2022-09-26' },
        { CINdetailsID: '2', DateOfInitialCPC: '2022-05-26' },
      ],
    },
  ],
  fails: [
    {
      Section47: [{ CINdetailsID: '1', DateOfInitialCPC: '2022-05-26' }],
      CINdetails: [{ CINdetailsID: '1', DateOfInitialCPC: '2022-05-26' }],
    },
  ],
});
