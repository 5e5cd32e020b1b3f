import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { censusDay } from '../../../oversight/workforce/census.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import { returnsOfADay } from '../../../returns/of-a-day.ts';
import { titleOfPart } from '../../../returns/part-titles.ts';
import { signedOfADay, titleOfReturn } from '../../../returns/signed-of-a-day.ts';
import type { ReturnCell, ReturnPart } from '../../../returns/why.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import type { WhyOfDay, WhyOfYear } from '../../parts.ts';
import { formatInstant } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly asked: WhyOfYear | WhyOfDay;
  readonly person?: string;
  readonly isFile?: boolean;
  readonly parts: readonly ReturnPart[];
  /** Of staff, by their id. */
  readonly names: ReadonlyMap<string, string>;
};

/** All that a return says of one child, each value with the entries of the record from which it follows. */
export const WhyPage = ({ frame, asked, person, isFile, parts, names }: Props) => (
  <Layout frame={frame} title={`Why the return says this of ${asked.number}`} wide>
    <h1 class="govuk-heading-l">
      {whichReturn(asked)}: {asked.number}
    </h1>
    {asked.knownAt === undefined ? null : <p class="govuk-body">As the record was known on {formatInstant(asked.knownAt)}.</p>}
    {parts.length === 0 ? <p class="govuk-body">Nothing of this number is in this return.</p> : null}
    {parts.map(({ name, cells }, n) => (
      <CardTable
        key={n}
        caption={titleOfPart(name)}
        heads={['Value', 'Is', 'Because of']}
        rows={cells.map((cell) => [
          cell.field,
          cell.value,
          <Why cell={cell} at={person === undefined ? undefined : `/${isFile === true ? 'files' : 'children'}/${person}`} names={names} />,
        ])}
      />
    ))}
  </Layout>
);

function whichReturn(asked: Props['asked']): string {
  if (!('on' in asked)) return titleOfReturn({ return: asked.of, year: asked.year, on: null });
  if (asked.of === 'workforce-census') return titleOfReturn({ return: asked.of, year: '', on: censusDay(asked.on) });
  return `${asked.of === 'annex-a' ? signedOfADay[asked.of].title : returnsOfADay[asked.of]}, ${formatDate(asked.on)}`;
}

/** `at`: where the entries are; undefined: in a staff file, which not everybody who answers for returns opens. */
const Why = ({
  cell: { from, because },
  at,
  names,
}: {
  readonly cell: ReturnCell;
  readonly at: string | undefined;
  readonly names: Props['names'];
}) =>
  from.length === 0 ? (
    <>{because ?? 'Nothing was recorded that says otherwise'}</>
  ) : (
    <ul class="govuk-list sl-tight">
      {from.map((one) => (
        <li key={one.entry}>
          <Entry one={one} at={at} />
          {byWhom(one, names)}
        </li>
      ))}
    </ul>
  );

const Entry = ({ one: { step, entry, happenedOn }, at }: { readonly one: Statement; readonly at: string | undefined }) => {
  const words = `${stepNamed(step)?.title ?? step}, ${formatDate(happenedOn)}`;
  if (at === undefined) return <>{words}</>;
  return (
    <a class="govuk-link" href={at.startsWith('/files') ? at : `${at}/entries/${entry}`}>
      {words}
    </a>
  );
};

const byWhom = ({ recordedBy, source }: Statement, names: Props['names']): string =>
  source === undefined ? `, recorded by ${names.get(recordedBy) ?? 'somebody who has left'}` : ', from an import';
