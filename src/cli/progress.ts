import { Presets, SingleBar } from 'cli-progress';

/** Where no bar can be drawn, a line is printed this often. */
const LINE_EVERY_MS = 5000;

export interface Progress {
  onProgress: (done: number, total: number) => void;
  stop: () => void;
}

/** A bar where there is a terminal; elsewhere, such as in a log, a line now and then. */
export function progressOf(doing: string): Progress {
  if (!process.stdout.isTTY) return linesOf(doing);
  const format = `${doing} {bar} {percentage}% | {value}/{total} | {eta_formatted} left`;
  const bar = new SingleBar({ format, stream: process.stdout, hideCursor: true }, Presets.shades_classic);
  return {
    onProgress: (done, total) => (bar.isActive ? bar.update(done) : bar.start(total, done)),
    stop: () => bar.stop(),
  };
}

function linesOf(doing: string): Progress {
  let spokenAt = Date.now();
  return {
    onProgress: (done, total) => {
      if (Date.now() - spokenAt < LINE_EVERY_MS) return;
      spokenAt = Date.now();
      console.log(`${doing}: ${done} of ${total}`);
    },
    stop: () => {},
  };
}
