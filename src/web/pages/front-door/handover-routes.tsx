import type { FastifyInstance } from 'fastify';
import { date, formatDate } from '../../../kernel/calendar/dates.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { dutyHandover } from '../../../practice/front-door/duty-handover.ts';
import { ClockWords } from '../../components/clock-words.tsx';
import { Layout } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { asKnown, counted, type Looking } from '../../said-dates.ts';
import { holds, mustHold, signedIn } from '../../session.ts';
import { queueOf, type QueueRow } from './queue.ts';
import { Touch } from './queue-page.tsx';
import { openedForWork } from './recording.ts';

type Taking = { readonly row: QueueRow; readonly said: Statement | undefined };

/** What happened while the offices were closed and nobody has taken over. Each record that it shows words of is opened for that, and the log says so. */
export function addHandover(server: FastifyInstance, parts: WebParts): void {
  server.get('/front-door/handover', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitioners);
    const known = asKnown({}, parts.now());
    const rows = queueOf(await parts.record.frontDoor(who.session, known.today)).filter(({ kind }) => kind === 'handover');
    const taking = await Promise.all(
      rows.map(async (row): Promise<Taking> => {
        const first = row.children[0]?.person ?? '';
        const records = await openedForWork(request, parts, [first], 'Handover from emergency duty');
        return { row, said: records?.get(first)?.history.find(({ entry }) => entry === row.about) };
      }),
    );
    return sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title="Handover from emergency duty">
        <BackLink text="Front door" href="/front-door" />
        <h1 class="govuk-heading-l">Handover from emergency duty</h1>
        {one(givenForm(request.query), 'recorded') === '' ? null : (
          <p class="govuk-body" role="status">
            Recorded.
          </p>
        )}
        <p class="govuk-body">
          {taking.length === 0
            ? 'Everything has been taken over.'
            : `${counted(taking.length, 'entry', 'entries')} that the day team has not taken over. You have opened each of these records.`}
        </p>
        <ul class="sl-cards">
          {taking.map((one) => (
            <Entry {...one} known={known} csrf={request.csrf} mayTake={holds(who, dutyHandover.may.record)} />
          ))}
        </ul>
      </Layout>,
    );
  });
}

function Entry({
  row,
  said,
  known,
  csrf,
  mayTake,
}: Taking & { readonly known: Looking; readonly csrf: string; readonly mayTake: boolean }) {
  const whose = row.children.map(({ name }) => name).join(', ');
  const words = (name: string): string => (typeof said?.answers[name] === 'string' ? String(said.answers[name]) : '');
  const by = words('by');
  return (
    <li class="sl-card">
      <h2 class="govuk-heading-s sl-tight">
        {row.children.map(({ person, name }) => (
          <PersonLink person={person} classes="sl-line">
            {name}
          </PersonLink>
        ))}
      </h2>
      <span class="sl-due sl-line">
        {formatDate(row.since)}
        {words('at') === '' ? '' : `, ${words('at')}`}
      </span>
      <p class="govuk-body sl-words">{said === undefined ? 'You may not read what happened.' : words('happened')}</p>
      {words('mustBeDone') === '' ? null : (
        <p class="govuk-body sl-words">
          <strong>To do:</strong> {words('mustBeDone')}
          <span class="sl-due sl-line">
            {[words('who'), by === '' ? '' : `by ${formatDate(date(by))}`].filter((part) => part !== '').join(', ')}
          </span>
        </p>
      )}
      {row.clocks[0] === undefined ? null : <ClockWords clock={row.clocks[0]} known={known} />}
      {mayTake ? (
        <Touch
          touch="takeOver"
          text="Taken over"
          csrf={csrf}
          about={row.about}
          people={row.children.map(({ person }) => person)}
          whose={whose}
        />
      ) : null}
    </li>
  );
}
