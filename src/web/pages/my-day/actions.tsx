import type { FastifyInstance } from 'fastify';
import { dayInEngland, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { boardPeople, practitionersAndLeads } from '../../../kernel/step/permission.ts';
import type { ChildRecord, Session } from '../../../record/contract.ts';
import type { OwnAction } from '../../../record/own-actions.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { RecordLink } from '../../components/offered.tsx';
import { entryAt } from '../../entry-at.ts';
import type { WebParts } from '../../parts.ts';
import { givenForm, isId, one, parameter, several } from '../../request.ts';
import { lateOrUntil } from '../../said-dates.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { openAndRead } from '../child/opening.ts';
import { nameWords } from '../family/people-linked.ts';

/** One action, of all the children whom it was agreed for. */
export type ShownAction = Omit<OwnAction, 'person'> & { readonly children: readonly { readonly person: string; readonly name: string }[] };

/** What is mine to do, also of children who are not mine; a child whose record is restricted to others is not named. */
export async function ownActions(parts: WebParts, session: Session): Promise<readonly ShownAction[]> {
  const actions = await parts.record.ownActions(session);
  if (actions.length === 0) return [];
  const named = await parts.record.named(session, [...new Set(actions.map(({ person }) => person))]);
  const nameOf = ({ person, what, file }: OwnAction): string => {
    if (file !== null) return file;
    const child = named.get(person);
    return child === undefined || what === null ? 'Restricted' : nameWords(child);
  };
  return [...Map.groupBy(actions, ({ entry }) => entry).values()].flatMap((same) => {
    const shown = same.find(({ what }) => what !== null) ?? same[0];
    return shown === undefined ? [] : [{ ...shown, children: same.map((one) => ({ person: one.person, name: nameOf(one) })) }];
  });
}

type Props = { readonly actions: readonly ShownAction[]; readonly csrf: string; readonly today: LocalDate };

export const MyActions = ({ actions, csrf, today }: Props) =>
  actions.length === 0 ? null : (
    <CardTable
      caption="Actions that are mine"
      heads={['Of whom', 'What', 'By', 'How it stands']}
      rows={actions.map((action) => [
        <Whose action={action} />,
        <ActionWords action={action} />,
        <>
          {formatDate(action.dueOn)} <span class="sl-due">{lateOrUntil(action.dueOn, today)}</span>
        </>,
        action.what === null ? '' : <HowItStands action={action} csrf={csrf} />,
      ])}
    />
  );

const Whose = ({ action: { children, entry, what, file } }: { readonly action: ShownAction }) => (
  <>
    {children.map(({ person, name }) =>
      what === null || name === 'Restricted' ? (
        <span class="sl-line">{name}</span>
      ) : (
        <a class="govuk-link sl-line" href={entryAt(person, entry, file !== null)}>
          {name}
        </a>
      ),
    )}
  </>
);

const ActionWords = ({ action: { what, measure } }: { readonly action: ShownAction }) => (
  <>
    {what ?? 'An action on a record that is restricted to others: ask your manager'}
    {measure === null ? null : <span class="sl-due sl-line">{measure}</span>}
  </>
);

const HowItStands = ({ action: { entry, children, what }, csrf }: { readonly action: ShownAction; readonly csrf: string }) => (
  <form method="post" action={`/my-day/actions/${entry}`} class="sl-record__list">
    <CsrfField token={csrf} />
    {children.map(({ person }) => (
      <input type="hidden" name="person" value={person} />
    ))}
    <input type="hidden" name="entry" value={crypto.randomUUID()} />
    <button class="govuk-button govuk-button--secondary sl-button sl-tight" type="submit">
      Done<span class="govuk-visually-hidden">: {what}</span>
    </button>
    <RecordLink person={children[0]?.person ?? ''} step="actionProgress" query={new URLSearchParams({ action: entry })} classes="sl-clear">
      Begun or withdrawn<span class="govuk-visually-hidden">: {what}</span>
    </RecordLink>
  </form>
);

/** Done, in one click: the record is opened for it, which is logged. */
export function addActionDone(server: FastifyInstance, parts: WebParts): void {
  server.post('/my-day/actions/:entry', async (request, reply) => {
    const { session } = signedIn(request);
    mustHold(signedIn(request), [...practitionersAndLeads, ...boardPeople]);
    const given = givenForm(request.body);
    const [action, entry, people] = [parameter(request, 'entry'), one(given, 'entry'), several(given, 'person')];
    const step = parts.steps.find(({ name }) => name === 'actionProgress');
    if (![action, entry, ...people].every(isId) || step === undefined) throw new Refusal(404, 'There is no such action.');
    const records = await openAndRead(parts, session, [...new Set(people)], 'To record that an action of mine is done');
    const isMine = ({ history }: ChildRecord): boolean =>
      history.some((known) => known.entry === action && known.step === 'action' && known.answers['owner'] === session.actor);
    const of = [...records.values()].filter(isMine).map(({ person }) => ({ person, answers: {} }));
    if (of.length === 0) throw new Refusal(404, 'There is no such action of yours.');
    const on = dayInEngland(parts.now());
    const done = { entry, step: step.name, wording: parts.wordingOf(step), happenedOn: on, shared: { on, action, how: 'done' }, about: of };
    const outcome = await parts.record.append(session, [done], records);
    if (outcome.kind === 'refused') throw new Refusal(403, outcome.message);
    return reply.redirect(holds(signedIn(request), practitionersAndLeads) ? '/my-day' : '/safeguarding-board', 303);
  });
}
