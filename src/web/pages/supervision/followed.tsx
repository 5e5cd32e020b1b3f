import { formatDate } from '../../../kernel/calendar/dates.ts';
import { linesIn } from '../../../kernel/field/rows.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { isFollowed, stepNamed, whatFollowed, type ActionState, type Followed } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import { PersonLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { counted, type Looking } from '../../said-dates.ts';
import { openAndRead } from '../child/opening.ts';

/** What a supervision decided of a child, and what then happened. `followed` undefined: the record is closed to whoever asks, or says nothing of that day. */
export type FollowedChild = { readonly person: string; readonly name: string; readonly followed: Followed | undefined };

/** Of each supervision, its children: each child’s record is opened for this, and logged. */
export async function followedBy(
  parts: WebParts,
  session: Session,
  supervisions: readonly Statement[],
  { today }: Looking,
): Promise<ReadonlyMap<string, readonly FollowedChild[]>> {
  const childrenOf = ({ answers }: Statement) => linesIn(answers['children']).map(({ child }) => String(child));
  const all = [...new Set(supervisions.flatMap(childrenOf))];
  const records = await openAndRead(parts, session, all, 'To see what followed from supervision');
  const followed = new Map([...records].map(([person, { history }]) => [person, whatFollowed(history, today)]));
  return new Map(
    supervisions.map((supervision) => [
      supervision.entry,
      childrenOf(supervision).map((person) => ({
        person,
        name: records.get(person)?.standing.name ?? 'Restricted',
        followed: followed.get(person)?.find(({ on }) => on === supervision.happenedOn),
      })),
    ]),
  );
}

/** Of those whom it can be told of: how many something was done for. */
export const followedCount = (children: readonly FollowedChild[]) => {
  const told = children.flatMap(({ followed }) => followed ?? []);
  return { of: told.length, followed: told.filter(isFollowed).length };
};

const stateWords: Readonly<Record<ActionState, string>> = {
  done: 'done in time',
  doneLate: 'done late',
  open: 'open',
  late: 'late',
  withdrawn: 'withdrawn',
};

/** What was decided, what became of what was agreed, and what was done for the child within four weeks; each leads to its entry. */
export const FollowedList = ({ children }: { readonly children: readonly FollowedChild[] }) =>
  children.length === 0 ? (
    <p class="govuk-body sl-tight">No child was discussed.</p>
  ) : (
    <ul class="govuk-list sl-tight">
      {children.map(({ person, name, followed }) => (
        <li>
          <PersonLink person={person}>{name}</PersonLink>
          {followed === undefined ? (
            <span class="sl-due"> nothing of it can be read here</span>
          ) : (
            <FollowedView person={person} followed={followed} />
          )}
        </li>
      ))}
    </ul>
  );

const FollowedView = ({ person, followed }: { readonly person: string; readonly followed: Followed }) => (
  <>
    <span class="sl-line">
      <EntryLink person={person} entry={followed.entry} text={followed.decided ?? 'Discussed; no decision is written down'} />
    </span>
    {followed.actions.map(({ entry, what, state }) => (
      <span class="sl-due sl-line">
        <EntryLink person={person} entry={entry} text={what} />: {stateWords[state]}
      </span>
    ))}
    <span class="sl-due sl-line">
      {followed.since.length === 0
        ? 'Nothing else was done for the child within four weeks.'
        : `Within four weeks: ${counted(followed.since.length, 'entry', 'entries')}. `}
      {followed.since.slice(0, 3).map(({ entry, step, happenedOn }) => (
        <>
          <EntryLink person={person} entry={entry} text={`${stepNamed(step)?.title ?? step}, ${formatDate(happenedOn)}`} />{' '}
        </>
      ))}
    </span>
  </>
);

const EntryLink = ({ person, entry, text }: { readonly person: string; readonly entry: string; readonly text: string }) => (
  <PersonLink person={person} entry={entry}>
    {text}
  </PersonLink>
);
