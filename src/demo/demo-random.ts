/** Numbers from a fixed seed (a linear congruential generator with the multiplier of MMIX), so that every demo is the same. */
export class DemoRandom {
  constructor(private state: bigint) {}

  /** From 0 up to, but not, 1. */
  next(): number {
    this.state =
      (this.state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number(this.state >> 11n) / 2 ** 53;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `min` to `max`. */
  between(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }
}
