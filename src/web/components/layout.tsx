import type { ComponentChildren } from 'preact';
import type { Problem } from '../../kernel/step/outcome.ts';
import type { Role } from '../../kernel/step/permission.ts';
import { boardPeople, practitioners, practitionersAndLeads, roles } from '../../kernel/step/permission.ts';
import { assuranceMay } from '../../governance/assurance/who-may.ts';
import { measuresMay } from '../../oversight/measures/who-may.ts';
import { burdenMay } from '../../oversight/burden/who-may.ts';
import { workforcePageMay } from '../../oversight/workforce/who-may.ts';
import { planningMay } from '../../oversight/simulation/who-may.ts';
import { returnsMay } from '../../returns/who-may.ts';
import { emergencyCopyMay } from '../../oversight/emergency-copy/who-may.ts';
import { landsElsewhere } from '../landing.ts';
import { CsrfField, Problems } from './form-parts.tsx';
import { Viewing, type Viewer } from './offered.tsx';
import { PhaseBanner, SkipLink } from './notices.tsx';

export type Frame = {
  readonly authorityName: string;
  readonly demonstration: boolean;
  readonly viewer?: Viewer;
  /** The page's path, to mark its place in the navigation. */
  readonly path: string;
};

type LayoutProps = {
  readonly frame: Frame;
  readonly title: string;
  /** What must be put right: listed at the head, and the title says that there is something. */
  readonly problems?: readonly Problem[];
  readonly wide?: boolean;
  readonly refreshAfter?: number;
  readonly script?: string;
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
};

export function Layout({ frame, title, problems = [], wide = false, refreshAfter, script, before, children }: LayoutProps) {
  const width = wide ? 'govuk-width-container sl-wide' : 'govuk-width-container';
  return (
    <html lang="en" class="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <title>
          {problems.length > 0 ? 'Error: ' : ''}
          {title} – Sightline
        </title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#1d3146" />
        {refreshAfter === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshAfter)} />
          </noscript>
        )}
        <link rel="icon" href="/assets/sightline.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/govuk.css" />
        <link rel="stylesheet" href="/assets/moj.css" />
        <link rel="stylesheet" href="/assets/sightline.css" />
      </head>
      <body class="govuk-template__body">
        <script src="/assets/enhance.js"></script>
        <SkipLink text="Skip to main content" href="#main" />
        <Header frame={frame} width={width} />
        <div class={width}>
          {frame.demonstration ? <DemonstrationBanner /> : null}
          {before}
          <main class="govuk-main-wrapper sl-main" id="main">
            <Problems problems={problems} />
            <Viewing.Provider value={frame.viewer}>{children}</Viewing.Provider>
          </main>
        </div>
        <Footer frame={frame} width={width} />
        <script type="module" src="/assets/start.js"></script>
        {frame.viewer === undefined ? null : <script type="module" src="/assets/search.js"></script>}
        {script === undefined ? null : <script type="module" src={script}></script>}
      </body>
    </html>
  );
}

function Header({ frame, width }: { readonly frame: Frame; readonly width: string }) {
  return (
    <header class="sl-header">
      <div class={`${width} sl-header__row`}>
        <a class="sl-header__name" href="/">
          Sightline
        </a>
        <span class="sl-header__authority">{frame.authorityName}</span>
        {frame.viewer === undefined ? null : <WhoIsSignedIn viewer={frame.viewer} hasPassword={!frame.demonstration} />}
      </div>
      {frame.viewer === undefined ? null : <Navigation viewer={frame.viewer} path={frame.path} width={width} />}
    </header>
  );
}

function WhoIsSignedIn({ viewer, hasPassword }: { readonly viewer: Viewer; readonly hasPassword: boolean }) {
  return (
    <form class="sl-header__who" method="post" action="/sign-out">
      <CsrfField token={viewer.csrf} />
      <span>
        {viewer.name}, {viewer.roles.map((role) => roles[role]).join(', ')}
      </span>
      {hasPassword ? (
        <a class="sl-header__out" href="/password">
          Password
        </a>
      ) : null}
      <button class="sl-header__out" type="submit">
        Sign out
      </button>
    </form>
  );
}

