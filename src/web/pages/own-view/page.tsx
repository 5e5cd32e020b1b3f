import type { WrittenSection } from '../../../outputs/assemble.ts';
import { rules } from '../../../outputs/leave-out.ts';
import type { LeftOut } from '../../../outputs/material.ts';
import { blocksOf } from '../../../outputs/written.ts';
import { reviewing } from '../../../practice/pathway.ts';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { counted } from '../../said-dates.ts';
import { Shown } from '../outputs/check-page.tsx';

type Props = {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly sections: readonly WrittenSection[];
  readonly leftOut: readonly LeftOut[];
  /** Entries of which the child was not told, each by its topic. */
  readonly topics: ReadonlyMap<string, reviewing.ToldTopic>;
  readonly unread: number;
  readonly may: { readonly make: boolean; readonly tell: boolean; readonly release: boolean };
};

/** The child’s own page: four questions in plain words. What the worker must know before it is given is beside it, and on no paper. */
export function OwnViewPage(props: Props) {
  const { frame, person, name, sections, may } = props;
  const to = (step: string): string => `/children/${person}/record/${step}`;
  return (
    <Layout frame={frame} title={`My page: ${name}`} wide>
      <BackLink text={name} href={`/children/${person}`} />
      <h1 class="govuk-heading-l">My page: {name}</h1>
      <div class="sl-columns">
        <div class="sl-columns__main">
          {sections.map((section) => (
            <section aria-labelledby={`own-${section.name}`}>
              <h2 class="govuk-heading-m" id={`own-${section.name}`}>
                {section.heading}
              </h2>
              {section.text.trim() === '' ? <p class="govuk-body">Nothing is here yet.</p> : null}
              {blocksOf(section.text).map((block) => (
                <Shown block={block} of={section.heading} />
              ))}
            </section>
          ))}
        </div>
        <div class="sl-columns__side sl-not-printed">
          <h2 class="govuk-heading-m">For the worker</h2>
          <ul class="govuk-list">
            {may.make ? <Go href={to('ownView')} text="Make it with the child" /> : null}
            {may.tell ? <Go href={to('childTold')} text="Record what the child was told" /> : null}
            {may.release ? (
              <Go href={`${to('documentReleased')}?kind=ownView&onRecord=${person}`} text="Approve it, and print it for somebody" />
            ) : null}
          </ul>
          <NotTold {...props} />
          <AlsoLeftOut {...props} />
        </div>
      </div>
    </Layout>
  );
}

const Go = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <li>
    <a class="govuk-link" href={href}>
      {text}
    </a>
  </li>
);

/** By topic, since a child is told of a thing and not of an entry. */
function NotTold({ leftOut, topics, person }: Props) {
  const untold = leftOut.filter(({ kind }) => kind === 'childNotTold');
  const byTopic = [...Map.groupBy(untold, ({ entry = '' }) => topics.get(entry))];
  return (
    <section aria-labelledby="not-told">
      <h3 class="govuk-heading-s" id="not-told">
        Left out: the child has not been told
      </h3>
      {untold.length === 0 ? <p class="govuk-body">Nothing: they were told of all that could stand here.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {byTopic.map(([topic, facts]) => (
          <li>
            {topic === undefined ? 'Something else' : reviewing.toldTopics[topic]}
            {facts.slice(-5).map(({ entry, of }) => (
              <a class="govuk-link sl-line sl-due" href={`/children/${person}/entries/${entry ?? ''}`}>
                {of}
              </a>
            ))}
            {facts.length > 5 ? <span class="sl-due sl-line">and {facts.length - 5} before</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Of others, and of the record: their kind, never their words. */
function AlsoLeftOut({ leftOut, unread }: Props) {
  const kinds = [
    ...Map.groupBy(
      leftOut.filter(({ kind }) => kind !== 'childNotTold'),
      ({ kind }) => kind,
    ),
  ];
  return (
    <section aria-labelledby="also-left-out">
      <h3 class="govuk-heading-s" id="also-left-out">
        Left out: what is somebody else’s
      </h3>
      {kinds.length === 0 ? <p class="govuk-body">Nothing.</p> : null}
      <ul class="govuk-list govuk-list--bullet">
        {kinds.map(([kind, facts]) => (
          <li>
            {rules[kind].title} ({counted(facts.length, 'place')})
          </li>
        ))}
      </ul>
      {unread === 0 ? null : (
        <p class="govuk-body">{counted(unread, 'entry', 'entries')} that you may not read: nothing of them is here.</p>
      )}
      <p class="govuk-body sl-due">
        Sentences that give something of this away are shown once more before it is released, each to be left out or kept with a reason.
      </p>
    </section>
  );
}
