const QUIET_MS = 2_000;

/** Runs steps, and tells of each that takes longer than two seconds, again and again until it ends. */
export function telling(
  say: (line: string) => void,
): <Result>(name: string, work: () => Promise<Result>) => Promise<Result> {
  return async (name, work) => {
    const started = performance.now();
    const seconds = (): number => Math.round((performance.now() - started) / 1_000);
    const timer = setInterval(() => say(`  ${name}: ${seconds()} s so far`), QUIET_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  };
}
