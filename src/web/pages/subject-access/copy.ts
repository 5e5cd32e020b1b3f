import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { toldOf, type Answer, type Decided, type Withheld } from '../../../practice/subject-access/disclosure.ts';
import { grounds, type Ground } from '../../../practice/subject-access/grounds.ts';
import type { Part } from '../../../practice/subject-access/places.ts';
import type { Block, OutputDocument } from '../../../outputs/document.ts';
import type { ReadEntry, RequestRead } from './request-read.ts';

/** An entry as the copy gives it. */
export type CopiedEntry = Pick<ReadEntry, 'number' | 'on' | 'title' | 'by' | 'answers' | 'standing' | 'isClosed'>;

export type Copy = {
  readonly letterhead: OutputDocument['letterhead'];
  /** The person whose record it is. */
  readonly about: string;
  readonly asker: string;
  readonly isOwn: boolean;
  readonly receivedOn: LocalDate;
  readonly asked: string | undefined;
  readonly madeAt: string;
  readonly entries: readonly CopiedEntry[];
  readonly everywhere: Decided['everywhere'];
};

/** As wide for a letter as for a page: its length says nothing of what it stands for. */
const block = (ground: Ground): string => `████████ [withheld: ${grounds[ground].title.toLowerCase()}]`;
const notDecided = '████████ [not decided yet]';

/** The words of an answer, with a block wherever something is withheld. What is withheld is in no part of it. */
export const wordsOf = (parts: readonly Part<Withheld>[]): string =>
  parts
    .map((part) => ('words' in part ? part.words : block(part.withheld.ground)))
    .join('')
    // Two names that stand beside one another are one block: how many there were is withheld too.
    .replaceAll(/(████████ \[withheld: [^\]]+\])(?:\s*\1)+/g, '$1');

function entryBlocks(
  { number, on, title, by, answers, standing, isClosed }: CopiedEntry,
  everywhere: Copy['everywhere'],
): readonly Block[] {
  const whole = standing.kind === 'undecided' ? notDecided : standing.decision.whole && block(standing.decision.whole.ground);
  if (whole !== undefined)
    return [
      { kind: 'heading', level: 3, text: `${number}. An entry` },
      { kind: 'paragraph', text: whole },
    ];
  const decision = standing.kind === 'decided' ? standing.decision : undefined;
  const lineOf = (answer: Answer) => [answer.question, wordsOf(toldOf(answer, decision, everywhere))] as const;
  return [
    { kind: 'heading', level: 3, text: `${number}. ${formatDate(on)}: ${title}` },
    ...(answers.length === 0 ? [] : [{ kind: 'facts', lines: answers.map(lineOf) } as const]),
    ...(isClosed ? [{ kind: 'paragraph', text: block('thirdParty') } as const] : []),
    { kind: 'paragraph', text: `Recorded by ${by}` },
  ];
}

type Gone = { readonly number: number; readonly what: string; readonly ground: Ground };

/** What is withheld of each entry, and on which ground; never what it says. */
export function goneFrom({ number, answers, standing, isClosed }: CopiedEntry, everywhere: Copy['everywhere']): readonly Gone[] {
  if (standing.kind === 'undecided') return [];
  const { whole } = standing.decision;
  if (whole !== undefined) return [{ number, what: 'All of it', ground: whole.ground }];
  const out = answers.flatMap((answer) =>
    toldOf(answer, standing.decision, everywhere).flatMap((part) => ('withheld' in part ? [part.withheld.ground] : [])),
  );
  // Words that it shares with somebody whose record is restricted are closed to whoever decided: they are not given.
  const all: readonly Ground[] = isClosed ? ['thirdParty', ...out] : out;
  return [...new Set(all)].map((ground) => ({ number, what: 'Words in it', ground }));
}

const years = (entries: readonly CopiedEntry[]) => [...Map.groupBy(entries, ({ on }) => on.slice(0, 4))];

const rangeOf = (entries: readonly CopiedEntry[]): string => {
  const [first, last] = [entries[0]?.number ?? 0, entries.at(-1)?.number ?? 0];
  return first === last ? `entry ${first}` : `entries ${first} to ${last}`;
};

