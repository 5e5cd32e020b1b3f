import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { ownTeamMay } from '../../../oversight/workforce/who-may.ts';
import type { ChildRecord } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { givenForm, isId, one } from '../../request.ts';
import { holds, signedIn } from '../../session.ts';
import { candidatesIn, goneOn, suggestedFor } from './allocating.ts';
import { knownOn } from './model.ts';
import { SuggestionWords } from './suggestion-words.tsx';

/** Who had the child before, the last first, each once. */
const workersBefore = (history: History): readonly string[] => [
  ...new Set(
    history
      .flatMap(({ step, answers }) => (step === 'allocation' && typeof answers['worker'] === 'string' ? [answers['worker']] : []))
      .toReversed(),
  ),
];

/** Beside the form of an allocation: whom the manager might ask, and why. To anybody else, and of any other step, nothing. */
export async function besideAllocation(
  request: FastifyRequest,
  parts: WebParts,
  { name }: { readonly name: string },
  { standing, history }: Pick<ChildRecord, 'standing' | 'history'>,
): Promise<ComponentChildren> {
  const who = signedIn(request);
  if (name !== 'allocation' || !holds(who, ownTeamMay)) return null;
  const { session } = who;
  const asked = one(givenForm(request.query), 'team');
  const team = isId(asked) ? asked : (standing.team ?? session.teams[0]);
  if (team === undefined) return null;
  const known = await knownOn(parts, session, dayInEngland(parts.now()));
  const gone = goneOn(known);
  const children = await parts.record.list(session, {
    teams: [team],
    runningOn: known.on,
    purpose: 'who might be asked to take on a child',
  });
  const before = workersBefore(history);
  const suggestions = suggestedFor(standing, before, candidatesIn(team, known, children, gone), known).slice(0, 4);
  if (suggestions.length === 0) return null;
  return (
    <aside aria-labelledby="might-ask" class="govuk-inset-text">
      <h2 class="govuk-heading-s" id="might-ask">
        Whom you might ask, of {known.teams.find(({ id }) => id === team)?.name ?? 'the team'}
      </h2>
      <ul class="govuk-list sl-tight">
        {suggestions.map((suggestion) => (
          <li key={suggestion.member}>
            <SuggestionWords suggestion={suggestion} name={known.members.get(suggestion.member)?.name ?? ''} />
          </li>
        ))}
      </ul>
      <p class="govuk-body sl-due">You decide. Nothing is chosen for you below.</p>
    </aside>
  );
}
