/** What else VASP puts into the folder of a calculation, in its own capitals; POTCAR may not be handed on, so that no project shall hold it. */
const ofVasp = /^(?:INCAR|KPOINTS|POTCAR|EIGENVAL|IBZKPT|OSZICAR|PROCAR|PCDAT|REPORT|WAVECAR|WAVEDER|XDATCAR|DYNMAT|ICONST|vaspout\.h5)(?:\.gz)?$/

/** What TopSpin keeps beside a spectrum. */
const ofTopSpin = /^(?:pulseprogram|title|shimvalues|specpar|scon2|outd|audit[ap]\.txt|uxnmr\.(?:par|info)|prosol_History|format\.temp|cpdprg\d?|vtc_pid_settings|precom\.output)$/

/** Why a file is none of our business by its name alone, or null. Listed in the Inbox with this sentence, never opened. */
export function ignoredByName(name: string): string | null {
  const lower = name.toLowerCase()
  if (lower.startsWith('~$')) return 'lock file of an open Office document'
  if (lower === 'thumbs.db' || lower === 'desktop.ini' || lower === '.ds_store') return 'file of the operating system'
  if (lower.startsWith('.')) return 'hidden file'
  if (lower.startsWith('old_')) return 'name begins with "old_": kept out on purpose'
  if (/\.(tmp|temp|part|partial|crdownload|swp|lock|bak)$/.test(lower) || lower.endsWith('~')) return 'temporary or backup file'
  if (/\.rum(-wal|-shm|-journal|\.before-layout-\d+)?$/.test(lower)) return 'RuM project'
  if (ofTopSpin.test(name)) return 'file of a TopSpin measurement that holds nothing which is used here'
  if (ofVasp.test(name)) return 'file of a VASP calculation that holds nothing which is used here'
  return null
}
