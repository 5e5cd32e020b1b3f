import type { FastifyInstance } from 'fastify';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import { nextBeforeCourt, stagesBeforeCourt } from '../../../practice/court/before-court.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ClockWords } from '../../components/clock-words.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { asKnown, clockState, counted, type Looking } from '../../said-dates.ts';
import { mustHold, signedIn } from '../../session.ts';
import { readNames } from '../board/reading.ts';
import { trackedFamilies, type TrackedFamily } from './tracker.ts';

/** Families in legal planning, pre-proceedings and proceedings, of the whole service: for those who answer for drift. */
export function addBeforeCourt(server: FastifyInstance, parts: WebParts): void {
  server.get('/before-court', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, ['teamManager', 'headOfService']);
    const known = asKnown({}, parts.now());
    const [waiting, names] = await Promise.all([parts.record.beforeCourt(who.session, known.today), readNames(parts, who.session)]);
    const nameOf = ({ worker, team }: TrackedFamily): string =>
      [worker === undefined ? undefined : names.members.get(worker)?.name, team === undefined ? undefined : names.teams.get(team)?.name]
        .filter((part) => part !== undefined)
        .join(', ') || 'nobody yet';
    const families = trackedFamilies(waiting, known.today);
    return sendPage(reply, <BeforeCourtPage frame={frameOf(request, parts)} families={families} known={known} nameOf={nameOf} />);
  });
}

type Props = {
  readonly frame: Frame;
  readonly families: readonly TrackedFamily[];
  readonly known: Looking;
  readonly nameOf: (family: TrackedFamily) => string;
};

const BeforeCourtPage = ({ frame, families, known, nameOf }: Props) => (
  <Layout frame={frame} title="Before court" wide>
    <h1 class="govuk-heading-l sl-tight">Before court</h1>
    <p class="govuk-body">{saidOf(families, known)}</p>
    {families.length === 0 ? null : (
      <CardTable
        caption="Families in legal planning, pre-proceedings and proceedings, what is due first before the others"
        captionClasses="govuk-visually-hidden"
        heads={['Children', 'Stage', 'Since', 'Next', 'Due', 'Stage over by', 'Who']}
        rows={families.map((family) => [
          <Children family={family} />,
          stagesBeforeCourt[family.stage].title,
          <>
            {formatDate(family.since)} <span class="sl-due sl-line">{counted(family.weeks, 'week')}</span>
          </>,
          nextBeforeCourt[family.next.rule] ?? '',
          <ClockWords clock={family.next} known={known} />,
          family.whole === undefined ? '' : <ClockWords clock={family.whole} known={known} />,
          nameOf(family),
        ])}
      />
    )}
    <p class="govuk-body">
      Weeks are counted from the meeting, letter or application with which the stage began. A family whose record is restricted to others is
      not in this list.
    </p>
  </Layout>
);

const isLate = ({ next, whole }: TrackedFamily, known: Looking): boolean =>
  [next, whole].some((clock) => clock !== undefined && clockState(clock, known) === 'late');

function saidOf(families: readonly TrackedFamily[], known: Looking): string {
  if (families.length === 0) return 'No family is in legal planning, pre-proceedings or proceedings.';
  const late = families.filter((family) => isLate(family, known)).length;
  return `${counted(families.length, 'family', 'families')}${late === 0 ? '' : `, ${late} of them past a limit`}.`;
}

const Children = ({ family: { children } }: { readonly family: TrackedFamily }) => (
  <>
    {children.map(({ person, name }) => (
      <PersonLink person={person} classes="sl-line">
        {name}
      </PersonLink>
    ))}
  </>
);
