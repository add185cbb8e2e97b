import { Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { saveAccount, type WantedAccount } from '../auth/accounts.js';
import { Role } from '../common/access.js';
import { withDatabase } from './with-database.js';

interface Options {
  username: string;
  role?: Role;
  satker?: string;
  name?: string;
  keepPassword?: boolean;
  disable?: boolean;
  enable?: boolean;
}

/** Asks on the terminal without showing what is typed. Null when the person gives up. */
function ask(question: string): Promise<string | null> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // A terminal's line editor echoes to its output, so the output is nowhere and the question goes beside it.
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stderr.write(question);
  return new Promise<string | null>((resolve) => {
    lines.once('line', resolve);
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => resolve(null));
  }).finally(() => {
    lines.close();
    process.stderr.write('\n');
  });
}

/** The password, or null when two answers differ or none came. A pipe gives it once, with or without a line's end. */
async function readPassword(): Promise<string | null> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '') || null;
  const first = await ask('Password: ');
  return first && (await ask('Once more: ')) === first ? first : null;
}

function wanted(options: Options, password: string | undefined): WantedAccount {
  const isActive = options.disable ? false : options.enable ? true : undefined;
  const { username, role, satker, name: displayName } = options;
  return { username, role, satker, displayName, isActive, password };
}

const options = new Command('user')
  .description(
    'Creates an account, or changes the one that has the username. Asks for its password, or reads it from a pipe.',
  )
  .requiredOption('--username <name>', 'lower-case letters and digits, such as kontributor.7371')
  .addOption(new Option('--role <role>', 'needed for a new account').choices(Object.values(Role)))
  .option('--satker <code>', 'unit that a CONTRIBUTOR or REVIEWER acts for, such as 73.71')
  .option('--name <text>', 'name to show')
  .option('--keep-password', 'leave the password as it is')
  .addOption(new Option('--disable', 'nobody can sign in with it any more; keeps the password').conflicts('enable'))
  .option('--enable', 'signing in is possible again')
  .parse()
  .opts<Options>();

const keepsPassword = options.keepPassword || options.disable || false;
const password = keepsPassword ? undefined : await readPassword();
if (password === null) {
  console.error('No password, or two different ones, so nothing was changed.');
  process.exitCode = 1;
} else {
  await withDatabase(async (dataSource) => {
    const { username, isNew, changed } = await saveAccount(dataSource, wanted(options, password));
    if (isNew) console.log(`Created the account "${username}".`);
    else if (changed.length > 0) console.log(`Changed ${changed.join(', ')} of the account "${username}".`);
    else console.log(`The account "${username}" is so already.`);
  });
}
