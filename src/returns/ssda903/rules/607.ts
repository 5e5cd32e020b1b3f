import { everyPair, isMissing, within } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { endsCare, isShortBreak } from '../episodes.ts';
import { rule, type LookedAfterReturn, type ReturnChild } from '../looked-after-return.ts';

const leftUnsaid =
  (female: string) =>
  ({ Episodes, Header }: ReturnChild, { start, end }: LookedAfterReturn) =>
    everyPair(Episodes, Header).filter(
      ([episode, { SEX, MOTHER }]) =>
        endsCare(episode) && !isShortBreak(episode) && within(episode.DEC, start, end) && SEX === female && isMissing(MOTHER),
    );

const asked = {
  code: '607',
  message: 'Child ceased to be looked after in the year, but mother field has not been completed.',
  needs: ['Episodes', 'Header'],
  fields: { Episodes: ['DEC', 'REC', 'LS'], Header: ['SEX', 'MOTHER'] },
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2023-24'),
    wrong: leftUnsaid('2'),
    passes: [{ Header: [{ SEX: '2', MOTHER: '0' }, { SEX: '1' }], Episodes: [{ LS: 'C2', REC: 'E5', DEC: '2022-06-01' }] }],
    fails: [{ Header: [{ SEX: '2' }], Episodes: [{ LS: 'C2', REC: 'E5', DEC: '2022-06-01' }] }],
  }),
  rule({
    ...asked,
    years: since('2024-25'),
    wrong: leftUnsaid('F'),
    passes: [{ Header: [{ SEX: 'F', MOTHER: '0' }, { SEX: 'M' }], Episodes: [{ LS: 'C2', REC: 'E5', DEC: '2024-06-01' }] }],
    fails: [{ Header: [{ SEX: 'F' }], Episodes: [{ LS: 'C2', REC: 'E5', DEC: '2024-06-01' }] }],
  }),
];
