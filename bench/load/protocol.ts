/** One request, and what is known of its right answer: how long it is, or a part of its text. */
export interface LoadRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly right: { readonly bytes: number } | { readonly includes: string };
}

/** Each request again and again for a time. */
export interface Pace {
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** More of both for who is slow, until every caller has an answer, but no more than this. */
  readonly patienceMs: number;
}

/** What the load's process is told to do. */
export interface LoadOrder {
  readonly url: string;
  readonly requests: readonly LoadRequest[];
  /** Requests that are under way at a time, each on a connection of its own that is kept. */
  readonly concurrency: number;
  readonly pace: Pace | 'each once';
}

export interface LoadFigures {
  readonly requests: number;
  readonly seconds: number;
  /** Answers other than the right ones. */
  readonly wrong: number;
  readonly firstWrong: string | null;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** It says where measuring begins and ends, so that others can look at their clocks too, and then what it found. */
export type LoadReport = 'begun' | 'ended' | LoadFigures;
