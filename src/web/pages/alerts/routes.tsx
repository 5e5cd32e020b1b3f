import type { FastifyInstance } from 'fastify';
import { Layout } from '../../components/layout.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { formatInstant } from '../../said-dates.ts';
import { mustHold, signedIn } from '../../session.ts';

/** Who opened restricted records without being named for them: shown to those who must ask about it. */
export function addAlerts(server: FastifyInstance, parts: WebParts): void {
  server.get('/alerts', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, ['teamManager', 'headOfService']);
    const [alerts, members] = await Promise.all([parts.record.alerts(who.session), parts.members.all(who.session)]);
    const named = new Map(members.map(({ id, name }) => [id, name]));
    return sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title="Alerts">
        <h1 class="govuk-heading-l">Restricted records opened</h1>
        <p class="govuk-body">
          Each was opened by somebody not named for it, for the reason given. Ask them, and write down what you find.
        </p>
        {alerts.length === 0 ? <p class="govuk-body">None.</p> : null}
        <ul class="govuk-list sl-access">
          {alerts.map(({ openedAt, person, actor, reason }) => (
            <li key={`${openedAt} ${person}`}>
              <strong>{named.get(actor) ?? actor}</strong> <span class="sl-due">{formatInstant(openedAt)}</span>
              <span class="sl-line">{reason}</span>
              <PersonLink person={person}>
                The record opened<span class="govuk-visually-hidden"> on {formatInstant(openedAt)}</span>
              </PersonLink>
            </li>
          ))}
        </ul>
      </Layout>,
    );
  });
}
