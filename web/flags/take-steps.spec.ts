import fc from 'fast-check';
import { takeSteps } from './take-steps.js';

describe('several steps', () => {
  it('lose nothing, whichever fail and however many are taken at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 6 }),
        async (fates, atOnce) => {
          const subjects = fates.map((succeeds, index) => ({ index, succeeds }));
          let most = 0;
          let underWay = 0;
          const { done, failed, untried } = await takeSteps(subjects, {
            atOnce,
            take: async ({ index, succeeds }) => {
              underWay += 1;
              most = Math.max(most, underWay);
              await Promise.resolve();
              underWay -= 1;
              if (!succeeds) throw new Error(`no ${index}`);
              return index;
            },
          });
          expect(untried).toEqual([]);
          expect(done).toEqual(subjects.filter((each) => each.succeeds).map(({ index }) => index));
          expect(failed.map(({ subject, error }) => [subject.index, error.message])).toEqual(
            subjects.filter((each) => !each.succeeds).map(({ index }) => [index, `no ${index}`]),
          );
          expect(most).toBeLessThanOrEqual(atOnce);
        },
      ),
    );
  });

  it('name what was not tried once they are stopped', async () => {
    const stopping = new AbortController();
    const answered: number[] = [];
    const { done, untried } = await takeSteps([1, 2, 3, 4, 5], {
      atOnce: 1,
      signal: stopping.signal,
      onProgress: (count) => {
        answered.push(count);
        if (count === 2) stopping.abort();
      },
      take: async (subject) => subject * 10,
    });
    expect(done).toEqual([10, 20]);
    expect(untried).toEqual([3, 4, 5]);
    expect(answered).toEqual([1, 2]);
  });
});
