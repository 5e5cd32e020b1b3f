import type { FastifyInstance } from 'fastify';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Waiting } from '../../../record/front-door.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { asKnown, clockState, counted, type Looking } from '../../said-dates.ts';
import { mustHold, signedIn } from '../../session.ts';

/** What people ask of the records that are about them, of the whole service: for those who answer for it. */
export function addPeopleAsk(server: FastifyInstance, parts: WebParts): void {
  server.get('/people-ask', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, ['teamManager', 'headOfService']);
    const known = asKnown({}, parts.now());
    const asked = await parts.record.peopleAsk(who.session, known.today);
    return sendPage(reply, <PeopleAskPage frame={frameOf(request, parts)} asked={asked} known={known} />);
  });
}

const isReply = ({ clock }: Waiting): boolean => clock.rule === 'subjectAccessReply';

/** Of whom nothing is owed until they answer: the clock of the answer does not run. */
const standStill = (asked: readonly Waiting[]): readonly Waiting[] => {
  const owed = new Set(asked.filter(({ clock }) => clock.rule === 'subjectAccessAnswer').map(({ person }) => person));
  return asked.filter((one) => isReply(one) && !owed.has(one.person));
};

type Props = { readonly frame: Frame; readonly asked: readonly Waiting[]; readonly known: Looking };

function PeopleAskPage({ frame, asked, known }: Props) {
  const paused = new Set(standStill(asked));
  const run = asked.filter((one) => !isReply(one));
  return (
    <Layout frame={frame} title="Requests about records" wide>
      <h1 class="govuk-heading-l sl-tight">Requests about records</h1>
      <p class="govuk-body">{saidOf(run, paused.size, known)}</p>
      {asked.length === 0 ? null : (
        <CardTable
          caption="What people ask of their records, what is due first before the others"
          captionClasses="govuk-visually-hidden"
          heads={['Record', 'What they ask', 'Since', 'Due']}
          rows={asked.map((one) => [
            <a class="govuk-link" href={placeOf(one)}>
              {one.standing.name}
            </a>,
            one.clock.rule === 'rectificationAnswer' ? 'That it be put right' : 'A copy of it',
            formatDate(one.clock.startedOn),
            <Due one={one} isPaused={paused.has(one)} known={known} />,
          ])}
        />
      )}
      <p class="govuk-body">
        A request about a record that is restricted to others is not in this list: those who are named see it in the record itself.
      </p>
    </Layout>
  );
}

const placeOf = ({ person, clock }: Waiting): string =>
  clock.rule === 'rectificationAnswer' ? `/children/${person}` : `/children/${person}/subject-access`;

function saidOf(run: readonly Waiting[], paused: number, known: Looking): string {
  const late = run.filter(({ clock }) => clockState(clock, known) === 'late').length;
  if (run.length + paused === 0) return 'Nobody waits for an answer.';
  const owed =
    run.length === 0 ? 'No answer is owed now' : `${counted(run.length, 'answer')} owed${late === 0 ? '' : `, ${late} of them late`}`;
  return `${owed}${paused === 0 ? '' : `; ${paused} paused until somebody answers us`}.`;
}

const Due = ({ one, isPaused, known }: { readonly one: Waiting; readonly isPaused: boolean; readonly known: Looking }) =>
  isReply(one) ? (
    <>
      {isPaused ? <strong class="sl-line">Paused: nothing is owed until they answer</strong> : 'They were asked something'}
      <span class="sl-due sl-line">Ask again, or end it: </span>
      <ClockWords clock={one.clock} known={known} />
    </>
  ) : (
    <ClockWords clock={one.clock} known={known} />
  );
