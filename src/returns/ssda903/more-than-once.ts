/** The rows of a table in which a child may stand but once, if there are more. All rows of a child are looked at together; those of nobody are no child’s. */
export function moreThanOnce<R extends { readonly CHILD: string | undefined }>(rows: readonly R[]): readonly R[] {
  const theirs = rows.filter(({ CHILD }) => CHILD !== undefined);
  return theirs.length > 1 ? theirs : [];
}
