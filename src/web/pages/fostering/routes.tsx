import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { ListedFile } from '../../../record/files.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { askedAge } from '../files/asked-age.tsx';
import { addFilesOfKind } from '../files/kind-routes.tsx';
import { readFiles } from '../files/read-files.ts';
import { MatchingPage, type Match } from './matching-page.tsx';
import { hasPlaceFor, isForOneChild, kindOf, lastDecision, openConcerns, termsOn, termsWords } from './standing.ts';

/** Fostering as a service: carers with their terms, the places that children’s records say are used, and who has one for a child. */
export function addFostering(server: FastifyInstance, parts: WebParts): void {
  addFilesOfKind(server, parts, {
    path: '/fostering',
    kind: 'fosterCarer',
    step: 'fosterCarerEnquiry',
    asks: ['on', 'kind', 'household'],
    mayRead: practitioners,
    mayBegin: ['socialWorker', 'teamManager', 'headOfService'],
    called: '',
    beside: { href: '/fostering/matching', text: 'Who has a place for a child' },
    words: {
      title: 'Foster carers',
      intro:
        'Each household that fosters has a file: assessment, panel, decision and terms, reviews, visits and concerns. How many places are used is what the records of the children say who live there.',
      none: 'No carers are on record yet.',
      one: 'Carers',
      begin: {
        heading: 'Somebody asks to foster',
        title: 'Carers, as placements name them',
        hint: 'A child’s placement “with” this name counts as a place that is used',
        button: 'Begin the file',
      },
    },
    more: async (request, files) => {
      const { session } = signedIn(request);
      const [records, used] = await Promise.all([readFiles(parts, session, files), parts.record.fosterPlaces(session)]);
      const historyOf = ({ file }: ListedFile): History => records.get(file)?.history ?? [];
      const today = dayInEngland(parts.now());
      return [
        ['What they offer', (file) => kindOf(historyOf(file))],
        ['Decision', (file) => lastDecision(historyOf(file))],
        ['Approved for', (file) => termsWords(termsOn(historyOf(file), today))],
        ['Places used', (file) => String(used.get(file.file) ?? 0)],
      ];
    },
  });

  server.get('/fostering/matching', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    const { session } = signedIn(request);
    const { asked, age, problem } = askedAge(request);
    const matches = age === undefined ? undefined : await matchesFor(parts, session, age);
    return sendPage(
      reply,
      <MatchingPage frame={frameOf(request, parts)} asked={asked} problem={problem} matches={matches} />,
      problem === undefined ? 200 : 400,
    );
  });
}

async function matchesFor(parts: WebParts, session: Parameters<WebParts['record']['files']>[0], age: number): Promise<readonly Match[]> {
  const files = await parts.record.files(session, 'fosterCarer');
  const [records, used] = await Promise.all([readFiles(parts, session, files), parts.record.fosterPlaces(session)]);
  const today = dayInEngland(parts.now());
  return files.flatMap(({ file, title }) => {
    const history = records.get(file)?.history ?? [];
    const terms = termsOn(history, today);
    const taken = used.get(file) ?? 0;
    if (terms === undefined || isForOneChild(history) || !hasPlaceFor(terms, taken, age)) return [];
    return [{ file, title, kind: kindOf(history), terms: termsWords(terms), free: terms.places - taken, concerns: openConcerns(history) }];
  });
}
