/** The part of autocannon that is used here; so the types can be checked where it is not installed. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  export interface Request {
    method: 'POST';
    path: string;
    headers: Record<string, string>;
    body: string;
    /** Called before each sending. */
    setupRequest?(previous: Request): Request;
  }

  export interface Client extends EventEmitter {
    setRequests(requests: Request[]): void;
  }

  export interface Options {
    url: string;
    connections: number;
    duration: number;
    requests: Request[];
    setupClient(client: Client): void;
  }

  export interface Result {
    non2xx: number;
    errors: number;
    timeouts: number;
  }

  export default function autocannon(options: Options): Promise<Result>;
}
