import { formatDate } from '../../kernel/calendar/dates.ts';
import { connectionWeights } from '../../practice/pathway.ts';
import type { Block, Letterhead, OutputDocument } from '../../outputs/document.ts';
import { knownTo } from './missed-connections.ts';
import type { AgencyEvent } from './integrated-chronology.ts';
import type { ReviewMaterial } from './review-material.ts';

export const howComputed =
  'Computed from days alone: an event with a concern, a decision of an agency on a later day, and nothing that says that the agency had been told of the event by then. ' +
  'A decision of the same day is left out, and one that names another concern. What it would have changed is not computed: the review says it.';

const isWeight = (value: unknown): value is keyof typeof connectionWeights =>
  typeof value === 'string' && Object.hasOwn(connectionWeights, value);
export const weightWords = (value: unknown): string => (isWeight(value) ? connectionWeights[value] : 'Not weighed yet');

export const dayWords = ({ on, at }: Pick<AgencyEvent, 'on' | 'at'>): string => `${formatDate(on)}${at === undefined ? '' : `, ${at}`}`;
export const toldWords = ({ told }: AgencyEvent): string => told.map(({ agency, on }) => `${agency}, ${formatDate(on)}`).join('; ');
/** Said where the agency knew later than it happened. */
export const knownWords = ({ on, knownOn }: AgencyEvent): string => (knownOn === on ? 'The same day' : formatDate(knownOn));

type Made = { readonly letterhead: Letterhead; readonly madeFor: string; readonly madeAt: string; readonly knownAt: string };

/** The integrated chronology on paper: it holds names as the agencies and the record give them, and is for the members of the review. */
export const reviewDocument = (material: ReviewMaterial, { letterhead, madeFor, madeAt, knownAt }: Made): OutputDocument => ({
  title: 'Integrated chronology',
  language: 'en-GB',
  letterhead,
  about: material.title,
  madeFor,
  madeAt,
  knownAt,
  blocks: [...sources(material), ...missed(material), ...whoKnew(material), ...chronology(material)],
});

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });

function sources({ sources: agencies, own }: ReviewMaterial): readonly Block[] {
  const ours = own.map(({ name, history, unread = 0 }) =>
    history === undefined
      ? `Our record of ${name}: not opened by whoever made this, and left out`
      : `Our record of ${name}${unread === 0 ? '' : `, without ${unread} entries that whoever made this may not read`}`,
  );
  const theirs = agencies.map(({ agency, events, receivedOn }) => `${agency}: ${events} events, received on ${formatDate(receivedOn)}`);
  return [heading('What it is made of'), { kind: 'list', items: [...theirs, ...ours] }];
}

function missed({ missed: found }: ReviewMaterial): readonly Block[] {
  const rows = found.map(({ known, by, acted, learntOn, kind, weighed }) => [
    `${dayWords(known)}, ${known.agency}: ${known.what}`,
    `${by}: ${acted.map((one) => `${formatDate(one.on)}, ${one.what}`).join('; ')}`,
    learntOn === undefined ? 'Nothing says that they were' : `${kind === 'notRecorded' ? 'Recorded on ' : ''}${formatDate(learntOn)}`,
    `${weightWords(weighed?.answers['weight'])}${weighed?.answers['why'] === undefined ? '' : `: ${String(weighed.answers['why'])}`}`,
  ]);
  const heads = ['What was known', 'Who decided without it, and what', 'When they were told', 'What the review says of it'];
  return [
    heading('Missed connections'),
    { kind: 'paragraph', text: howComputed },
    rows.length === 0 ? { kind: 'paragraph', text: 'None was found.' } : { kind: 'table', heads, rows },
  ];
}

function whoKnew({ events, agencies }: ReviewMaterial): readonly Block[] {
  const rows = events
    .filter(({ concern }) => concern !== undefined)
    .map((event) => [
      `${dayWords(event)}: ${event.concern ?? ''}`,
      ...agencies.map((agency) => {
        const on = knownTo(event, agency);
        return on === undefined ? 'not told' : formatDate(on);
      }),
    ]);
  return rows.length === 0 ? [] : [heading('Who knew, and since when'), { kind: 'table', heads: ['Concern', ...agencies], rows }];
}

function chronology({ events }: ReviewMaterial): readonly Block[] {
  const rows = events.map((event) => [
    dayWords(event),
    event.agency,
    event.what,
    knownWords(event),
    toldWords(event),
    event.did ?? (event.isDecision ? 'A decision' : ''),
  ]);
  const heads = ['Date', 'Agency', 'What happened', 'Known since', 'Told', 'What was done'];
  return [
    heading('Chronology'),
    rows.length === 0 ? { kind: 'paragraph', text: 'Nothing is recorded yet.' } : { kind: 'table', heads, rows },
  ];
}
