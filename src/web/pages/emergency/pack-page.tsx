import { ageAt, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { CopiedChild } from '../../../oversight/emergency-copy/copied-child.ts';
import type { Pack } from '../../../oversight/emergency-copy/emergency-copy.ts';
import type { Frame } from '../../components/layout.tsx';
import { dayOf, formatInstant, lateBy } from '../../said-dates.ts';

type Props = { readonly frame: Frame; readonly pack: Pack; readonly madeBy: string };

/** A page to be printed on A4: its number and its last day stand on every sheet. */
export function PackPage({ frame, pack: { number, madeAt, asked, children }, madeBy }: Props) {
  const title = `Caseload pack number ${number}`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{title} – Sightline</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/assets/sightline.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/pack.css" />
      </head>
      <body>
        <main>
          <h1>
            {title}: {asked.scope}
          </h1>
          <p>
            {frame.authorityName}. For {asked.recipient.trim()}. Made by {madeBy}. As known at {formatInstant(madeAt)}: what was recorded
            later is not here.
          </p>
          <p class="tools">
            <button type="button" data-print>
              Print
            </button>{' '}
            <a href="/emergency-copy">Back to emergency copies</a>
          </p>
          <table>
            <thead>
              <tr class="running">
                <th colSpan={4}>
                  {title}, for {asked.recipient.trim()}. Confidential. Destroy by {formatInstant(asked.expiresAt)}.
                </th>
              </tr>
              <tr>
                {['Child', 'Where and who', 'Last seen and next due', 'Notes'].map((head) => (
                  <th scope="col">{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {children.map((child) => (
                <ChildRow child={child} today={dayOf(madeAt)} />
              ))}
            </tbody>
          </table>
          <p>
            {children.length} {children.length === 1 ? 'child' : 'children'}. Children whose records are restricted are not listed. Received
            by:
            <span class="sign" /> on <span class="sign sign--short" /> Destroyed by: <span class="sign" /> on{' '}
            <span class="sign sign--short" />
          </p>
        </main>
        <script type="module" src="/assets/print.js"></script>
      </body>
    </html>
  );
}

function ChildRow({ child, today }: { readonly child: CopiedChild; readonly today: LocalDate }) {
  return (
    <tr>
      <th scope="row">
        <strong>{child.name}</strong>
        <span class="line">{bornWords(child, today)}</span>
        {whyWords(child).map((words) => (
          <span class="line quiet">{words}</span>
        ))}
        {child.missingSince === undefined ? null : <strong class="line">Missing since {formatDate(child.missingSince)}</strong>}
        {child.warnings.map(({ title, words, from, source }) => (
          <span class="warning">
            <strong>{title}:</strong> {words}{' '}
            <span class="quiet">
              (since {formatDate(from)}
              {source === undefined ? '' : `, from: ${source}`})
            </span>
          </span>
        ))}
      </th>
      <td>
        <span class="words">{child.where}</span>
        <span class="line">{child.worker ?? 'No named worker'}</span>
        <span class="line quiet">{child.team ?? 'No team'}</span>
      </td>
      <td>
        <span class="line">Last seen: {seenWords(child)}</span>
        {child.due.map(({ title, on }) => (
          <span class="line">
            {title}: {on < today ? `was due ${formatDate(on)}, ` : formatDate(on)}
            {on < today ? <strong>{lateBy(on, today)}</strong> : null}
          </span>
        ))}
      </td>
      <td class="notes" />
    </tr>
  );
}

function bornWords({ bornOn, expectedOn, diedOn, sex }: CopiedChild, today: LocalDate): string {
  if (diedOn !== undefined) return `Died ${formatDate(diedOn)}`;
  if (bornOn === undefined) return expectedOn === undefined ? 'Date of birth not known' : `Unborn, expected ${formatDate(expectedOn)}`;
  const age = ageAt(bornOn, today);
  return [`Born ${formatDate(bornOn)}`, age < 1 ? 'under 1' : String(age), ...(sex === undefined ? [] : [sex.toLowerCase()])].join(', ');
}

const whyWords = ({ onPlanSince, category, lookedAfterSince, legalStatus }: CopiedChild): readonly string[] => [
  ...(onPlanSince === undefined
    ? []
    : [`On a protection plan since ${formatDate(onPlanSince)}${category === undefined ? '' : ` (${category})`}`]),
  ...(lookedAfterSince === undefined
    ? []
    : [`Looked after since ${formatDate(lookedAfterSince)}${legalStatus === undefined ? '' : ` (${legalStatus})`}`]),
];

const seenWords = ({ seenNotInSource, lastSeenOn }: CopiedChild): string =>
  seenNotInSource === true ? 'not in the source' : lastSeenOn === undefined ? 'not known' : formatDate(lastSeenOn);
