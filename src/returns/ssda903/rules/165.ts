import { isMissing, oneOf, isAnyGiven, onOrAfter, within } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

/** Asked of girls: a care leaver of whom no episode began in the year, or ended in it, may leave it blank. */
export default rule({
  code: '165',
  message: 'Data entry for mother status is invalid.',
  years: since('2022-23'),
  needs: ['Header', 'Episodes', 'OC3'],
  fields: { Header: ['MOTHER'], OC3: careLeaverFields },
  wrong: ({ Header, Episodes, OC3 }, { start, end }) => {
    const isThisYears = Episodes.some(({ DECOM, DEC }) => within(DECOM, start, end) || onOrAfter(DEC, start));
    const isCareLeaver = !isThisYears && OC3.some((leaver) => isAnyGiven(leaver, careLeaverFields));
    return Header.filter(({ MOTHER, SEX }) =>
      isMissing(MOTHER) ? oneOf(SEX, codes.female) && !isCareLeaver : !oneOf(MOTHER, ['0', '1']) || oneOf(SEX, codes.male),
    ).map((header) => [header, ...OC3]);
  },
  passes: [
    { Header: [{ SEX: 'F', MOTHER: '0' }], OC3: [], Episodes: [{ DECOM: '2022-05-01' }] },
    { Header: [{ SEX: 'M' }], OC3: [], Episodes: [{ DECOM: '2022-05-01' }] },
    { Header: [{ SEX: 'F' }], OC3: [{ IN_TOUCH: 'YES' }], Episodes: [] },
    { Header: [{ SEX: 'F' }], OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '2022-03-31', DEC: '2022-03-31' }] },
    { Header: [{ SEX: 'F' }], OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '2022-03-31' }] },
  ],
  fails: [
    { Header: [{ SEX: 'F' }], OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '2022-03-31', DEC: '2022-04-01' }] },
    { Header: [{ SEX: 'F', MOTHER: '2' }], OC3: [], Episodes: [] },
    { Header: [{ SEX: '1', MOTHER: '0' }], OC3: [], Episodes: [] },
    { Header: [{ SEX: '2' }], OC3: [{ IN_TOUCH: 'YES' }], Episodes: [{ DECOM: '2022-05-01' }] },
  ],
});
