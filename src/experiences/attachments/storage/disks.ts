import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Disk } from 'flydrive';
import type { Config } from '../../../config.js';
import type { ByteRange } from '../byte-range.js';

/** Where files are kept. Reading a part of one is what the library does not know. */
export interface OpenedDisk {
  readonly disk: Disk;
  part(key: string, range: ByteRange): Promise<Readable> | Readable;
}

/** Milliseconds for a storage server to accept a connection, and to stay silent on one. */
const CONNECT_LIMIT_MS = 5_000;
const SILENCE_LIMIT_MS = 30_000;

/** Both are read when they are first used: most starts need neither. */
export async function folderDisk(location: string): Promise<OpenedDisk> {
  const { Disk } = await import('flydrive');
  const { FSDriver } = await import('flydrive/drivers/fs');
  return {
    disk: new Disk(new FSDriver({ location, visibility: 'private' })),
    part: (key, { first, last }) => createReadStream(join(location, key), { start: first, end: last }),
  };
}

/** A bucket of Amazon S3 or of a server that speaks its language. Without keys the SDK looks for some by itself. */
export async function bucketDisk(bucket: string, config: Config): Promise<OpenedDisk> {
  const { Disk } = await import('flydrive');
  const { S3Driver } = await import('flydrive/drivers/s3');
  const { s3AccessKeyId: accessKeyId, s3SecretAccessKey: secretAccessKey } = config;
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client({
    region: config.s3Region!,
    ...(config.s3Endpoint && { endpoint: config.s3Endpoint }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    forcePathStyle: config.s3PathStyle,
    // Many servers do not know the SDK's newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_LIMIT_MS, socketTimeout: SILENCE_LIMIT_MS },
  });
  // Access is ours to decide, and many servers do not know lists of grantees.
  const driver = new S3Driver({ client, bucket, visibility: 'private', supportsACL: false });
  return {
    disk: new Disk(driver),
    part: async (key, { first, last }) => {
      const { Body, ContentRange } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=${first}-${last}` }),
      );
      // A client would put all of it behind what it has.
      if (!ContentRange) throw new Error('The server of the bucket sends whole files where a part was asked for.');
      return Body as Readable;
    },
  };
}
