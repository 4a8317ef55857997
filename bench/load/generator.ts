import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'undici';
import type { LoadFigures, LoadOrder, LoadReport, LoadRequest, Pace } from './protocol.js';

const STEP_MS = 50;

/** The load's own process: callers that each send the next request when the last is answered. */
class Load {
  private readonly latencies: number[] = [];
  private answered = 0;
  private requests = 0;
  private wrong = 0;
  private firstWrong: string | null = null;
  private next = 0;
  private isMeasuring = false;
  private isOver = false;

  constructor(private readonly order: LoadOrder) {}

  async run(tell: (report: LoadReport) => void): Promise<void> {
    const clients = Array.from({ length: this.order.concurrency }, () => new Client(this.order.url, { pipelining: 1 }));
    const seconds =
      this.order.pace === 'each once'
        ? await this.once(clients, tell)
        : await this.again(clients, tell, this.order.pace);
    await Promise.all(clients.map((client) => client.close()));
    tell(this.figures(seconds));
  }

  private async once(clients: readonly Client[], tell: (report: LoadReport) => void): Promise<number> {
    tell('begun');
    this.isMeasuring = true;
    const started = performance.now();
    await Promise.all(clients.map((client) => this.call(client)));
    tell('ended');
    return (performance.now() - started) / 1000;
  }

  private async again(
    clients: readonly Client[],
    tell: (report: LoadReport) => void,
    { warmUpMs, measureMs, patienceMs }: Pace,
  ): Promise<number> {
    const callers = clients.map((client) => this.call(client));
    await sleep(warmUpMs);
    await this.until(patienceMs, () => this.answered >= this.order.concurrency);
    tell('begun');
    this.isMeasuring = true;
    const started = performance.now();
    await sleep(measureMs);
    await this.until(patienceMs, () => this.requests >= this.order.concurrency);
    this.isMeasuring = false;
    const seconds = (performance.now() - started) / 1000;
    tell('ended');
    this.isOver = true;
    await Promise.all(callers);
    return seconds;
  }

  private async call(client: Client): Promise<void> {
    for (let request = this.take(); request !== undefined; request = this.take()) {
      const sent = performance.now();
      const told = await this.send(client, request);
      if (told !== null) {
        this.wrong += 1;
        this.firstWrong ??= told;
      }
      this.answered += 1;
      if (!this.isMeasuring) continue;
      this.latencies.push(performance.now() - sent);
      this.requests += 1;
    }
  }

  private take(): LoadRequest | undefined {
    const { requests, pace } = this.order;
    const at = this.next++;
    if (pace === 'each once') return requests[at];
    return this.isOver ? undefined : requests[at % requests.length];
  }

  private async until(patienceMs: number, isEnough: () => boolean): Promise<void> {
    for (let waited = 0; !isEnough() && waited < patienceMs; waited += STEP_MS) await sleep(STEP_MS);
  }

  /** What is wrong with the answer, or null. */
  private async send(client: Client, { path, headers, body, right }: LoadRequest): Promise<string | null> {
    const answer = await client.request({ path, method: 'POST', headers, body });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    const isRight = 'bytes' in right ? bytes.length === right.bytes : bytes.includes(right.includes);
    if (answer.statusCode === 200 && isRight) return null;
    return `status ${answer.statusCode}, ${bytes.length} bytes: ${bytes.toString().slice(0, 300)}`;
  }

  private figures(seconds: number): LoadFigures {
    const sorted = Float64Array.from(this.latencies).sort();
    const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
    const { requests, wrong, firstWrong } = this;
    return { requests, seconds, wrong, firstWrong, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  }
}

process.on('message', (order: LoadOrder) => {
  void new Load(order).run((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit(0));
