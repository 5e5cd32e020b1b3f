import { isGiven, oneOf } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { isSamePostcode } from '../postcodes.ts';
import { rule, type LookedAfterReturn, type ReturnChild } from '../looked-after-return.ts';

const elsewhere =
  (placements: readonly string[]) =>
  ({ Episodes }: ReturnChild, { providers }: LookedAfterReturn) =>
    Episodes.filter(({ PLACE, PL_POST, URN }) => {
      const provider = oneOf(PLACE, placements) ? providers.get(URN ?? '') : undefined;
      return (
        isGiven(provider) &&
        isGiven(PL_POST) &&
        provider.every(({ postcode }) => postcode === undefined || !isSamePostcode(postcode, PL_POST))
      );
    });

const asked = {
  code: '221',
  message: "The Ofsted Unique reference number (URN) provided for the child's placement does not match the placement postcode provided.",
  needs: ['providers'],
  fields: { Episodes: ['PL_POST'] },
  passes: [
    {
      Episodes: [
        { PLACE: 'K2', URN: '1', PL_POST: 'A11 5KE' },
        { PLACE: 'K2', URN: '1' },
      ],
      metadata: { provider_info: [{ URN: '1', POSTCODE: 'A115KE' }] },
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'K2', URN: '1', PL_POST: 'N9 5PY' }], metadata: { provider_info: [{ URN: '1', POSTCODE: 'A115KE' }] } }],
} as const;

export default [
  rule({ ...asked, years: between('2022-23', '2022-23'), wrong: elsewhere(['K1', 'K2', 'R3', 'S1']) }),
  rule({ ...asked, years: between('2023-24', '2023-24'), wrong: elsewhere(['K1', 'K2', 'R3', 'S1']) }),
  rule({ ...asked, years: since('2024-25'), wrong: elsewhere(['K1', 'K2', 'K3', 'R3', 'S1']) }),
];
