import type { LocationRecord } from '../store/files'

/** The folder that is or was watched, or was dropped, from which on a file's way counts; null where none is known. */
export const rootOf = ({ folderId, root }: Pick<LocationRecord, 'folderId' | 'root'>, folders: ReadonlyMap<string, string>): string | null =>
  (folderId === null ? root : folders.get(folderId) ?? null)
