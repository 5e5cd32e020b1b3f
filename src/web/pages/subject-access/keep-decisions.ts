import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { erase } from '../../../kernel/step/step.ts';
import { decisionsOf } from '../../../practice/subject-access/disclosure.ts';
import { groundOf } from '../../../practice/subject-access/grounds.ts';
import { proposalsIn } from '../../../practice/subject-access/proposals.ts';
import { redaction } from '../../../practice/subject-access/redaction.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { isId, one } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { stateTogether } from '../front-door/recording.ts';
import { saidIn, understandDecisions, type DecisionLine } from './decisions-form.ts';
import { knownTo, type Known } from './people-named.ts';
import type { ReadEntry, RequestRead } from './request-read.ts';

/** Records what a page of decisions says, as one statement. @returns why not */
export async function keepDecisions(
  request: FastifyRequest,
  parts: WebParts,
  read: RequestRead,
  given: GivenForm,
): Promise<readonly Problem[]> {
  const statement = one(given, 'statement');
  if (!isId(statement)) return [{ message: 'This form is not whole: open the page again' }];
  const posted = read.entries.filter(({ entry }) => given[`digest.${entry}`] !== undefined);
  const known = await knownTo(parts, read, posted);
  const { lines, problems } = understandDecisions(one(given, 'stage') === 'rest' ? withTheRest(given, posted, known) : given, posted);
  const everywhere = everywhereIn(given);
  const against = [...problems, ...everywhere.problems, ...decidedMeanwhile(request, read, given, lines)];
  if (against.length > 0) return against;
  if (lines.length === 0 && everywhere.lines.length === 0)
    return [{ message: 'Nothing was decided on this page that was not decided so before' }];
  const done = await stateTogether(
    request,
    parts,
    [
      {
        step: erase(redaction),
        entry: statement,
        shared: {
          decidedOn: read.today,
          request: read.request.entry,
          ...(lines.length === 0 ? {} : { entries: lines }),
          ...(everywhere.lines.length === 0 ? {} : { everywhere: everywhere.lines }),
        },
        people: [read.record.person],
      },
    ],
    new Map([[read.record.person, read.record]]),
  );
  return done.kind === 'done' ? [] : done.problems;
}

/** Whatever nobody has decided and in which nothing was found is disclosed; never a file, in which nothing is looked for. */
function withTheRest(given: GivenForm, posted: readonly ReadEntry[], { terms, notThese }: Known): GivenForm {
  const rest = posted.filter(
    ({ entry, standing, answers, isClosed, file }) =>
      standing.kind === 'undecided' &&
      !isClosed &&
      file === undefined &&
      one(given, `d.${entry}`) === '' &&
      answers.every(({ words }) => proposalsIn(words, terms, notThese).length === 0),
  );
  return { ...given, ...Object.fromEntries(rest.map(({ entry }) => [`d.${entry}`, 'disclose'])) };
}

type Everywhere = Pick<DecisionLine, 'ground' | 'weighed' | 'why'> & { readonly words: string; readonly lifted?: true };

/** Words that are blacked out in every entry from now on, or no longer. */
function everywhereIn(given: GivenForm): { readonly lines: readonly Everywhere[]; readonly problems: readonly Problem[] } {
  const lift = one(given, 'lift').slice(0, 200);
  if (lift !== '') return { lines: [{ words: lift, lifted: true }], problems: [] };
  const pressed = one(given, 'everywhere').slice(0, 200);
  if (pressed !== '') return { lines: [{ words: pressed, ground: 'thirdParty', ...saidIn(given, 'everywhere') }], problems: [] };
  if (one(given, 'stage') !== 'everywhere') return { lines: [], problems: [] };
  const [words, ground] = [one(given, 'words').slice(0, 200), groundOf(one(given, 'ground'))];
  if (words.length < 2)
    return { lines: [], problems: [{ field: 'words', message: 'Enter the words that are blacked out in every entry' }] };
  if (ground === undefined) return { lines: [], problems: [{ field: 'ground', message: 'Choose on which ground they are withheld' }] };
  return { lines: [{ words, ground, ...saidIn(given, 'everywhere') }], problems: [] };
}

/** Somebody else decided about the same entry after this page was shown: never overwritten unread. */
function decidedMeanwhile(
  request: FastifyRequest,
  { record, request: asked, entries, nameOf }: RequestRead,
  given: GivenForm,
  lines: readonly DecisionLine[],
): readonly Problem[] {
  const made = decisionsOf(asked, record.history);
  const seen = made.find(({ entry }) => entry === one(given, 'seen'))?.position ?? -1;
  const touched = new Set(lines.map(({ entry }) => entry));
  const since = made.filter(({ position, recordedBy }) => position > seen && recordedBy !== signedIn(request).session.actor);
  return [...touched].flatMap((entry) => {
    const other = since.findLast(({ answers }) => answers.entries?.some((line) => line.entry === entry));
    const number = entries.find((one) => one.entry === entry)?.number ?? 0;
    return other === undefined
      ? []
      : [
          {
            field: `d.${entry}`,
            message: `Entry ${number}: ${nameOf(other.recordedBy)} has decided about it meanwhile: read it again`,
          },
        ];
  });
}
