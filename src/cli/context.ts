import type { ConnectionOptions } from './connection.js';
import type { Client } from './http.js';
import { clientFor } from './sign-in.js';
import { languageOf, terminalOn } from './terminal.js';
import type { Terminal } from './terminal.js';

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly lang?: string;
}

/** Options of the commands that talk to the service. */
export type CallerOptions = CommonOptions & ConnectionOptions;

/** What a command runs in. */
export interface Context {
  readonly terminal: Terminal;
  readonly env: NodeJS.ProcessEnv;
}

/** A command's surroundings from its common options. */
export function contextOf(options: CommonOptions, env: NodeJS.ProcessEnv): Context {
  const isJson = options.json ?? false;
  return { env, terminal: terminalOn({ language: languageOf(options.lang, env), isJson }) };
}

/** The service as the caller named by the options. */
export function clientOf({ terminal, env }: Context, options: CallerOptions): Promise<Client> {
  return clientFor(options, env, terminal.language);
}
