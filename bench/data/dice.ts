import { createHash } from 'node:crypto';

/** Chance that falls the same way each time: by a seed and the name of what it is thrown for (sfc32). */
export class Dice {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number, purpose: string) {
    const hash = createHash('sha256').update(`${seed} ${purpose}`).digest();
    [this.a, this.b, this.c] = [hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8)];
    for (let turn = 0; turn < 12; turn += 1) this.bits();
  }

  /** 32 bits, as a whole number from 0. */
  bits(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor((this.bits() / 4_294_967_296) * (most - least + 1));
  }

  happens(chance: number): boolean {
    return this.bits() / 4_294_967_296 < chance;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** By weight: `weighted([['a', 3], ['b', 1]])` is `a` three times of four. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item {
    let left = (this.bits() / 4_294_967_296) * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) if ((left -= weight) < 0) return item;
    throw new Error('no weights');
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let at = result.length - 1; at > 0; at -= 1) {
      const other = this.whole(0, at);
      [result[at], result[other]] = [result[other] as Item, result[at] as Item];
    }
    return result;
  }

  some<Item>(items: readonly Item[], count: number): Item[] {
    return this.shuffled(items).slice(0, count);
  }

  /** As random as a version 4 key, so that indexes fill as they do in use. */
  uuid(): string {
    const hex = [this.bits(), this.bits(), this.bits(), this.bits()]
      .map((part) => part.toString(16).padStart(8, '0'))
      .join('');
    const variant = '89ab'[parseInt(hex[16] ?? '0', 16) & 3] ?? '8';
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
