import type { InfectedFile } from '../../../record/unchecked-files.ts';
import { WarningText } from '../../components/notices.tsx';
import { PersonLink } from '../../components/offered.tsx';

/** Whoever attached it may have it on their own machine, and is the one to ask the sender for another. */
export const InfectedFiles = ({ files }: { readonly files: readonly InfectedFile[] }) => (
  <>
    {files.map(({ person, name, found }) => (
      <WarningText
        text={
          <>
            A virus ({found}) was found in a file that you attached: {name}, in <PersonLink person={person}>this record</PersonLink>. It is
            withheld from everybody. Do not open your own copy, and tell whoever looks after your computers. Attach it anew if you can get
            it from somewhere else.
          </>
        }
      />
    ))}
  </>
);
