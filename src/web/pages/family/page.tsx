import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { CardTable } from '../../components/card-table.tsx';
import { KnownAtInputs } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { counted } from '../../said-dates.ts';
import { PastBanner } from '../board/page.tsx';
import type { FamilyModel, FamilyRow } from './family-model.ts';
import { GenogramDrawing } from './genogram-drawing.tsx';
import { GenogramKey } from './genogram-key.tsx';
import { Households } from './households-section.tsx';

export function FamilyPage({ frame, model }: { readonly frame: Frame; readonly model: FamilyModel }) {
  const {
    record: { standing, person },
    known,
  } = model;
  return (
    <Layout frame={frame} title={`Family of ${standing.name}`} wide>
      <BackLink text={standing.name} href={`/children/${person}`} />
      {known.instant === undefined ? null : <PastBanner instant={known.instant} back={`/children/${person}/family`} />}
      <div class="sl-head">
        <h1 class="govuk-heading-l sl-tight">Family of {standing.name}</h1>
        <form method="get" action={`/children/${person}/family`} class="sl-filters sl-filters--plain" aria-label="As known at">
          <KnownAtInputs day={known.day} time={known.time} problem={known.problem} />
          <button class="govuk-button govuk-button--secondary sl-button" type="submit">
            Show
          </button>
        </form>
      </div>
      <Actions model={model} />
      <Drawn model={model} />
      <People model={model} />
      <div class="sl-columns sl-columns--even">
        <div>
          <Households model={model} />
          <Responsibility model={model} />
        </div>
        <div>
          <Professionals model={model} />
        </div>
      </div>
    </Layout>
  );
}

function Actions({ model: { mayRecord, record, siblings } }: { readonly model: FamilyModel }) {
  const at = `/children/${record.person}`;
  const links = [
    { href: `${at}/family/add`, words: 'Add somebody' },
    { href: `${at}/record/household`, words: 'Household and address' },
    ...(record.standing.adult === true ? [] : [{ href: `${at}/record/parentalResponsibility`, words: 'Parental responsibility' }]),
    { href: `${at}/record/professional`, words: 'Professional' },
  ].filter(() => mayRecord);
  return (
    <nav class="sl-record" aria-label="Record and read">
      {links.length === 0 ? null : <strong>Record:</strong>}
      <ul class="sl-record__list">
        {links.map(({ href, words }) => (
          <li>
            <a class="govuk-link" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ul>
      {siblings.length === 0 ? null : (
        <a class="govuk-link" href={`${at}/family/chronology`}>
          Chronology with {counted(siblings.length, 'brother or sister', 'brothers and sisters')}
        </a>
      )}
    </nav>
  );
}

function Drawn({ model }: { readonly model: FamilyModel }) {
  const count = model.family.members.length;
  if (count === 1)
    return (
      <p class="govuk-body">
        No relative is recorded{model.known.instant === undefined ? '' : ' by then'}. “Add somebody” begins the family.
      </p>
    );
  return (
    <section aria-labelledby="drawn">
      <h2 class="govuk-heading-m" id="drawn">
        Genogram <span class="sl-due">{counted(count, 'person', 'people')}</span>
      </h2>
      <p class="govuk-body-s sl-genogram__find">
        <a class="govuk-link" href="#drawn-here">
          Find {model.record.standing.name} in the drawing
        </a>
      </p>
      <div class="sl-genogram" tabindex={0} role="region" aria-label="Genogram, scrolls sideways">
        <GenogramDrawing model={model} />
      </div>
      <GenogramKey />
    </section>
  );
}

const People = ({ model: { rows } }: { readonly model: FamilyModel }) => (
  <section aria-labelledby="people">
    <h2 class="govuk-heading-m" id="people">
      The family in words
    </h2>
    <CardTable
      caption="Everybody in the genogram, with the same facts"
      captionClasses="govuk-visually-hidden"
      heads={['Who', 'Relation', 'Born, died', 'Ties', 'Same household']}
      rows={rows.map(({ member, kinship, life, ties, livesWithRoot }) => [
        <PersonName member={member} isLink={member.isOnRecord && kinship !== ''} />,
        kinship === '' ? '–' : kinship,
        life === '' ? 'not known' : life,
        ties.length === 0 ? '–' : ties.map((tie) => <span class="sl-line">{tie}</span>),
        livesWithRoot ? 'Yes' : '–',
      ])}
    />
  </section>
);

function PersonName({ member, isLink }: { readonly member: FamilyRow['member']; readonly isLink: boolean }) {
  const words = member.isRestricted ? `Exists, restricted${member.ring === undefined ? '' : ` (${member.ring})`}` : member.name;
  const name = isLink ? <PersonLink person={member.id}>{words}</PersonLink> : words;
  return (
    <>
      {name}
      {member.isOnRecord ? null : <span class="sl-due sl-line">no record here</span>}
    </>
  );
}

const period = (from: LocalDate, until: LocalDate | undefined): string =>
  `${formatDate(from)}${until === undefined ? '' : ` to ${formatDate(until)}`}`;

function Responsibility({ model: { holders, record } }: { readonly model: FamilyModel }) {
  if (record.standing.adult === true) return null;
  return (
    <section aria-labelledby="responsibility">
      <h2 class="govuk-heading-m" id="responsibility">
        Parental responsibility
      </h2>
      {holders.length === 0 ? <p class="govuk-body">Nobody is recorded as holding it: no consent can rest on this record.</p> : null}
      <ul class="govuk-list">
        {holders.map(({ name, acquired, from, until, isNow, evidence, nothingSeen }) => (
          <li class="sl-fact-card">
            <strong>{name}</strong>
            {isNow ? null : <span class="sl-due"> no longer</span>}
            <span class="sl-line">{acquired}</span>
            <span class="sl-due sl-line">{period(from, until)}</span>
            <span class="sl-line">
              {nothingSeen ? (
                <strong class="govuk-tag govuk-tag--yellow sl-tag">nothing seen</strong>
              ) : (
                `Seen: ${evidence.join(', ').toLowerCase()}`
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Professionals({ model: { professionals } }: { readonly model: FamilyModel }) {
  const [now, before] = [professionals.filter(({ isNow }) => isNow), professionals.filter(({ isNow }) => !isNow)];
  const list = (all: typeof professionals) => (
    <ul class="govuk-list">
      {all.map(({ name, role, agency, contact, from, until }) => (
        <li class="sl-fact-card">
          <strong>{name}</strong>
          <span class="sl-line">{[role, agency].filter((part) => part !== '').join(', ')}</span>
          {contact === '' ? null : <span class="sl-line">{contact}</span>}
          <span class="sl-due sl-line">{period(from, until)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="professionals">
      <h2 class="govuk-heading-m" id="professionals">
        Professionals
      </h2>
      {now.length === 0 ? <p class="govuk-body">No professional is recorded.</p> : list(now)}
      {before.length === 0 ? null : (
        <details class="sl-more">
          <summary>{counted(before.length, 'who was involved before', 'who were involved before')}</summary>
          {list(before)}
        </details>
      )}
    </section>
  );
}
