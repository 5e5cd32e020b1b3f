import type { FastifyInstance } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { ListedChild, Session } from '../../../record/contract.ts';
import type { ListedFile } from '../../../record/files.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { askedAge } from '../files/asked-age.tsx';
import { addFilesOfKind } from '../files/kind-routes.tsx';
import { readFiles } from '../files/read-files.ts';
import { AdoptionMatchingPage, sinceOf, type Waiting } from './matching-page.tsx';
import { fits, kindOf, offerOf, offerWords, standsAt, waitingSince } from './standing.ts';

/** Adopters: each household in a file of its own; who waits beside which children wait. */
export function addAdopters(server: FastifyInstance, parts: WebParts): void {
  addFilesOfKind(server, parts, {
    path: '/adopters',
    kind: 'adopters',
    step: 'adopterEnquiry',
    asks: ['on', 'kind', 'household'],
    mayRead: practitioners,
    mayBegin: ['socialWorker', 'teamManager', 'headOfService'],
    called: '',
    beside: { href: '/adopters/matching', text: 'Families and children waiting' },
    words: {
      title: 'Adopters',
      intro:
        'Each household that asks to adopt has a file: enquiry, the two stages, panel, decision, reviews. It names no child: who is matched with whom stands on the child’s record, and is sealed with it.',
      none: 'No adopters are on record yet.',
      one: 'Household',
      begin: {
        heading: 'Somebody asks to adopt',
        title: 'What the household is called',
        hint: 'Without a child’s name',
        button: 'Begin the file',
      },
    },
    more: async (request, files) => {
      const { session } = signedIn(request);
      const [records, matched] = await Promise.all([readFiles(parts, session, files), parts.record.adoptersMatched(session)]);
      const historyOf = ({ file }: ListedFile): History => records.get(file)?.history ?? [];
      return [
        ['What they ask about', (file) => kindOf(historyOf(file))],
        ['Where it stands', (file) => standsAt(historyOf(file))],
        ['Approved', (file) => offerWords(offerOf(historyOf(file)))],
        ['Children matched or placed', (file) => String(matched.get(file.file) ?? 0)],
      ];
    },
  });

  server.get('/adopters/matching', async (request, reply) => {
    mustHold(signedIn(request), practitioners);
    const { session } = signedIn(request);
    const { asked, age, problem } = askedAge(request);
    const [families, children] = await Promise.all([familiesWaiting(parts, session, age), childrenWaiting(parts, session)]);
    return sendPage(
      reply,
      <AdoptionMatchingPage
        frame={frameOf(request, parts)}
        asked={asked}
        problem={problem}
        families={families}
        children={children}
        today={dayInEngland(parts.now())}
      />,
      problem === undefined ? 200 : 400,
    );
  });
}

/** Families who may have a child placed and have none: whoever has waited longest first. */
async function familiesWaiting(parts: WebParts, session: Session, age: number | undefined): Promise<readonly Waiting[]> {
  const [files, matched] = await Promise.all([parts.record.files(session, 'adopters'), parts.record.adoptersMatched(session)]);
  const records = await readFiles(parts, session, files);
  return files
    .flatMap(({ file, title }): Waiting[] => {
      const history = records.get(file)?.history ?? [];
      const [offer, since] = [offerOf(history), waitingSince(history)];
      if (offer === undefined || since === undefined || (matched.get(file) ?? 0) > 0) return [];
      return age !== undefined && !fits(offer, 1, age) ? [] : [{ file, title, kind: kindOf(history), offer, since }];
    })
    .toSorted((a, b) => a.since.localeCompare(b.since) || a.title.localeCompare(b.title, 'en-GB', { numeric: true }));
}

/** Children who are not matched, of those whom the reader’s lists show. */
async function childrenWaiting(parts: WebParts, session: Session): Promise<readonly ListedChild[]> {
  const children = await parts.record.list(session, { onRegister: true });
  const order = ({ standing }: ListedChild): string => `${sinceOf(standing)} ${standing.name}`;
  return children.filter(({ standing }) => sinceOf(standing) !== undefined).toSorted((a, b) => order(a).localeCompare(order(b)));
}
