import type { WebSocket } from 'ws';
import type { Caller } from '../../auth/request-context.js';
import type { RequestContext } from '../../common/request.js';
import { MESSAGES } from './socket-limits.js';

/** One connection and who has it. */
export class OpenSocket {
  /** Who it says it is, once it has said so. */
  caller: Caller | null = null;
  context: RequestContext | null = null;
  private hasAnswered = true;
  private messages = 0;
  private countedSince = 0;

  constructor(
    readonly socket: WebSocket,
    readonly ip: string,
    readonly acceptLanguage: string | undefined,
  ) {
    socket.on('pong', () => (this.hasAnswered = true));
    // A message too large, or none at all: the library closes the socket and says why.
    socket.on('error', () => {});
  }

  /** Whether it sends more than anybody has to. */
  isTalkative(): boolean {
    const now = performance.now();
    if (now - this.countedSince > MESSAGES.perMs) [this.messages, this.countedSince] = [0, now];
    this.messages += 1;
    return this.messages > MESSAGES.most;
  }

  /** Asks for a sign of life; without one since the last time the line is dead. */
  ping(): void {
    if (!this.hasAnswered) return this.socket.terminate();
    this.hasAnswered = false;
    this.socket.ping();
  }

  send(text: string): Promise<void> {
    const { socket } = this;
    return new Promise((resolve, reject) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      // Settles when the text has left: a slow reader is not sent more than he takes.
      socket.send(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** A reason has 123 bytes at most. */
  close(code: number, reason: string): void {
    this.socket.close(code, Buffer.from(reason).subarray(0, 123).toString());
  }
}
