/** One of several processes that share the worlds of a run: takes its share as a message and answers with its tally. */
import { runShare, type Share, type ShareResult } from './run-share.js';

export type WorkerMessage = { readonly line: string } | { readonly result: ShareResult };

const say = (message: WorkerMessage): void => {
  process.send?.(message);
};

process.once('message', (share) => {
  void runShare(share as Share, (line) => say({ line })).then(
    // Disconnected only once the answer has left.
    (result) => process.send?.({ result } satisfies WorkerMessage, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
