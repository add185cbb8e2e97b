import { Command } from 'commander';
import { stem } from '../stemming/stemmer.js';

/** `npm run stem` shows what the search takes for the root of a word. It needs no database. */
const command = new Command('npm run --silent stem --')
  .description('Prints each word and its stem, with a tab between them, a line each.')
  .argument('[words...]', 'words of Indonesian, such as penyelenggaraan')
  .addHelpText('after', '\nExample:\n  npm run --silent stem -- pemilihan terkendala')
  .parse();

const words = command.args.flatMap((argument) => argument.split(/\s+/)).filter((word) => word !== '');
if (words.length === 0) {
  console.error('Say which words: npm run --silent stem -- pemilihan terkendala.');
  process.exitCode = 1;
} else {
  for (const word of words) console.log(`${word}\t${stem(word)}`);
}
