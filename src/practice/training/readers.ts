import { practitioners, practitionersAndLeads, type Permissions } from '../../kernel/step/permission.ts';

/** Courses are written by whoever answers for training and whoever is named for one: which those are, the database decides. Every register says who came. */
export const mayOfCourses: Permissions = { record: [...practitioners, 'boardManager'], read: [...practitioners, 'boardManager'] };

/** What somebody books for themself, or their manager for them, in their staff file. */
export const mayOfOwnTraining: Permissions = { record: practitionersAndLeads, read: practitionersAndLeads };
