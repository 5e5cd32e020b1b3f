import type { FastifyInstance } from 'fastify';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import { extraFamilialHarm } from '../../../practice/child-protection/extra-familial-harm.ts';
import type { InEnquiry, ComplexEnquiry } from '../../../record/complex-enquiry.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { Input } from '../../components/text-input.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { counted } from '../../said-dates.ts';
import { mustHold, signedIn } from '../../session.ts';
import { readNames } from '../board/reading.ts';
import { whoHas } from '../board/row.ts';

type Found = { readonly reference: string; readonly problem?: string; readonly enquiry?: ComplexEnquiry };

/** One enquiry over unrelated families across its children: who they are and where each stands. The words of each stay in the child’s own record. */
export function addEnquiry(server: FastifyInstance, parts: WebParts): void {
  server.get('/enquiry', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, practitioners);
    const reference = one(givenForm(request.query), 'reference').trim().toUpperCase();
    const parsed = extraFamilialHarm.fields.enquiry.parse(reference);
    const problem = 'problem' in parsed ? `The reference ${parsed.problem}` : undefined;
    const isAsked = reference !== '' && problem === undefined;
    const [enquiry, names] = await Promise.all([
      isAsked ? parts.record.complexEnquiry(who.session, reference) : undefined,
      readNames(parts, who.session),
    ]);
    const nameOf = ({ standing }: InEnquiry): string => whoHas(names, standing);
    const found = { reference, ...(problem === undefined ? {} : { problem }), ...(enquiry === undefined ? {} : { enquiry }) };
    return sendPage(
      reply,
      <EnquiryPage frame={frameOf(request, parts)} found={found} nameOf={nameOf} />,
      problem === undefined ? 200 : 400,
    );
  });
}

type Props = { readonly frame: Frame; readonly found: Found; readonly nameOf: (child: InEnquiry) => string };

const EnquiryPage = ({ frame, found: { reference, problem, enquiry }, nameOf }: Props) => (
  <Layout frame={frame} title={`${problem === undefined ? '' : 'Error: '}Enquiry over several families`} wide>
    <h1 class="govuk-heading-l sl-tight">Enquiry over several families</h1>
    <form method="get" action="/enquiry" noValidate>
      <Input
        name="reference"
        label={{ text: 'Reference of the enquiry' }}
        hint={{ text: 'As it stands under “Harm outside the home” in the records, for example CE-2026-014' }}
        value={reference}
        classes="govuk-input--width-10"
        errorMessage={problem === undefined ? undefined : { text: problem }}
      />
      <Button text="Show" classes="govuk-button--secondary" />
    </form>
    {enquiry === undefined ? null : <Children enquiry={enquiry} reference={reference} nameOf={nameOf} />}
  </Layout>
);

const Children = ({
  enquiry: { children, restricted },
  reference,
  nameOf,
}: { readonly enquiry: ComplexEnquiry; readonly reference: string } & Pick<Props, 'nameOf'>) => (
  <>
    <h2 class="govuk-heading-m">{reference}</h2>
    <p class="govuk-body">{saidOf(children.length, restricted)}</p>
    {children.length === 0 ? null : (
      <CardTable
        caption="Children of the enquiry"
        captionClasses="govuk-visually-hidden"
        heads={['Child', 'In it since', 'How they stand', 'Last seen', 'Who']}
        rows={children.map((child) => [
          <PersonLink person={child.person}>{child.standing.name}</PersonLink>,
          formatDate(child.since),
          standsAs(child),
          child.standing.lastSeenOn === undefined ? 'no visit on record' : formatDate(child.standing.lastSeenOn),
          nameOf(child),
        ])}
      />
    )}
    <p class="govuk-body">
      What each child said, and what was found of each, stays in that child’s own record. Nothing of one family is written into the record
      of another.
    </p>
  </>
);

function saidOf(children: number, restricted: number): string {
  if (children + restricted === 0) return 'No record bears this reference.';
  const others = restricted === 0 ? '' : `; ${counted(restricted, 'record')} more restricted to others, of whom nothing is said here`;
  return `${counted(children, 'child', 'children')}${others}.`;
}

function standsAs({ standing }: InEnquiry): string {
  const { missingSince, onPlanSince, lookedAfterSince, openSince } = standing;
  const found = [
    ...(missingSince === undefined ? [] : ['missing now']),
    ...(onPlanSince === undefined ? [] : [`on a child protection plan since ${formatDate(onPlanSince)}`]),
    ...(lookedAfterSince === undefined ? [] : [`looked after since ${formatDate(lookedAfterSince)}`]),
  ];
  if (found.length > 0) return found.join('; ');
  return openSince === undefined ? 'no open work' : `open since ${formatDate(openSince)}`;
}
