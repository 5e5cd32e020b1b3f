import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { lifeOf } from '../../../practice/pathway.ts';
import { detailIn } from '../../details.ts';
import type { WhichYear } from '../../rule/period.ts';
import { group, value, type BuiltElement } from './element.ts';

/** GenderCurrent, which the censuses until 2023-24 ask for in place of Sex: 0 is not recorded, or unborn. */
const genders: Readonly<Record<string, string>> = { M: '1', F: '2', U: '0' };

/** The child's sex, under the name and by the codes that the schema of the year has. */
const sexIn = (year: WhichYear['year'], sex: unknown, from: Statement | undefined): readonly BuiltElement[] =>
  year >= '2024-25' ? value('Sex', sex, from) : value('GenderCurrent', genders[String(sex)] ?? sex, from);

/**
 * Modules 1 and 2: who the child is. An expected birth is given of the unborn alone, whose sex nobody has to know; whoever was born after the year was
 * unborn in it.
 */
export function identityOf(history: History, { year, period: { to: until } }: WhichYear): readonly BuiltElement[] {
  const detail = detailIn(history);
  const told = (column: string, name: string, from = detail(name)) => value(column, from?.answers[name], from);
  const [upn, unknown] = [detail('upn'), detail('upnUnknown')];
  const bornOn = detail('bornOn')?.answers['bornOn'];
  const isUnborn = detail('expectedOn') !== undefined && (bornOn === undefined || String(bornOn) > until);
  const sex = isUnborn && bornOn !== undefined ? undefined : detail('sex');
  return [
    ...group(
      'ChildIdentifiers',
      told('LAchildID', 'laChildId'),
      told('UPN', 'upn'),
      told('FormerUPN', 'formerUpn'),
      upn !== undefined && unknown !== undefined && unknown.position < upn.position ? [] : told('UPNunknown', 'upnUnknown'),
      isUnborn ? [] : told('PersonBirthDate', 'bornOn'),
      isUnborn ? told('ExpectedPersonBirthDate', 'expectedOn') : [],
      sex === undefined && isUnborn ? sexIn(year, 'U', detail('expectedOn')) : sexIn(year, sex?.answers['sex'], sex),
      death(history, until),
    ),
    ...group('ChildCharacteristics', told('Ethnicity', 'ethnicity'), disabilities(detail('disabilities'))),
  ];
}

function death(history: History, until: LocalDate): readonly BuiltElement[] {
  const { diedOn } = lifeOf(history);
  const from = history.findLast(
    (one) =>
      one.step === 'childDeath' ||
      (one.step === 'personDetails' && one.answers['diedOn'] !== undefined) ||
      (one.step === 'periodOfCareEnd' && one.answers['reason'] === 'E2'),
  );
  return diedOn !== undefined && diedOn <= until ? value('PersonDeathDate', diedOn, from) : [];
}

function disabilities(from: Statement | undefined): readonly BuiltElement[] {
  const codes = from?.answers['disabilities'];
  return group('Disabilities', Array.isArray(codes) ? codes.flatMap((code) => value('Disability', code, from)) : []);
}
