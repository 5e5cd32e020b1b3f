/**
 * What people ask of a record that is about them, by the limit that says that an answer is owed or awaited. The same rules are in the index and the function
 * of the database (`record.people_ask`): one more is a migration.
 */
export const peopleAskRules = ['subjectAccessAnswer', 'subjectAccessReply', 'rectificationAnswer'] as const;
