import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { digestOf, type Everywhere, type Withheld } from '../../../practice/subject-access/disclosure.ts';
import { grounds } from '../../../practice/subject-access/grounds.ts';
import { placesOf, sentencesOf, type Place } from '../../../practice/subject-access/places.ts';
import { weighings } from '../../../practice/subject-access/weighings.ts';
import { proposalsIn, type Proposal } from '../../../practice/subject-access/proposals.ts';
import { Checkboxes, Radios } from '../../components/choices.tsx';
import { errorAt } from '../../components/form-parts.tsx';
import { Details, Tag } from '../../components/notices.tsx';
import { Input, Select } from '../../components/text-input.tsx';
import type { GivenForm } from '../../memory.ts';
import { one, several } from '../../request.ts';
import { tickOf, type Places } from './decisions-form.ts';
import { Marked } from './marked.tsx';
import type { Known } from './people-named.ts';
import type { ReadEntry } from './request-read.ts';

type CardProps = {
  readonly entry: ReadEntry;
  /** Whose record it is. */
  readonly person: string;
  readonly known: Known;
  readonly everywhere: readonly Everywhere[];
  readonly nameOf: (member: string) => string;
  readonly given: GivenForm | undefined;
  readonly problems: readonly Problem[];
  /** Others only read. */
  readonly mayDecide: boolean;
};

/** What is proposed in each answer: looked for once, then marked in its words and asked about. */
type Found = ReadonlyMap<string, readonly Proposal[]>;
type LookedAt = CardProps & { readonly found: Found };

type Tick = { readonly value: string; readonly text: string; readonly isOut: boolean };

/** What is looked at in one entry: what is blacked out, and what might be. */
function ticksOf({ entry, found, everywhere }: LookedAt) {
  const out: Places = entry.standing.kind === 'decided' ? entry.standing.decision.out : new Map();
  const byWords = new Map<string, { what: string; places: Map<string, readonly Place[]> }>();
  for (const [at, proposals] of found)
    for (const { words, what, places } of proposals) {
      const same = byWords.get(words) ?? { what, places: new Map() };
      same.places.set(at, [...(same.places.get(at) ?? []), ...places]);
      byWords.set(words, same);
    }
  const isCovered = (places: Places): boolean =>
    [...places].every(([at, some]) => some.every(({ from, to }) => (out.get(at) ?? []).some((one) => one.from <= from && to <= one.to)));
  const isEverywhere = (words: string): boolean => everywhere.some((one) => placesOf(one.words, words).length > 0);
  const proposed = [...byWords].flatMap(([words, { what, places }]): Tick[] =>
    isEverywhere(words) ? [] : [{ value: tickOf(places), text: `${words}: ${what}`, isOut: isCovered(places) }],
  );
  const sentences = entry.answers.flatMap(({ at, question, words }) =>
    sentencesOf(words).map((place, _n, all): Tick => {
      const places = new Map([[at, [place]]]);
      const sentence = words.slice(place.from, place.to);
      return { value: tickOf(places), text: all.length === 1 ? `${question}: ${sentence}` : sentence, isOut: isCovered(places) };
    }),
  );
  return { out, proposed, sentences, others: othersOf(entry, out, [...proposed, ...sentences]) };
}

/** Words that were typed and blacked out, which neither a proposal nor a sentence covers. */
function othersOf(entry: ReadEntry, out: Places, ticks: readonly Tick[]): readonly Tick[] {
  const ticked = new Set(ticks.filter(({ isOut }) => isOut).flatMap(({ value }) => value.split(';').flatMap(placesApart)));
  return entry.answers.flatMap(({ at, words }) =>
    (out.get(at) ?? []).flatMap((place): Tick[] => {
      const value = tickOf(new Map([[at, [place]]]));
      return ticked.has(value) ? [] : [{ value, text: words.slice(place.from, place.to), isOut: true }];
    }),
  );
}

const placesApart = (tick: string): readonly string[] => {
  const [at = '', places = ''] = tick.split(':');
  return places.split(' ').map((place) => `${at}:${place}`);
};

export function EntryCard(props: CardProps) {
  const { entry, known, mayDecide } = props;
  const found: Found = new Map(entry.answers.map(({ at, words }) => [at, proposalsIn(words, known.terms, known.notThese)]));
  return (
    <section class="sl-disclosed" id={`entry-${entry.number}`} aria-labelledby={`title-${entry.number}`}>
      <Said {...props} found={found} />
      {mayDecide ? <Asked {...props} found={found} /> : null}
    </section>
  );
}

/** What is asked of each entry. */
function Asked(props: LookedAt) {
  const { entry, given = {}, problems } = props;
  const ticks = ticksOf(props);
  const id = entry.entry;
  const was = entry.standing.kind === 'undecided' ? '' : entry.standing.decision.whole === undefined ? 'disclose' : 'withhold';
  return (
    <>
      <input type="hidden" name={`digest.${id}`} value={digestOf(entry)} />
      <Radios
        name={`d.${id}`}
        classes="govuk-radios--small govuk-radios--inline"
        value={one(given, `d.${id}`) || was}
        errorMessage={errorAt(problems, `d.${id}`)}
        fieldset={{ legend: { text: <Legend entry={entry} text="Is it disclosed?" />, classes: 'govuk-fieldset__legend--s' } }}
        items={[
          { value: 'disclose', text: 'Disclose, without what is ticked' },
          { value: 'withhold', text: 'Withhold all of it' },
        ]}
      />
      <Boxes {...props} name="proposed" legend="Found in it" ticks={ticks.proposed} />
      <Boxes {...props} name="others" legend="Blacked out already" ticks={ticks.others} />
      <Details
        summaryText={<Legend entry={entry} text="Black out sentences or other words" />}
        open={ticks.sentences.some(({ isOut }) => isOut) || errorAt(problems, `w.${id}`) !== undefined}
        text={
          <>
            <Boxes {...props} name="sentences" legend="Sentences" ticks={ticks.sentences} />
            <Input
              id={`w.${id}`}
              name={`w.${id}`}
              label={{ text: 'Other words, wherever they stand in this entry' }}
              classes="govuk-input--width-20"
              value={one(given, `w.${id}`)}
              errorMessage={errorAt(problems, `w.${id}`)}
            />
          </>
        }
      />
      <Grounds {...props} />
    </>
  );
}

