import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
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
const sharedOn = date('Their report was given to the parents on', { hint: 'Initial: the day before at the latest; review: in good time' });
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

/** The professionals around the child now, by what they do. */
function around(history: History, today: string): Offer<readonly Invited[]> | undefined {
  const now = professionalsOn(history, today);
  const from = now.at(-1);
  return from && { value: now.map(({ answers: { role, name } }) => ({ who: `${professionalRoles[role]}: ${name}` })), from };
}

/** From the invitation since the last conference, else from who is around the child. */
export function peopleOffered(history: History, today: string): Offer<readonly Invited[]> | undefined {
  const held = history.findLastIndex(({ step }) => step === 'initialConference' || step === 'reviewConference');
  const invitation = history.slice(held + 1).findLast(({ step }) => step === 'conferenceInvitation');
  if (invitation !== undefined) return { value: invitedTo(invitation), from: invitation };
  return around(history, today);
}
