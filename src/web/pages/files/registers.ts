import type { FastifyInstance } from 'fastify';
import type { WebParts } from '../../parts.ts';
import { addAdopters } from '../adopters/routes.tsx';
import { addAllegations } from '../allegations/routes.tsx';
import { addCaseReviews } from '../case-reviews/routes.tsx';
import { addFostering } from '../fostering/routes.tsx';
import { addInductions } from '../induction/routes.tsx';
import { addInspections } from '../inspections/routes.tsx';
import { addRegistersOfChildren } from '../registers/routes.tsx';
import { addTraining } from '../training/routes.tsx';
import { addVoice } from '../voice/routes.tsx';

/** What others say of the service, and what it learns: reviews, complaints, voices, inspections. */
export function addRegisters(server: FastifyInstance, parts: WebParts): void {
  addAdopters(server, parts);
  addAllegations(server, parts);
  addCaseReviews(server, parts);
  addFostering(server, parts);
  addInductions(server, parts);
  addInspections(server, parts);
  addRegistersOfChildren(server, parts);
  addTraining(server, parts);
  addVoice(server, parts);
}
