import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, link, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { legalStatusOfAdopters, sexOfAdopters } from '../../vocabulary/ssda903.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { matchHeldBack } from '../looked-after/placing-for-adoption.ts';

/** The decision-maker decides that the child is matched with adopters, upon what the panel recommends. The order itself is the end of the period of care, with reason E11 or E12. */
export const adoptionMatch = defineStep({
  name: 'adoptionMatch',
  title: 'Matched with adopters',
  law: 'Adoption Agencies Regulations 2005 regs 31–33; children looked after return, AD1',
  fields: {
    matchedOn: date('Date of the match', {
      required: 'Children looked after return, AD1: the date on which child and adopters were matched',
      returns: { ssda903: 'ad1.DATE_MATCH' },
    }),
    adoptionDecidedOn: date('Date it was decided that the child should be placed for adoption', {
      hint: 'Only where that decision has no entry of its own',
      folded: true,
      returns: { ssda903: 'ad1.DATE_INT' },
    }),
    panelOn: date('Date of the adoption panel on the match', {
      hint: 'Only where what it said has no entry of its own',
      folded: true,
    }),
    adopters: link('Adopters approved by this agency', 'adopters', { hint: 'By their file. It says nothing of the child' }),
    formerFosterCarers: yesNo('The adopters were the child’s foster carers', { returns: { ssda903: 'ad1.FOSTER_CARE' } }),
    numberOfAdopters: count('Number of adopters', { returns: { ssda903: 'ad1.NB_ADOPTR' } }),
    sexOfAdopters: code('Sex of the adopters', sexOfAdopters, { returns: { ssda903: 'ad1.SEX_ADOPTR' } }),
    legalStatusOfAdopters: code('Legal status of the adopters', legalStatusOfAdopters, { returns: { ssda903: 'ad1.LS_ADOPTR' } }),
  },
  happenedOn: (answers) => answers.matchedOn,
  offers: (_history, today) => ({ matchedOn: { value: today } }),
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ formerFosterCarers }) => `Matched with adopters${formerFosterCarers === true ? ', the child’s foster carers' : ''}`,
  decide: (history, { matchedOn, adoptionDecidedOn, panelOn, numberOfAdopters }, today) => {
    const day = { field: 'matchedOn', what: 'The date of the match', on: matchedOn };
    const decided = { field: 'adoptionDecidedOn', what: 'The date it was decided', on: adoptionDecidedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeBirth(day, history),
      ...notAhead(decided, today),
      ...notAhead({ field: 'panelOn', what: 'The date of the panel', on: panelOn }, today),
      ...(numberOfAdopters !== undefined && (numberOfAdopters < 1 || numberOfAdopters > 2)
        ? [{ field: 'numberOfAdopters', message: `Number of adopters is ${numberOfAdopters}: it must be 1 or 2` }]
        : []),
      ...matchHeldBack(history, { matchedOn, adoptionDecidedOn, panelOn }),
    ];
  },
  dependsOn: ['adoptionDecision', 'adoptionDecisionEnd', 'adoptionRecommendation', 'gateOverride'],
  carriedBy: { ssda903: 'ad1' },
  examples: {
    'a couple': {
      matchedOn: literal('2026-08-17'),
      adoptionDecidedOn: literal('2026-02-16'),
      panelOn: literal('2026-08-06'),
      formerFosterCarers: false,
      numberOfAdopters: 2,
      sexOfAdopters: 'MF',
      legalStatusOfAdopters: 'L11',
    },
  },
});
