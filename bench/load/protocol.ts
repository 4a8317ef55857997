/** One request that is sent again and again, and how long its right answer is. */
export interface LoadRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bytes: number;
}

/** What the load's process is told to do. */
export interface LoadOrder {
  readonly url: string;
  readonly requests: readonly LoadRequest[];
  /** Requests that are under way at a time, each on a connection of its own that is kept. */
  readonly concurrency: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface LoadFigures {
  readonly requests: number;
  readonly seconds: number;
  /** Answers of another status or length than the right ones. */
  readonly wrong: number;
  readonly firstWrong: string | null;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** It says where measuring begins and ends, so that others can look at their clocks too, and then what it found. */
export type LoadReport = 'begun' | 'ended' | LoadFigures;
