import type { Problem } from '../../../kernel/step/outcome.ts';
import type { Session } from '../../../record/contract.ts';
import type { NewCopy } from '../../../record/emergency-copies.ts';
import type { GivenForm } from '../../memory.ts';
import type { Member, Team } from '../../parts.ts';
import { isId, one } from '../../request.ts';

/** For how long a copy may be opened. Three days bridge a weekend. */
export const lasts = [
  { value: '1', label: '1 day' },
  { value: '3', label: '3 days' },
  { value: '7', label: '7 days' },
  { value: '14', label: '14 days' },
] as const;
export const lastsUsually = '3';

/** Of whom a session may make a copy. */
export type Reach = { readonly isWhole: boolean; readonly teams: readonly Team[]; readonly workers: readonly Member[] };

export function reachOf(session: Session, teams: readonly Team[], members: readonly Member[]): Reach {
  const isWhole = session.scope === 'all';
  const within = teams.filter(({ id }) => isWhole || session.teams.includes(id));
  const ids = new Set(within.map(({ id }) => id));
  const workers = members.filter((member) => member.roles.includes('socialWorker') && member.teams.some((team) => ids.has(team)));
  return { isWhole, teams: within, workers };
}

export type Asked =
  { readonly kind: 'asked'; readonly copy: NewCopy } | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

type Scope = Pick<NewCopy, 'scope' | 'teams' | 'worker'>;

/** `all`, `team ID` or `worker ID`, as the select gives it. */
function scopeOf(given: string, { isWhole, teams, workers }: Reach): Scope | undefined {
  const [kind, id] = given.split(' ');
  if (kind === 'all')
    return isWhole
      ? { scope: 'The whole authority' }
      : { scope: teams.map(({ name }) => name).join(', '), teams: teams.map((team) => team.id) };
  const team = kind === 'team' ? teams.find((each) => each.id === id) : undefined;
  if (team !== undefined) return { scope: team.name, teams: [team.id] };
  const worker = kind === 'worker' ? workers.find((each) => each.id === id) : undefined;
  return worker === undefined ? undefined : { scope: `The children of ${worker.name}`, worker: worker.id };
}

/** Understands the form of a copy or of a pack. */
export function askedFor(form: GivenForm, kind: NewCopy['kind'], reach: Reach, now: Date): Asked {
  const field = (name: string): string => `${kind}-${name}`;
  const recipient = one(form, 'recipient');
  const days = lasts.find(({ value }) => value === one(form, 'days'));
  const scope = scopeOf(one(form, 'scope'), reach);
  const copy = one(form, 'copy');
  const problems: Problem[] = [];
  if (recipient.length < 3 || recipient.length > 200)
    problems.push({ field: field('recipient'), message: 'Enter for whom it is: a person or a desk, in 3 to 200 characters' });
  if (scope === undefined) problems.push({ field: field('scope'), message: 'Select of whom it is' });
  if (days === undefined) problems.push({ field: field('days'), message: 'Select when it expires' });
  if (!isId(copy)) problems.push({ message: 'This form is not whole. Reload the page and send it again' });
  if (scope === undefined || days === undefined || problems.length > 0) return { kind: 'refused', problems };
  const expiresAt = new Date(now.getTime() + Number(days.value) * 86_400_000).toISOString();
  return { kind: 'asked', copy: { copy, kind, recipient, expiresAt, ...scope } };
}
