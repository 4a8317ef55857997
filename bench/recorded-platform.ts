import { randomBytes } from 'node:crypto';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { readConfig } from '../src/platform/config.js';
import type { SignIn } from './sign-in.js';

export interface SentStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Asking {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The platform within this process, so that the statements that it sends to the database can be read. */
export class RecordedPlatform {
  private sent: SentStatement[] = [];

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly url: string,
  ) {
    app.get(DataSource).logger = {
      logQuery: (text: string, values?: unknown[]) => void this.sent.push({ text, values: values ?? [] }),
      logQueryError: () => undefined,
      logQuerySlow: () => undefined,
      logSchemaBuild: () => undefined,
      logMigration: () => undefined,
      log: () => undefined,
    };
  }

  static async start(applicationUrl: string, ownerUrl: string, signIn: SignIn): Promise<RecordedPlatform> {
    const config = readConfig({
      MODE: 'production',
      MASTER_KEY: randomBytes(32).toString('base64'),
      DATABASE_URL: applicationUrl,
      DATABASE_OWNER_URL: ownerUrl,
      ISSUERS_FILE: signIn.issuersFile,
    });
    const app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with(config, applicationUrl),
      new FastifyAdapter(),
      {
        logger: ['error'],
      },
    );
    await app.listen(0, '127.0.0.1');
    return new RecordedPlatform(app, await app.getUrl());
  }

  /** The statements by which an operation is answered, beside those that begin and end its transaction. */
  async statementsOf(token: string, asking: Asking): Promise<SentStatement[]> {
    this.sent = [];
    await ask(this.url, token, asking);
    return this.sent.filter(({ text }) => /FROM app\./.test(text));
  }

  async stop(): Promise<void> {
    await this.app.close();
  }
}

/** The data of an answer without errors. */
export async function ask<Data>(url: string, token: string, asking: Asking): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(asking),
  });
  const answer = (await response.json()) as { data?: Data; errors?: unknown };
  if (answer.errors !== undefined || answer.data === undefined)
    throw new Error(JSON.stringify(answer.errors ?? answer));
  return answer.data;
}
