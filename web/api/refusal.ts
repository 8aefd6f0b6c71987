import type { components } from './schema.js';

export type ProblemBody = components['schemas']['Problem'];

/** What the service refused, in its own words: `problem.detail` is in the reader's language and says what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly problem: ProblemBody) {
    super(problem.detail);
  }
  get status(): number {
    return this.problem.status;
  }
  get code(): string {
    return this.problem.code;
  }
  /** What is wrong with each field, by its path (`lines[0].quantity`). */
  get fieldErrors(): Record<string, string> {
    return Object.fromEntries(this.problem.errors.map(({ path, message }) => [path, message]));
  }
}

/** No answer came: what was asked may have been done or not. The same id sent again is booked once. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
