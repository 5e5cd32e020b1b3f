/** The draft that a form is of: the version that it shows (0: none is kept yet), and this showing of it, which tells its saves from another window's. */
export type DraftShown = { readonly version: number; readonly tab: string };

/** The names of the form that are about the draft, and no answers. */
export const draftNames = ['version', 'tab', 'seq', 'spent', 'sitting'] as const;

/** A form without these is of no draft. */
export const DraftFields = ({ draft }: { readonly draft: DraftShown | undefined }) =>
  draft === undefined ? null : (
    <>
      <input type="hidden" name="version" value={draft.version} autocomplete="off" />
      <input type="hidden" name="tab" value={draft.tab} />
      <input type="hidden" name="seq" value="1" autocomplete="off" />
      {/* Seconds of typing since the last save, and whether this is the first: summed by team and week, and kept of nobody. */}
      <input type="hidden" name="spent" value="0" autocomplete="off" />
      <input type="hidden" name="sitting" value="1" autocomplete="off" />
    </>
  );

/** Whom the form asks about. */
export const AskedFields = ({ people }: { readonly people: readonly { readonly person: string }[] }) => (
  <>
    {people.map(({ person }) => (
      <input type="hidden" name="asked" value={person} />
    ))}
  </>
);
