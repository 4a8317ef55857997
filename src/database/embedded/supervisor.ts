import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/**
 * Runs a command and waits on standard input. The input ends when the process that started it closes it or dies,
 * even by kill -9, and then the command gets the interrupt for a clean end.
 */
const SUPERVISOR = `
exec 3<&0
"$@" </dev/null 3<&- &
command=$!
{ read -r _ <&3; kill -INT "$command"; } 2>/dev/null &
watcher=$!
wait "$command"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

/** To stop the command, end the standard input of what is returned, which exits when the command has. */
export function supervised(command: readonly string[], options: Omit<SpawnOptions, 'detached'>): ChildProcess {
  // `detached`: a process group of its own, so that Ctrl-C reaches its starter first, which then stops the command.
  return spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', ...command], { ...options, detached: true });
}
