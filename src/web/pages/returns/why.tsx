import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import { returnsOfADay } from '../../../returns/of-a-day.ts';
import { titleOfReturn } from '../../../returns/signed-of-a-day.ts';
import type { ReturnCell, ReturnPart } from '../../../returns/why.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import type { WhyOfDay, WhyOfYear } from '../../parts.ts';

type Props = {
  readonly frame: Frame;
  readonly asked: WhyOfYear | WhyOfDay;
  readonly person: string;
  readonly parts: readonly ReturnPart[];
  /** Of staff, by their id. */
  readonly names: ReadonlyMap<string, string>;
};

/** All that a return says of one child, each value with the entries of the record from which it follows. */
export const WhyPage = ({ frame, asked, person, parts, names }: Props) => (
  <Layout frame={frame} title={`Why the return says this of ${asked.number}`} wide>
    <h1 class="govuk-heading-l">
      {whichReturn(asked)}: {asked.number}
    </h1>
    {parts.length === 0 ? <p class="govuk-body">The child is not in this return.</p> : null}
    {parts.map(({ name, cells }, n) => (
      <CardTable
        key={n}
        caption={name}
        heads={['Value', 'Is', 'Because of']}
        rows={cells.map((cell) => [cell.field, cell.value, <Why cell={cell} person={person} names={names} />])}
      />
    ))}
  </Layout>
);

const whichReturn = (asked: Props['asked']): string =>
  'on' in asked ? `${returnsOfADay[asked.of]}, ${formatDate(asked.on)}` : titleOfReturn({ return: asked.of, year: asked.year, on: null });

const Why = ({ cell: { from }, person, names }: { readonly cell: ReturnCell; readonly person: string; readonly names: Props['names'] }) =>
  from.length === 0 ? (
    <>Nothing was recorded that says otherwise</>
  ) : (
    <ul class="govuk-list sl-tight">
      {from.map((one) => (
        <li key={one.entry}>
          <a class="govuk-link" href={`/children/${person}/entries/${one.entry}`}>
            {stepNamed(one.step)?.title ?? one.step}, {formatDate(one.happenedOn)}
          </a>
          {byWhom(one, names)}
        </li>
      ))}
    </ul>
  );

const byWhom = ({ recordedBy, source }: Statement, names: Props['names']): string =>
  source === undefined ? `, recorded by ${names.get(recordedBy) ?? 'somebody who has left'}` : ', from an import';