function letter({ about, asker, isOwn, receivedOn, asked }: Copy, isDraft: boolean): readonly Block[] {
  const whose = isOwn ? 'your record' : `the record of ${about}`;
  return [
    ...(isDraft ? [{ kind: 'paragraph', text: 'DRAFT. Not decided in whole, or not confirmed: it may be given to nobody.' } as const] : []),
    { kind: 'paragraph', text: `Dear ${asker},` },
    {
      kind: 'paragraph',
      text: `On ${formatDate(receivedOn)} you asked for ${asked === undefined ? `a copy of ${whose}` : `this of ${whose}: ${asked}`}. Here it is: every entry that was recorded by that day, in the order in which things happened.`,
    },
    {
      kind: 'paragraph',
      text: 'Some of it may be hard to read. You need not read it alone: ask us, and somebody will go through it with you and answer what they can.',
    },
    {
      kind: 'paragraph',
      text: 'Where the law lets or makes us withhold something, a block stands in its place and says on which ground. The schedule at the end lists each. The words themselves are not in this file.',
    },
  ];
}

/** Articles 15(1) and 12(4): what goes with every copy. */
const rights: readonly Block[] = [
  { kind: 'heading', level: 2, text: 'What you should know of this record, and your rights' },
  {
    kind: 'list',
    items: [
      'Why we hold it: to safeguard and promote the welfare of children, which the Children Acts 1989 and 2004 make our duty (UK GDPR article 6(1)(e) and article 9(2)(g)).',
      'What we hold: what is written in it: who a child and the family are, how they live, health, schooling, and what was found, decided and done.',
      'Where it came from: the child and family, people who were worried, schools, health services, the police and courts, as each entry says.',
      'Who else has it: those whom the law asks us to work with, and to whom entries say that something was given.',
      'How long it is kept: as long as the law and our schedule say, for a looked-after child until the 75th birthday. Ask us for the date.',
      'No decision is made of you by a computer alone.',
      'You may ask us to put right what is not right, to erase or restrict what we should not hold, and you may object: write to us.',
      'If you are not content with what we gave or withheld, tell us and we will look again. You may complain to the Information Commissioner at any time: ico.org.uk, telephone 0303 123 1113, Wycliffe House, Water Lane, Wilmslow SK9 5AF. You may also ask a court to order us to comply.',
    ],
  },
];

function schedule({ entries, everywhere }: Copy): readonly Block[] {
  const gone = entries.flatMap((entry) => goneFrom(entry, everywhere));
  return [
    { kind: 'heading', level: 2, text: 'Schedule of what is withheld' },
    gone.length === 0
      ? { kind: 'paragraph', text: 'Nothing is withheld.' }
      : {
          kind: 'table',
          heads: ['Entry', 'What', 'Ground', 'Law'],
          rows: gone.map(({ number, what, ground }) => [String(number), what, grounds[ground].title, grounds[ground].law]),
        },
  ];
}

/** The copy that goes to whoever asked, or its draft. What is withheld, or not decided yet, is not in it: neither as words nor as how many they were. */
export function copyOf(copy: Copy, isDraft: boolean): OutputDocument {
  const { letterhead, about, asker, madeAt, entries, everywhere } = copy;
  return {
    title: isDraft ? 'Copy of the record: draft' : 'Copy of the record',
    language: 'en-GB',
    letterhead,
    about,
    madeFor: asker,
    madeAt,
    knownAt: madeAt,
    blocks: [
      ...letter(copy, isDraft),
      { kind: 'heading', level: 2, text: 'Contents' },
      {
        kind: 'list',
        items: [
          'What you should know of this record, and your rights',
          ...years(entries).map(([year, some]) => `${year}: ${rangeOf(some)}`),
          'Schedule of what is withheld',
        ],
      },
      ...rights,
      ...years(entries).flatMap(([year, some]): Block[] => [
        { kind: 'heading', level: 2, text: year },
        ...some.flatMap((entry) => entryBlocks(entry, everywhere)),
      ]),
      ...schedule(copy),
    ],
  };
}

/** The copy that a request is answered with, as it would go now. */
export const copyFor = (
  { request, record, entries, decided }: RequestRead,
  letterhead: OutputDocument['letterhead'],
  madeAt: string,
): Copy => ({
  letterhead,
  about: record.standing.name,
  asker: request.answers.asker,
  isOwn: request.answers.capacity === 'person',
  receivedOn: request.happenedOn,
  asked: request.answers.asked,
  madeAt,
  entries,
  everywhere: decided.everywhere,
});
