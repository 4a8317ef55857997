/** Chance that can be repeated: the same seed gives the same draws. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 2_654_435_761 + 1_013_904_223) >>> 0;
  }

  /** In [0, 1). Mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number in [from, to). */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from));
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.between(0, choices.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from');
    return chosen;
  }

  maybe<T>(share: number, choices: readonly T[]): T | null {
    return choices.length > 0 && this.happens(share) ? this.of(choices) : null;
  }

  shuffled<T>(choices: readonly T[]): T[] {
    const left = [...choices];
    return choices.map(() => left.splice(this.between(0, left.length), 1)).flat();
  }

  some<T>(choices: readonly T[], atMost: number): T[] {
    return this.shuffled(choices).slice(0, this.between(0, atMost + 1));
  }

  /** Each choice as often as its weight says. */
  weighted<T>(choices: readonly (readonly [number, T])[]): T {
    let left = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return this.of(choices)[1];
  }

  uuid(): string {
    const digits = Array.from({ length: 32 }, (_, at) => {
      if (at === 12) return '4';
      if (at === 16) return this.of(['8', '9', 'a', 'b']);
      return this.between(0, 16).toString(16);
    }).join('');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
