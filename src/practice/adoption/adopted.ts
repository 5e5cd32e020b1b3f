import type { History, Statement } from '../../kernel/step/history.ts';

/** A period of care that ended with adoption: E11 or E12. */
export const isAdoption = ({ step, answers }: Statement): boolean =>
  step === 'periodOfCareEnd' && (answers['reason'] === 'E11' || answers['reason'] === 'E12');

/** An order is on record, by itself or as the end of the period of care. */
export const isAdopted = (history: History): boolean => history.some((one) => one.step === 'adoptionOrder' || isAdoption(one));
