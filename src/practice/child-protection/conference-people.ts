import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import { allOf } from '../../kernel/step/step.ts';
import { agencyCheckAnswer } from '../front-door/agency-check-answer.ts';
import { checkedAgencies } from '../front-door/agency-checks.ts';
import { untoldIn } from '../front-door/untold.ts';
import { bonds, bondsTold } from '../people/bonds.ts';
import { relationship } from '../people/relationship.ts';
import { professionalRoles, professionalsOn } from '../people/professional.ts';

/** Whether they came, and what they think of what was decided: one answer for each. */
const views = {
  agrees: 'Came, and agrees',
  dissents: 'Came, and sees it otherwise',
  noView: 'Came, without a view',
  apologies: 'Sent apologies',
  absent: 'Did not come',
} as const;

export const who = text('Who', { longest: 200, required: 'A line without a name says nothing of anybody' });
const sharedOn = date('Their report was given to the parents on', {
  hint: 'A working day before an initial conference, three before a review, at the latest',
});
const view = code('Whether they came, and agree', views, { neverPrefilled: true });

export const reviewColumns = { who, sharedOn, view } as const;
export const initialColumns = { ...reviewColumns, dissent: text('How they see it', { lines: 2, neverPrefilled: true }) } as const;

type Invited = { readonly who: string; readonly sharedOn?: Statement['happenedOn'] };

const isInvited = (row: unknown): row is Invited => typeof row === 'object' && row !== null && 'who' in row && typeof row.who === 'string';

/** Who was asked, with what is known of their reports; nobody’s presence, and nobody’s view. */
function invitedTo(invitation: Statement): readonly Invited[] {
  const people: readonly unknown[] = Array.isArray(invitation.answers['people']) ? invitation.answers['people'] : [];
  return people
    .filter(isInvited)
    .map(({ who: name, sharedOn: given }) => ({ who: name, ...(given === undefined ? {} : { sharedOn: given }) }));
}

/** Who was last in the chair of anything. */
export function chairBefore(history: History): Offer<string> | undefined {
  const from = history.findLast(({ answers }) => typeof answers['chair'] === 'string');
  return from && { value: String(from.answers['chair']), from };
}

/** By which professionals an agency that answered is there already. */
const rolesOf: Readonly<Partial<Record<keyof typeof checkedAgencies, readonly (keyof typeof professionalRoles)[]>>> = {
  police: ['police'],
  health: ['midwife', 'healthVisitor', 'schoolNurse', 'generalPractitioner', 'paediatrician'],
  mentalHealth: ['mentalHealth'],
  education: ['teacher', 'safeguardingLead', 'earlyYears'],
  earlyHelp: ['familyHelp'],
  housing: ['housing'],
  probation: ['probation'],
  substanceMisuse: ['substanceMisuse'],
  youthJustice: ['youthJustice'],
};

type Around = { readonly from: Statement; readonly who: string };

/** Parents and carers by what they are to the child: their names stand in their own records. */
const parents = (history: History, today: string): readonly Around[] =>
  allOf(relationship, history)
    .filter(({ answers: { bond, until } }) => bondsTold[bond].meaning.kind === 'parent' && (until === undefined || until >= today))
    .map((one) => ({ from: one, who: bonds[one.answers.bond] }));

/** Agencies that know something, and of which nobody is named: the parents see who is asked, and not that somebody was asked behind their back. */
function agencies(history: History, roles: ReadonlySet<string>): readonly Around[] {
  const untold = untoldIn(history);
  const known = allOf(agencyCheckAnswer, history).filter(({ answers, entry }) => answers.answer === 'came' && !untold.has(entry));
  return known.flatMap((one) =>
    one.answers.agencies
      .filter((agency) => rolesOf[agency]?.some((role) => roles.has(role)) !== true)
      .map((agency) => ({ from: one, who: checkedAgencies[agency].split(':')[0] ?? '' })),
  );
}

/** Who is around the child now: parents, professionals by what they do, and agencies that know something. */
function around(history: History, today: string): Offer<readonly Invited[]> | undefined {
  const professionals = professionalsOn(history, today);
  const roles = new Set<string>(professionals.map(({ answers }) => answers.role));
  const all: readonly Around[] = [
    ...parents(history, today),
    ...professionals.map((one) => ({ from: one, who: `${professionalRoles[one.answers.role]}: ${one.answers.name}` })),
    ...agencies(history, roles),
  ];
  const from = all.at(-1)?.from;
  return from && { value: [...new Set(all.map(({ who: name }) => name))].map((name) => ({ who: name })), from };
}

/** From the invitation since the last conference, else from who is around the child. */
export function peopleOffered(history: History, today: string): Offer<readonly Invited[]> | undefined {
  const held = history.findLastIndex(({ step }) => step === 'initialConference' || step === 'reviewConference');
  const invitation = history.slice(held + 1).findLast(({ step }) => step === 'conferenceInvitation');
  if (invitation !== undefined) return { value: invitedTo(invitation), from: invitation };
  return around(history, today);
}
