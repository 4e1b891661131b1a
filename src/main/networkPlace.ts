import { realpathSync, statfsSync } from 'node:fs'
import { isThere } from './disk'

/** What the system says of a folder. */
export interface PlaceFacts {
  readonly platform: string
  /** Without links; on Windows a mapped drive is resolved to its \\server\share. */
  readonly path: string
  /** `statfs` on Linux, else 0. */
  readonly fileSystem: number
}

/** f_type of linux/magic.h and of the file systems' own headers. FUSE may be sshfs or a local NTFS disk: taken for the former. */
const linuxKinds = new Map([
  [0x6969, 'NFS'], [0xff534d42, 'SMB'], [0xfe534d42, 'SMB'], [0x517b, 'SMB'], [0x01021997, '9P'], [0x5346414f, 'AFS'], [0x00c36400, 'Ceph'], [0x65735546, 'FUSE'], [0x0bd00bd0, 'Lustre'], [0x47504653, 'GPFS']
])

/** Which kind of network or foreign file system a place is on, or null for a local disk. Pure. */
export function networkKind({ platform, path, fileSystem }: PlaceFacts): string | null {
  if (platform === 'win32') return /^\\\\(?![?.]\\)|^\\\\\?\\UNC\\/i.test(path) ? 'SMB' : null
  if (platform === 'linux') return linuxKinds.get(fileSystem >>> 0) ?? null
  return path.startsWith('/Volumes/') || path.startsWith('/net/') ? 'a volume' : null // macOS mounts shares there, and external disks
}

/** As `networkKind`, asking the system; null as well where the folder cannot be asked about. */
export function networkKindOf(folder: string): string | null {
  const { platform } = process
  try {
    return networkKind({ platform, path: realpathSync.native(folder), fileSystem: platform === 'linux' ? statfsSync(folder).type : 0 })
  } catch {
    return null
  }
}

/** Shares give no reliable events; a folder that is not there yet is judged by its path. The user can switch it. */
export const isNetworkPath = (path: string): boolean => (isThere(path) ? networkKindOf(path) !== null : path.startsWith('\\\\') || /^\/(mnt|net|Volumes)\//.test(path))
