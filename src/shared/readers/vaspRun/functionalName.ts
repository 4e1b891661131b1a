/** Exchange and correlation as the settings say it, e.g. 'PS', 'from POTCAR', 'hybrid (LHFCALC) on PE'; null where they say nothing. */
export function functionalName(gga: string | null, isHybrid: boolean, metaGga: string | null): string | null {
  if (gga === null && metaGga === null && !isHybrid) return null
  // An OUTCAR has room for five letters, a vasprun.xml the spelling of the INCAR.
  const meta = metaGga !== null && !/^(F|T|-+|NONE)?$/i.test(metaGga) ? metaGga.toUpperCase().replace(/^R2SCA$/, 'R2SCAN') : null
  const base = meta ?? (gga === null || /^-*$/.test(gga) ? 'as in POTCAR' : gga)
  return isHybrid ? `hybrid (LHFCALC), ${base}` : base
}
