import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Where a line breaks: with part of the request sent, with all of it sent, or with part of the answer received. */
export type Place = 'SENDING' | 'WAITING' | 'ANSWER';

export interface Cut {
  place: Place;
  /** How much of the request goes out before a cut while it is sent, 0 to 1. */
  share: number;
  /** Milliseconds after a whole request before a cut while it waits. */
  patience: number;
}

export type Outcome =
  | { kind: 'ANSWERED'; status: number; text: string }
  | { kind: 'CUT'; place: Place }
  /** The other end went away. */
  | { kind: 'LOST' }
  /** Nobody is there. */
  | { kind: 'REFUSED' };

/** One connection that is kept, as a browser keeps it, and made anew when it is gone. */
export class Line {
  private socket: Socket | null = null;

  constructor(private readonly port: number) {}

  /** Sends a request, and cuts the line if it is told to and the answer does not come first. */
  async ask(request: Buffer, cut: Cut | null = null): Promise<Outcome> {
    // The other end may have closed it while it was idle.
    const socket = this.socket?.destroyed === false ? this.socket : await opened(this.port);
    if (!socket) return { kind: 'REFUSED' };
    this.socket = socket;
    const outcome = await exchange(socket, request, cut);
    socket.removeAllListeners('data').removeAllListeners('close');
    if (outcome.kind !== 'ANSWERED') this.hangUp();
    return outcome;
  }

  hangUp(): void {
    this.socket?.destroy();
    this.socket = null;
  }
}

async function opened(port: number): Promise<Socket | null> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  try {
    await once(socket, 'connect');
  } catch {
    return null;
  }
  socket.on('error', () => {}); // 'close' says it, too
  return socket;
}

function exchange(socket: Socket, request: Buffer, cut: Cut | null): Promise<Outcome> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0);
    const breakOff = (place: Place): void => {
      resolve({ kind: 'CUT', place });
      // Half of those who vanish say so to the other end by a reset, the others by an end.
      if (request.length % 2 === 0) socket.resetAndDestroy();
      else socket.destroy();
    };
    socket.once('close', () => resolve({ kind: 'LOST' }));
    socket.on('data', (bytes: Buffer) => {
      // What has come so far is thrown away with the line: the office never reads it.
      if (cut?.place === 'ANSWER') return breakOff('ANSWER');
      received = Buffer.concat([received, bytes]);
      const answer = answerIn(received);
      if (answer) resolve(answer);
    });
    if (cut?.place === 'SENDING') {
      const part = request.subarray(0, Math.floor(request.length * cut.share));
      socket.write(part, () => breakOff('SENDING'));
      return;
    }
    socket.write(request, () => {
      if (cut?.place === 'WAITING') setTimeout(() => received.length === 0 && breakOff('WAITING'), cut.patience);
    });
  });
}

/** The answer once all of it is there. */
function answerIn(received: Buffer): Outcome | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = received.toString('latin1', 0, end);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (!length) throw new Error(`An answer without a length: ${head}`);
  const body = received.subarray(end + 4);
  return body.length < Number(length) ? null : { kind: 'ANSWERED', status, text: body.toString('utf8') };
}
