import type { Line } from '../kernel/step/history.ts';
import type { OwnAction } from '../record/own-actions.ts';
import type { OwnReturned } from '../record/own-returned.ts';
import type { ListedChild, Named, Opened, Relative, Session } from '../record/contract.ts';

/** What is somebody's to do: nothing, until a test says. */
export const pretendActions: OwnAction[] = [];

/** The families of the pretended children: those who share a reference. Not the record. */
export function pretendFamily(
  children: readonly ListedChild[],
  chainOf: (person: string) => readonly Line[],
  restricted: ReadonlyMap<string, string>,
) {
  const nameOf = ({ person, standing }: ListedChild): Named => {
    const ring = restricted.get(person);
    return ring === undefined ? { person, restricted: false, standing } : { person, restricted: true, ring };
  };
  const relativeOf = (child: ListedChild, root: string): Relative => ({
    ...nameOf(child),
    distance: child.person === root ? 0 : 1,
    stated: chainOf(child.person).filter(({ step }) => step === 'relationship' || step === 'household'),
  });
  return {
    ownActions: async () => pretendActions,
    ownReturned: async (): Promise<readonly OwnReturned[]> => [],
    ownAdvised: async (): Promise<readonly ListedChild[]> => [],
    restrictedNamesIn: async (_record: Opened, texts: readonly string[]): Promise<ReadonlySet<number>> =>
      new Set(texts.flatMap((text, n) => (restricted.size > 0 && text.includes('Nemo') ? [n] : []))),
    relatives: async ({ person }: Opened): Promise<readonly Relative[]> => {
      const root = children.find((child) => child.person === person)?.standing;
      const family = children.filter((child) => child.person === person || child.standing.family === root?.family);
      return family.map((child) => relativeOf(child, person));
    },
    named: async (_session: Session, asked: readonly string[]): Promise<ReadonlyMap<string, Named>> =>
      new Map(children.filter(({ person }) => asked.includes(person)).map((child) => [child.person, nameOf(child)])),
  };
}
