import { fork, type ChildProcess } from 'node:child_process';
import { on } from 'node:events';
import type { LoadFigures, LoadOrder, LoadReport } from './protocol.js';

/** The process that makes the load, apart from everything that is measured. */
export class Loader {
  private constructor(
    private readonly child: ChildProcess,
    private readonly reports: AsyncIterator<unknown>,
    private readonly gone: Promise<unknown>,
  ) {}

  static start(): Loader {
    const child = fork('bench/load/generator.ts', [], { execArgv: ['--import', './scripts/typescript.mjs'] });
    return new Loader(
      child,
      on(child, 'message', { close: ['exit'] }),
      new Promise((resolve) => child.once('exit', resolve)),
    );
  }

  /** `look` is called where measuring begins, and where it has ended. */
  async run<Seen>(order: LoadOrder, look: () => Seen): Promise<{ figures: LoadFigures; before: Seen; after: Seen }> {
    this.child.send(order);
    await this.report();
    const before = look();
    await this.report();
    const after = look();
    const figures = await this.report();
    if (typeof figures === 'string') throw new Error(`the load says ${figures} where its figures should be`);
    return { figures, before, after };
  }

  async stop(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    await this.gone;
  }

  private async report(): Promise<LoadReport> {
    const next = (await this.reports.next()) as IteratorResult<[LoadReport], unknown>;
    if (next.done === true) throw new Error("the load's process ended");
    const [report] = next.value;
    return report;
  }
}