/** So many stand beside one another with the search on a desk's screen; of more the last are folded away. */
const mostPlaces = 7;

const isAt = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`) || (path === '/' && href === '/board');

const PlaceLink = ({ href, text, path }: { readonly href: string; readonly text: string; readonly path: string }) => (
  <a class="sl-nav__link" href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
    {text}
  </a>
);

type Has = (...wanted: readonly Role[]) => boolean;

/** What others say of the service, and what it learns. */
const registersOf = (has: Has) => [
  ...(has(...practitioners) ? [{ href: '/registers', text: 'Registers' }] : []),
  ...(has(...practitioners) ? [{ href: '/fostering', text: 'Fostering' }] : []),
  ...(has(...practitioners) ? [{ href: '/adopters', text: 'Adopters' }] : []),
  ...(has(...practitioners) ? [{ href: '/voice', text: 'What people say' }] : []),
  ...(has('teamManager', 'headOfService', 'reviewingOfficer') ? [{ href: '/inspections', text: 'Inspection' }] : []),
  ...(has('inspector')
    ? [
        { href: '/returns/annex-a', text: 'Annex A' },
        { href: '/inspections/inspectors', text: 'What I have opened' },
      ]
    : []),
  ...(has('headOfService') ? [{ href: '/sealed', text: 'Sealed records' }] : []),
  ...(has('headOfService') ? [{ href: '/complaints', text: 'Complaints' }] : []),
  ...(has(...practitionersAndLeads, 'designatedOfficer') ? [{ href: '/allegations', text: 'Allegations' }] : []),
  ...(has(...practitioners, 'performanceAnalyst') ? [{ href: '/care-pictures', text: 'Where children live' }] : []),
  ...(has('headOfService') ? [{ href: '/case-reviews', text: 'Case reviews' }] : []),
];

/** What is counted of the service. */
const figuresOf = (has: Has) => [
  ...(has(...burdenMay) ? [{ href: '/burden', text: 'Recording' }] : []),
  ...(has(...measuresMay) ? [{ href: '/measures', text: 'Measures' }] : []),
  ...(has(...measuresMay) ? [{ href: '/demand', text: 'Demand' }] : []),
  ...(has(...measuresMay) ? [{ href: '/virtual-school', text: 'Virtual school' }] : []),
  ...(has(...workforcePageMay) ? [{ href: '/workforce', text: 'Workforce' }] : []),
  ...(has(...planningMay) ? [{ href: '/what-if', text: 'What if' }] : []),
  ...(has(...assuranceMay) ? [{ href: '/assurance', text: 'Assurance' }] : []),
];

const reviews = { href: '/reviewing-officer', text: 'Reviews' } as const;

/** The places of a viewer, those they use most often first. */
const placesOf = (viewer: Viewer, has: Has): readonly { readonly href: string; readonly text: string }[] => [
  ...(has(...practitionersAndLeads) ? [{ href: '/my-day', text: 'My day' }] : []),
  ...(has('reviewingOfficer') ? [reviews] : []),
  ...(viewer.roles.length === 0 || landsElsewhere(viewer.roles) !== undefined ? [] : [{ href: '/board', text: 'Board' }]),
  ...(has(...practitioners) ? [{ href: '/front-door', text: 'Front door' }] : []),
  ...(has(...practitionersAndLeads) ? [{ href: '/drafts', text: 'Drafts' }] : []),
  ...(has(...practitioners) ? [{ href: '/find', text: 'Find a person' }] : []),
  ...(has('teamManager', 'headOfService') ? [{ href: '/alerts', text: 'Alerts' }] : []),
  ...(has(...practitionersAndLeads) ? [{ href: '/supervision', text: 'Supervision' }] : []),
  ...(has('headOfService') && !has('reviewingOfficer') ? [reviews] : []),
  ...(has('teamManager', 'headOfService', 'reviewingOfficer') ? [{ href: '/audits', text: 'Audits' }] : []),
  ...(has(...practitioners, ...boardPeople, 'performanceAnalyst') ? [{ href: '/safeguarding-board', text: 'Safeguarding Board' }] : []),
  ...(has(...practitionersAndLeads, ...boardPeople) ? [{ href: '/training', text: 'Training' }] : []),
  ...registersOf(has),
  ...(has('teamManager', 'headOfService')
    ? [
        { href: '/before-court', text: 'Before court' },
        { href: '/people-ask', text: 'Requests' },
        { href: '/retention', text: 'Retention' },
      ]
    : []),
  ...(has('dataProtectionOfficer') ? [{ href: '/data-protection', text: 'Data protection' }] : []),
  ...(has('administrator', 'performanceAnalyst') ? [{ href: '/imports', text: 'Imports' }] : []),
  ...(has(...returnsMay) ? [{ href: '/returns', text: 'Returns' }] : []),
  ...(has('performanceAnalyst', 'headOfService', 'administrator') ? [{ href: '/forms', text: 'Forms' }] : []),
  ...figuresOf(has),
  ...(has(...emergencyCopyMay.read) ? [{ href: '/emergency-copy', text: 'Emergency copy' }] : []),
];

function Navigation({ viewer, path, width }: { readonly viewer: Viewer; readonly path: string; readonly width: string }) {
  const has = (...wanted: readonly Role[]) => viewer.roles.some((role) => wanted.includes(role));
  const places = placesOf(viewer, has);
  const beside = places.length > mostPlaces ? mostPlaces - 1 : mostPlaces;
  const [shown, folded] = [places.slice(0, beside), places.slice(beside)];
  return (
    <nav class="sl-nav" aria-label="Service">
      <div class={`${width} sl-nav__row`}>
        <ul class="sl-nav__list">
          {shown.map((place) => (
            <li key={place.href}>
              <PlaceLink {...place} path={path} />
            </li>
          ))}
          {folded.length === 0 ? null : (
            <li class="sl-nav__more">
              <details>
                <summary class={`sl-nav__link${folded.some(({ href }) => isAt(path, href)) ? ' sl-nav__link--here' : ''}`}>More</summary>
                <ul class="sl-nav__folded">
                  {folded.map((place) => (
                    <li key={place.href}>
                      <PlaceLink {...place} path={path} />
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          )}
        </ul>
        {path !== '/find' && has(...practitioners) ? <PersonSearch csrf={viewer.csrf} /> : null}
      </div>
    </nav>
  );
}

/** People, from any page: "/" leads here, and those found are shown while one types (search.js); without JavaScript the page that it is sent to shows them. */
const PersonSearch = ({ csrf }: { readonly csrf: string }) => (
  <form class="sl-search" method="post" action="/find" role="search" aria-label="People" data-search>
    <CsrfField token={csrf} />
    <label class="govuk-visually-hidden" for="person-search">
      Find a person by name, date of birth or number
    </label>
    <input
      class="govuk-input sl-search__box"
      id="person-search"
      name="name"
      type="search"
      placeholder="Name, birth or number"
      autocomplete="off"
      spellcheck={false}
      maxLength={100}
      aria-keyshortcuts="/"
    />
  </form>
);

const DemonstrationBanner = () => (
  <PhaseBanner
    tag={{ text: 'Demonstration', classes: 'govuk-tag--grey' }}
    text="Invented children. Nobody on these pages exists."
    attributes={{ role: 'region', 'aria-label': 'Demonstration' }}
  />
);

const Footer = ({ frame, width }: { readonly frame: Frame; readonly width: string }) => (
  <footer class="sl-footer">
    <div class={width}>
      Sightline for {frame.authorityName}. In time is not the same as safe: a clock says only that something happened by a date.{' '}
      <a class="govuk-link" href="/procedures">
        Procedures
      </a>{' '}
      <button type="button" class="sl-keys" data-keys hidden />
    </div>
  </footer>
);
