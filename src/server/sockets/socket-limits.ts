import type { IncomingMessage } from 'node:http';

/** An office may have one address for all its people; each of them has a browser or two. */
export const MAX_SOCKETS_OF_ADDRESS = 100;
export const MAX_SOCKETS_OF_ACCOUNT = 20;
export const MAX_SOCKETS = 2000;
export const MAX_SUBSCRIPTIONS = 20;
/** Documents are small: a message is one, with its variables. */
export const MAX_MESSAGE_BYTES = 64 * 1024;
/** Subscribing and completing in turn costs a statement each time. */
export const MESSAGES = { most: 100, perMs: 10_000 } as const;

/** The address that the nearest trusted proxy saw, as for any other request. */
export function addressOf({ socket, headers }: IncomingMessage, trustedProxies: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const hops = [socket.remoteAddress ?? '', ...forwarded.map((hop) => hop.trim()).toReversed()].filter(Boolean);
  return hops[Math.min(trustedProxies, hops.length - 1)] ?? '';
}

/**
 * Browsers let any page open a socket to any server. A page of somebody else's must not read what this one shows to everybody
 * inside an office's network. Other clients send no origin.
 */
export function isOwnOrigin({ headers }: IncomingMessage, trustedProxies: number, publicUrl: string | null): boolean {
  const { origin } = headers;
  if (!origin) return true;
  if (!URL.canParse(origin)) return false;
  const hosts = [headers.host, publicUrl && new URL(publicUrl).host];
  if (trustedProxies > 0) hosts.push(String(headers['x-forwarded-host'] ?? ''));
  return hosts.includes(new URL(origin).host);
}
