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
import { PersonLink } from '../../components/offered.tsx';
import type { WhyOfDay, WhyOfYear } from '../../parts.ts';
import { formatInstant } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly asked: WhyOfYear | WhyOfDay;
  readonly person?: string | undefined;
  readonly isFile?: boolean | undefined;
  readonly parts: readonly ReturnPart[];
  /** Of staff, by their id. */
  readonly names: ReadonlyMap<string, string>;
};

/** All that a return says of one child, each value with the entries of the record from which it follows. */
export const WhyPage = ({ frame, asked, person, isFile, parts, names }: Props) => (
  <Layout frame={frame} title={`Why the return says this of ${asked.number}`} wide>
    <a class="govuk-back-link" href="/returns">
      Returns
    </a>
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
        rows={cells.map((cell) => [cell.field, cell.value, <Why {...{ cell, person, isFile, names }} />])}
      />
    ))}
  </Layout>
);

function whichReturn(asked: Props['asked']): string {
  if (!('on' in asked)) return titleOfReturn({ return: asked.of, year: asked.year, on: null });
  if (asked.of === 'workforce-census') return titleOfReturn({ return: asked.of, year: '', on: censusDay(asked.on) });
  return `${asked.of === 'annex-a' ? signedOfADay[asked.of].title : returnsOfADay[asked.of]}, ${formatDate(asked.on)}`;
}

type WhyProps = Pick<Props, 'person' | 'isFile' | 'names'> & { readonly cell: ReturnCell };

/** `person` undefined: the entries are in a staff file, which not everybody who answers for returns opens. */
const Why = ({ cell: { from, because }, names, ...of }: WhyProps) =>
  from.length === 0 ? (
    <>{because ?? 'Nothing was recorded that says otherwise'}</>
  ) : (
    <ul class="govuk-list sl-tight">
      {from.map((one) => (
        <li key={one.entry}>
          <Entry one={one} {...of} />
          {byWhom(one, names)}
        </li>
      ))}
    </ul>
  );

function Entry({ one: { step, entry, happenedOn }, person, isFile }: Pick<Props, 'person' | 'isFile'> & { readonly one: Statement }) {
  const words = `${stepNamed(step)?.title ?? step}, ${formatDate(happenedOn)}`;
  if (person === undefined) return <>{words}</>;
  if (isFile !== true)
    return (
      <PersonLink person={person} entry={entry}>
        {words}
      </PersonLink>
    );
  return (
    <a class="govuk-link" href={`/files/${person}`}>
      {words}
    </a>
  );
}

const byWhom = ({ recordedBy, source }: Statement, names: Props['names']): string =>
  source === undefined ? `, recorded by ${names.get(recordedBy) ?? 'somebody who has left'}` : ', from an import';
