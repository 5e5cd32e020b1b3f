import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import { isOf } from '../../kernel/step/step.ts';
import { ethnicities } from '../../vocabulary/cin.ts';
import { statementsOf } from '../checks.ts';
import { household, oneLine } from '../people/household.ts';
import { needsAssessment } from '../help/needs-assessment.ts';
import { personDetails } from '../people/person-details.ts';
import { professionalRoles, professionalsOn } from '../people/professional.ts';
import { bonds, type Bond } from '../people/bonds.ts';
import { relationship } from '../people/relationship.ts';
import { reportedToUs, saidBy } from './reported.ts';

type Words = Offer<string> | undefined;
type Role = keyof typeof professionalRoles;

const joined = (found: readonly (readonly [Statement, string])[]): Words => {
  const [from] = found.at(-1) ?? [];
  return from && { value: found.map(([, words]) => words).join('\n'), from };
};

/** Professionals of these kinds who are involved now, each as last recorded. */
function professionals(history: History, today: LocalDate, roles: readonly Role[]): Words {
  const ofThese = professionalsOn(history, today).filter(({ answers }) => roles.includes(answers.role));
  return joined(
    ofThese.map((one) => {
      const { name, role, agency } = one.answers;
      return [one, `${professionalRoles[role]}: ${name}${agency === undefined ? '' : `, ${agency}`}`];
    }),
  );
}

/** Where the child lives. A confidential address is written into nothing else. */
function housing(history: History): Words {
  const from = history.findLast((one) => isOf(household, one));
  if (from === undefined || !isOf(household, from) || from.answers.isConfidential === true) return undefined;
  const { address, postcode } = from.answers;
  return { value: [oneLine(address), postcode].filter((part) => part !== undefined).join(', '), from };
}

function identity(history: History): Words {
  const from = history.findLast((one) => isOf(personDetails, one) && one.answers.ethnicity !== undefined);
  const ethnicity = from !== undefined && isOf(personDetails, from) ? from.answers.ethnicity : undefined;
  return from && ethnicity && { value: ethnicities[ethnicity], from };
}

const isNear = (bond: Bond): boolean => /parent$|^(mother|father)$|ibling$|twin|Carer$|guardian/.test(bond) && !bond.startsWith('grand');

/** What they are to the child, and no names: those stand in their own records. */
const relatives = (history: History, near: boolean): Words =>
  joined(
    history.flatMap((one) =>
      isOf(relationship, one) && isNear(one.answers.bond) === near ? [[one, bonds[one.answers.bond]] as const] : [],
    ),
  );

/** Since when the child lives where they live, and how often they moved before: days alone, of a confidential address too. */
function stability(history: History): Words {
  const homes = statementsOf('household', history);
  const from = homes.at(-1);
  return from && { value: `At this address since ${formatDate(from.happenedOn)}; addresses known before it: ${homes.length - 1}`, from };
}

/** What was found of a family without recourse to public funds: that it was asked, and when. */
function recourse(history: History): Words {
  const from = history.findLast((one) => isOf(needsAssessment, one) && one.answers.kind === 'noRecourse');
  return from && { value: `No recourse to public funds: assessed on ${formatDate(from.happenedOn)}`, from };
}

const both = (one: Words, other: Words): Words => (one && other ? { ...one, value: `${one.value}\n${other.value}` } : (one ?? other));

const beginnings: Readonly<Record<string, string>> = {
  referral: 'Referred',
  childInNeedPlan: 'Child in need plan from',
  childProtectionPlan: 'Child protection plan from',
  periodOfCare: 'Looked after from',
};

/** What came before the referral that is assessed now. */
function historyOfHelp(history: History): Words {
  const now = statementsOf('referral', history).at(-1);
  const before = history.filter(
    (one) => beginnings[one.step] !== undefined && one !== now && (now === undefined || one.happenedOn < now.happenedOn),
  );
  return joined(before.map((one) => [one, `${beginnings[one.step] ?? ''} ${formatDate(one.happenedOn)}`]));
}

const healthRoles: readonly Role[] = ['generalPractitioner', 'healthVisitor', 'midwife', 'paediatrician', 'schoolNurse', 'mentalHealth'];

/** What the record already says of a dimension, for an assessment that is the first. What nobody has written down is offered by nothing. */
export const knownFacts = (history: History, today: LocalDate) => ({
  health: both(professionals(history, today, healthRoles), saidBy(history, 'health')),
  education: both(professionals(history, today, ['teacher', 'safeguardingLead', 'earlyYears']), saidBy(history, 'education')),
  identity: identity(history),
  relationships: relatives(history, true),
  safety: reportedToUs(history),
  stability: stability(history),
  familyHistory: historyOfHelp(history),
  widerFamily: relatives(history, false),
  housing: both(housing(history), saidBy(history, 'housing')),
  income: recourse(history),
  communityResources: professionals(history, today, ['familyHelp', 'substanceMisuse', 'domesticAbuse', 'housing', 'youthJustice']),
});
