import { runProgram } from './program.ts';
import { validate } from './validate.ts';

// By its status a check that could not be made is told from one that found errors.
// A program of its own, as small as can be: of a file of ten thousand children the start was the half.
await runProgram(async ({ from, reference }, _name, parameters) => validate(from, parameters, reference), 2);
