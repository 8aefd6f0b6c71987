/**
 * One step for each of several flags. Each is a command of its own: one that is refused spoils no other, and nothing is lost:
 * every flag comes back as done, failed with its reason, or not tried.
 */
export interface StepResults<Subject, Done> {
  readonly done: readonly Done[];
  readonly failed: readonly { readonly subject: Subject; readonly error: Error }[];
  readonly untried: readonly Subject[];
}

interface Choice<Subject, Done> {
  readonly take: (subject: Subject) => Promise<Done>;
  /** How many were answered so far. */
  readonly onProgress?: (answered: number) => void;
  /** What is under way is finished, nothing more is begun. */
  readonly signal?: AbortSignal;
  /** How many are under way at once. */
  readonly atOnce?: number;
}

const AT_ONCE = 4;

/** Results stand in the order of the subjects. */
export async function takeSteps<Subject, Done>(
  subjects: readonly Subject[],
  { take, onProgress, signal, atOnce = AT_ONCE }: Choice<Subject, Done>,
): Promise<StepResults<Subject, Done>> {
  const done = new Map<number, Done>();
  const failed = new Map<number, Error>();
  let next = 0;
  const isStopped = (): boolean => signal?.aborted === true;
  const work = async (): Promise<void> => {
    while (next < subjects.length && !isStopped()) {
      const index = next;
      next += 1;
      try {
        done.set(index, await take(subjects[index]!));
      } catch (error) {
        failed.set(index, error instanceof Error ? error : new Error(String(error)));
      }
      onProgress?.(done.size + failed.size);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, subjects.length) }, work));
  return {
    done: subjects.flatMap((_, index) => (done.has(index) ? [done.get(index)!] : [])),
    failed: subjects.flatMap((subject, index) =>
      failed.has(index) ? [{ subject, error: failed.get(index)! }] : [],
    ),
    untried: subjects.filter((_, index) => !done.has(index) && !failed.has(index)),
  };
}
