const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** WIB, the time of western Indonesia and of the centre, is seven hours ahead of UTC all year. */
const WIB_MS = 7 * HOUR_MS;

/** The next time at which it is that hour (0–23) in western Indonesia. */
export function nextDigest(now: Date, hour: number): Date {
  const local = now.getTime() + WIB_MS;
  const today = Math.floor(local / DAY_MS) * DAY_MS + hour * HOUR_MS;
  return new Date((today > local ? today : today + DAY_MS) - WIB_MS);
}
