import type { Disk } from 'flydrive';
import type { Config } from '../../../config.js';

/** Milliseconds for a storage server to accept a connection, and to stay silent on one. */
const CONNECT_LIMIT_MS = 5_000;
const SILENCE_LIMIT_MS = 30_000;

/** Both are read when they are first used: most starts need neither. */
export async function folderDisk(location: string): Promise<Disk> {
  const { Disk } = await import('flydrive');
  const { FSDriver } = await import('flydrive/drivers/fs');
  return new Disk(new FSDriver({ location, visibility: 'private' }));
}

/** A bucket of Amazon S3 or of a server that speaks its language. Without keys the SDK looks for some by itself. */
export async function bucketDisk(bucket: string, config: Config): Promise<Disk> {
  const { Disk } = await import('flydrive');
  const { S3Driver } = await import('flydrive/drivers/s3');
  const { s3AccessKeyId: accessKeyId, s3SecretAccessKey: secretAccessKey } = config;
  const driver = new S3Driver({
    bucket,
    region: config.s3Region!,
    ...(config.s3Endpoint && { endpoint: config.s3Endpoint }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    forcePathStyle: config.s3PathStyle,
    visibility: 'private',
    // Access is ours to decide, and many servers know neither lists of grantees nor the SDK's newer checksums.
    supportsACL: false,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_LIMIT_MS, socketTimeout: SILENCE_LIMIT_MS },
  });
  return new Disk(driver);
}
