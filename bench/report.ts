/** Takes lines that tell how far it has come. */
export type Tell = (line: string) => void;

export const say: Tell = (line) => void process.stdout.write(`${line}\n`);

/** Does the work and tells how long it took. */
export async function timed<Result>(tell: Tell, phase: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const result = await work();
  tell(`${phase}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
