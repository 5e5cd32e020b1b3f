import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';

type Props = {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly withheld: readonly { readonly href: string; readonly words: string; readonly from: string }[];
};

/** After a restriction: what brothers' and sisters' readers miss until somebody writes it anew for them. */
export const WithheldPage = ({ frame, person, name, withheld }: Props) => (
  <Layout frame={frame} title="Words withheld from brothers and sisters">
    <BackLink text={name} href={`/children/${person}`} />
    <h1 class="govuk-heading-l">Words withheld from brothers and sisters</h1>
    <p class="govuk-body">
      This record is restricted. What an entry says of {name} and of others at once is withheld from whoever reads the others’ records,
      until it is written anew for them without what they must not read. Each child’s own answers are still read.
    </p>
    {withheld.length === 0 ? (
      <p class="govuk-body">Nothing is withheld.</p>
    ) : (
      <ul class="govuk-list govuk-list--spaced">
        {withheld.map(({ href, words, from }) => (
          <li>
            <a class="govuk-link" href={href}>
              {words}
            </a>
            <span class="sl-due sl-line">withheld from the readers of {from}</span>
          </li>
        ))}
      </ul>
    )}
  </Layout>
);
