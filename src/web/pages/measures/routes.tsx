import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { comparisonOf } from '../../../oversight/measures/comparison.ts';
import type { Measured } from '../../../oversight/measures/measured.ts';
import type { Measure } from '../../../oversight/measures/measure.ts';
import { measureNamed, measures } from '../../../oversight/measures/measures.ts';
import { measureReading } from '../../../oversight/measures/readings.ts';
import { measureHeads, measureRows } from '../../../oversight/measures/table.ts';
import { measuresMay } from '../../../oversight/measures/who-may.ts';
import type { PublishedFile } from '../../../record/published-figures.ts';
import { askedDay, type AskedDay } from '../../asked-day.ts';
import { areasOfTeams } from '../../areas-of-teams.ts';
import { sendSheet } from '../../export/send-sheet.ts';
import type { WebParts } from '../../parts.ts';
import { pageOf } from '../../components/paging.tsx';
import { frameOf, givenForm, one, parameter, sendPage } from '../../request.ts';
import { mustHold, Refusal, signedIn, type Who } from '../../session.ts';
import { addDemand } from '../demand/routes.tsx';
import { addVirtualSchool } from '../virtual-school/routes.tsx';
import { inOrder, MeasurePage, type Shown } from './one.tsx';
import { MeasuresPage, type Read } from './page.tsx';
import { addPublished } from './published-routes.tsx';

type Asked = AskedDay & {
  readonly who: Who;
  readonly found: Measured;
  readonly published: PublishedFile | undefined;
  readonly read: (measure: Measure) => Read;
};

/** What is counted at the end of a day, for whoever answers for it. */
async function asked(request: FastifyRequest, parts: WebParts): Promise<Asked> {
  const who = signedIn(request);
  mustHold(who, measuresMay);
  const day = askedDay(request, dayInEngland(parts.now()));
  const [found, published, population, areaOf] = await Promise.all([
    parts.measures.found(who.session, day.on),
    parts.measures.published(who.session, 'measures'),
    parts.measures.published(who.session, 'population'),
    areasOfTeams(parts, who),
  ]);
  const authority = who.authorityName ?? parts.authorityName;
  const figures = [...(population?.figures ?? []), ...(published?.figures ?? [])];
  const read = (measure: Measure): Read => {
    const reading = measureReading(measure, found, areaOf);
    return { reading, compared: comparisonOf(measure, reading.years, figures, authority) };
  };
  return { ...day, who, found, published, read };
}

/** Published indicators of the whole service, what they are compared with, and what arrives. */
export function addMeasures(server: FastifyInstance, parts: WebParts): void {
  addPublished(server, parts);
  addDemand(server, parts);
  addVirtualSchool(server, parts);

  server.get('/measures', async (request, reply) => {
    const { on, problem, published, read } = await asked(request, parts);
    return sendPage(reply, <MeasuresPage {...{ frame: frameOf(request, parts), on, problem, published, read: measures.map(read) }} />);
  });

  server.get('/measures/of/:name', async (request, reply) => {
    const measure = measureNamed(parameter(request, 'name'));
    const { on, problem, found, read, who } = await asked(request, parts);
    if (measure === undefined) throw new Refusal(404, 'There is no such measure.');
    const behind = inOrder(
      found.behind.filter((row) => row.measure === measure.name),
      measure,
    );
    const people = [...new Set(behind.map(({ person }) => person))];
    const listed = await parts.record.list(who.session, { people, purpose: `behind the measure ${measure.name}` });
    const names = new Map(listed.map(({ person, standing }) => [person, standing.name]));
    const named = behind.flatMap((row): readonly Shown[] => {
      const name = names.get(row.person);
      return name === undefined ? [] : [{ ...row, name }];
    });
    const page = pageOf(named.length, one(givenForm(request.query), 'page'));
    const rows = { page, shown: named.slice(page.first, page.last), closed: behind.length - named.length };
    return sendPage(reply, <MeasurePage {...{ frame: frameOf(request, parts), on, problem, ...rows, ...read(measure) }} />);
  });

  server.get('/measures/file/:as', async (request, reply) => {
    const { on, read } = await asked(request, parts);
    const rows = [measures.flatMap((measure) => measureRows(read(measure), on))];
    return sendSheet(reply, parameter(request, 'as'), `measures-${on}`, { name: `Measures ${on}`, heads: measureHeads, rows });
  });
}
