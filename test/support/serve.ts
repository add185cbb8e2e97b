import { startTestServer } from './test-server.js';

/** The process that holds the database server of a test run: tells where it is, and stops it when the run is over. */
try {
  const { stop, ...server } = await startTestServer();
  process.on('disconnect', () => void stop().then(() => process.exit(0)));
  process.send!(server);
} catch (error) {
  process.send!({ problem: (error as Error).stack });
  process.disconnect();
}
