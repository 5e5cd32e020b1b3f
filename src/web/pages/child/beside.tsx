import { RecordLink } from '../../components/offered.tsx';
import type { ChildModel } from './child.ts';

/** Pages of the same child, one click away. */
export function Beside({ child }: { readonly child: ChildModel }) {
  const {
    record: { standing, person },
  } = child;
  return (
    <p class="govuk-body sl-tight">
      <a class="govuk-link" href={`/children/${person}/family`}>
        Family and who is around {standing.adult === true ? 'them' : 'the child'}
      </a>
      {child.leavingCare === undefined && standing.lookedAfterSince === undefined && standing.leftCareOn === undefined ? null : (
        <>
          {' · '}
          <a class="govuk-link" href={`/children/${person}/care`}>
            In care and after it
          </a>
        </>
      )}
      {standing.adult === true ? null : (
        <>
          {' · '}
          <a class="govuk-link" href={`/children/${person}/pictures`}>
            In pictures
          </a>
        </>
      )}
      {standing.adult === true || !child.mayRecord.some(({ name }) => name === 'ownView') ? null : (
        <>
          {' · '}
          <a class="govuk-link" href={`/children/${person}/own-view`}>
            The child’s own view
          </a>
        </>
      )}
      {child.mayRecord.some(({ name }) => name === 'documentReleased') ? (
        <>
          {' · '}
          <RecordLink person={person} step="documentReleased">
            Make a document
          </RecordLink>
        </>
      ) : null}
    </p>
  );
}
