import { createServer } from 'node:net';

/** Fails with the system's own error where nobody can listen there: asked before the database is started. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** What to do about an error of listening; null for any other. */
export function listeningFault(error: unknown): string | null {
  const code = error !== null && typeof error === 'object' && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return 'The port is taken by another program. Stop that one, or choose another port: PORT=3001 npm start';
    case 'EACCES':
      return 'This account may not listen on that port. Choose one from 1024 on: PORT=3001 npm start';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST is no address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all its networks.';
    default:
      return null;
  }
}
