import { erase, type AnyStep } from '../../kernel/step/step.ts';
import { agencyPlaces } from './agency-places.ts';
import { courseClosed } from './course-closed.ts';
import { courseDesign } from './course-design.ts';
import { courseEvaluation } from './course-evaluation.ts';
import { courseRegister } from './course-register.ts';
import { courseSession } from './course-session.ts';
import { courseSessionEnd } from './course-session-end.ts';
import { trainingBooking } from './training-booking.ts';
import { trainingBookingEnd } from './training-booking-end.ts';
import { trainingElsewhere } from './training-elsewhere.ts';
import { trainingNeed } from './training-need.ts';

/** From what people need to learn, through the course, to whether practice changed. */
export const trainingSteps: readonly AnyStep[] = [
  erase(trainingNeed),
  erase(courseDesign),
  erase(courseSession),
  erase(courseSessionEnd),
  erase(trainingBooking),
  erase(trainingBookingEnd),
  erase(agencyPlaces),
  erase(courseRegister),
  erase(courseEvaluation),
  erase(courseClosed),
  erase(trainingElsewhere),
];