/** Twenty entries ask the same: read aloud, each says of which entry. */
const Legend = ({ entry: { number }, text }: { readonly entry: ReadEntry; readonly text: string }) => (
  <>
    {text}
    <span class="govuk-visually-hidden"> (entry {number})</span>
  </>
);

/** The entry as it reads, with what is blacked out and what is proposed. */
function Said({ entry, person, everywhere, found, nameOf }: LookedAt) {
  const { standing, number } = entry;
  const decision = standing.kind === 'decided' ? standing.decision : undefined;
  return (
    <>
      <h2 class="govuk-heading-s sl-tight" id={`title-${number}`}>
        {number}. {formatDate(entry.on)}: {entry.title} <StandingTag entry={entry} />
      </h2>
      <p class="govuk-body-s">
        Recorded by {entry.by}.{decision === undefined ? '' : ` Decided by ${nameOf(decision.by)}.`}
        {entry.file === undefined ? null : (
          <>
            {' '}
            <a class="govuk-link" href={`/children/${person}/files/${entry.file.id}`}>
              Open the file<span class="govuk-visually-hidden"> {entry.file.name}</span>
            </a>{' '}
            and look at it: whoever is in it and may not be given is taken out of a copy by hand, which is given instead.
          </>
        )}
        {entry.isClosed ? ' Words that it shares with somebody whose record is restricted are not shown, and are not given.' : ''}
      </p>
      <dl class="sl-said">
        {entry.answers.map(({ at, question, words }) => (
          <div>
            <dt>{question}</dt>
            <dd>
              <Marked
                words={words}
                out={[...(decision?.out.get(at) ?? []), ...everywhere.flatMap((one) => placesOf(one.words, words))]}
                proposed={(found.get(at) ?? []).flatMap(({ places }) => places)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type BoxesProps = CardProps & { readonly name: string; readonly legend: string; readonly ticks: readonly Tick[] };

function Boxes({ entry, given, name, legend, ticks }: BoxesProps) {
  const ticked = given === undefined ? undefined : several(given, `p.${entry.entry}`);
  if (ticks.length === 0) return null;
  return (
    <Checkboxes
      name={`p.${entry.entry}`}
      idPrefix={`${name}.${entry.entry}`}
      classes="govuk-checkboxes--small"
      fieldset={{ legend: { text: <Legend entry={entry} text={legend} />, classes: 'govuk-fieldset__legend--s' } }}
      items={ticks.map(({ value, text, isOut }) => ({ value, text, checked: ticked?.includes(value) ?? isOut }))}
    />
  );
}

function StandingTag({ entry: { standing } }: { readonly entry: ReadEntry }) {
  if (standing.kind === 'undecided')
    return <Tag text={standing.changed === true ? 'Put right since: decide again' : 'Not decided'} classes="govuk-tag--yellow sl-tag" />;
  const { whole, out } = standing.decision;
  return (
    <Tag text={whole === undefined ? (out.size === 0 ? 'Disclosed' : 'Words blacked out') : 'Withheld'} classes="govuk-tag--grey sl-tag" />
  );
}

function Grounds({ entry: { entry: id, standing }, given = {}, problems }: CardProps) {
  const decision = standing.kind === 'decided' ? standing.decision : undefined;
  const mark = decision?.whole ?? [...(decision?.out.values() ?? [])][0]?.[0]?.mark;
  return (
    <div class="sl-disclosed__why">
      <Select
        id={`g.${id}`}
        name={`g.${id}`}
        label={{ text: 'Ground for what is withheld' }}
        value={one(given, `g.${id}`) || (mark?.ground ?? '')}
        errorMessage={errorAt(problems, `g.${id}`)}
        items={[{ value: '', text: 'None' }, ...Object.entries(grounds).map(([value, { title }]) => ({ value, text: title }))]}
      />
      <Weighed of={id} given={given} mark={mark} />
    </div>
  );
}

/** What must be said before what is withheld is released, and the reason. `of`: an entry, or `everywhere`. */
export const Weighed = ({ of, given, mark }: { readonly of: string; readonly given: GivenForm; readonly mark?: Withheld | undefined }) => (
  <>
    <Select
      id={`h.${of}`}
      name={`h.${of}`}
      label={{ text: 'How it was weighed' }}
      value={one(given, `h.${of}`) || (mark?.weighed ?? '')}
      items={[{ value: '', text: 'Not said' }, ...Object.entries(weighings).map(([value, text]) => ({ value, text }))]}
    />
    <Input
      id={`y.${of}`}
      name={`y.${of}`}
      label={{ text: 'Why (kept here, not given to who asks)' }}
      value={one(given, `y.${of}`) || (mark?.why ?? '')}
    />
  </>
);
