export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Does the work and says how long it took. */
export async function timed<Result>(phase: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const result = await work();
  say(`${phase}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
