/** A kind of file that may be attached. Extensions are those people give it, the usual one first. */
export interface FileKind {
  readonly name: 'PDF' | 'PNG' | 'JPEG' | 'WEBP' | 'DOCX' | 'XLSX';
  readonly contentType: string;
  readonly extensions: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FILE_KINDS: readonly FileKind[] = [
  { name: 'PDF', contentType: 'application/pdf', extensions: ['pdf'] },
  { name: 'PNG', contentType: 'image/png', extensions: ['png'] },
  { name: 'JPEG', contentType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  { name: 'WEBP', contentType: 'image/webp', extensions: ['webp'] },
  { name: 'DOCX', contentType: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'] },
  { name: 'XLSX', contentType: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'] },
];

/** What a refusal tells of the kinds that are accepted. */
export const ALLOWED_KINDS = FILE_KINDS.map(({ name }) => name).join(', ');
