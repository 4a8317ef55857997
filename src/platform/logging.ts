import { pino, type Logger } from 'pino';
import type { Config } from './config.js';

/** Structured logs on standard error. What people wrote never goes in: log ids and codes, never text. */
export const createLogger = (config: Pick<Config, 'mode'>): Logger =>
  pino({ level: config.mode === 'test' ? 'warn' : 'info', base: null }, pino.destination(2));
