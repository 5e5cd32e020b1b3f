import { demonstrationAuthority } from '../demo/authority.ts';
import type { Database } from '../src/platform/database.ts';
import { beginSession } from '../src/record/members.ts';
import { csrfOn, expectStatus, visitor, type Visitor } from './visitor.ts';

/** Somebody of the demonstration, signed in, at a browser of their own. */
export async function signIn(app: Database, address: string, member: string): Promise<Visitor> {
  return visitor(address, await beginSession(app, demonstrationAuthority.authority, member));
}

/** Gives the reason for which a child's record is opened: asked once in a session. */
export async function openChild(someone: Visitor, person: string): Promise<void> {
  const asked = expectStatus(await someone.get(`/children/${person}`), 200, 'The question why a record is opened');
  const form = { _csrf: csrfOn(asked.body), next: `/children/${person}`, reason: 'I work with this child or their family' };
  expectStatus(await someone.post(`/children/${person}/open`, form), 303, 'The reason for opening a record');
}

/** Whose pages are measured: the team with most children on plans, its manager, and of its children the one with the longest record. */
export type Cast = {
  readonly manager: string;
  readonly head: string;
  readonly worker: string;
  readonly child: string;
  readonly lines: number;
};

export async function castOf(owner: Database): Promise<Cast> {
  const { rows } = await owner.pool.query<Cast>(`
    with busiest as (select team from record.standing where known_to = 'infinity' and on_plan_since is not null and team is not null group by team order by count(*) desc, team limit 1),
      longest as (select h.person, h.position, s.worker from record.head h join record.standing s using (authority, person) join busiest using (team)
        where s.known_to = 'infinity' and s.on_plan_since is not null and s.worker is not null order by h.position desc, h.person limit 1)
    select m.member as manager, h.member as head, l.worker, l.person as child, l.position as lines
    from busiest b join access.member m on m.team = b.team and 'teamManager' = any(m.roles)
    cross join longest l cross join (select member from access.member where 'headOfService' = any(roles) order by name limit 1) h`);
  const [cast] = rows;
  if (cast === undefined) throw new Error('The demonstration has no team with children on plans.');
  return cast;
}
