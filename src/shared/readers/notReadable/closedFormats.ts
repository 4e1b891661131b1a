import { isOtherArchive } from '../table/archiveKind'
import { isCompound } from '../binary/compoundFile'
import { iswPoints } from '../zahnerIsw/zahnerIsw'

export interface ClosedFormat {
  readonly format: string
  readonly confidence: 'certain' | 'likely'
  /** Completes 'Recognised because …'. */
  readonly why: string
  /** What the file is and how its numbers come out: one sentence. */
  readonly advice: string
  readonly is: (name: string, bytes: Uint8Array) => boolean
}

const beginsWith = (bytes: Uint8Array, text: string): boolean => bytes.length >= text.length
  && [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0))

/** A zero byte that is not half of a UTF-16 letter: text of one of these programs never has one. */
function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !isUtf16 && bytes.subarray(0, 4096).includes(0)
}

const holds = (bytes: Uint8Array, pattern: RegExp): boolean => pattern.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 8192)))

/** Formats whose numbers only their own program can give: an unmistakable beginning, or the name together with what stands inside. */
export const closedFormats: readonly ClosedFormat[] = [
  {
    format: 'OriginLab project (.opj, .opju)', confidence: 'certain', why: 'it begins with CPYA or CPYUA',
    advice: 'This is an OriginLab project, which only Origin opens: export each worksheet there as text (File, Export, ASCII) and put that ' +
      'file here.',
    is: (_name, bytes) => beginsWith(bytes, 'CPYA ') || beginsWith(bytes, 'CPYUA ')
  },
  {
    format: 'EC-Lab settings (.mps)', confidence: 'certain', why: 'it begins with EC-LAB SETTING FILE',
    advice: 'This is an EC-Lab settings file (.mps), which holds what was programmed but no measured numbers: export the data file (.mpr) in ' +
      'EC-Lab as text (Experiment, Export as Text) and put the .mpt here.',
    is: (_name, bytes) => beginsWith(bytes, 'EC-LAB SETTING FILE')
  },
  {
    format: 'IviumSoft database (.idf.sqlite)', confidence: 'certain', why: 'it begins with SQLite format 3 and its name ends in .idf.sqlite',
    advice: "This is IviumSoft's database of a measurement (.idf.sqlite), whose layout is not open: save the measurement in IviumSoft as .idf " +
      "and put that file here.",
    is: (name, bytes) => /\.idf\.sqlite$/i.test(name) && beginsWith(bytes, 'SQLite format 3\0')
  },
  {
    format: 'NOVA (.nox)', confidence: 'likely', why: 'its name ends in .nox and it is binary',
    advice: 'This is a binary NOVA file (.nox), which only NOVA opens: add "Export data" to the procedure or use "Export ASCII" in NOVA and ' +
      'put that text here.',
    is: (name, bytes) => /\.nox$/i.test(name) && isBinary(bytes)
  },
  {
    format: 'CHI binary (.bin)', confidence: 'likely', why: "its name ends in .bin, it is binary and names one of CHI's instruments or techniques",
    advice: 'This is a binary file of CH Instruments (.bin), whose layout is not open: use "Convert to Text" or "Save as Text" in the CHI ' +
      'software and put the .txt here.',
    is: (name, bytes) => /\.bin$/i.test(name) && isBinary(bytes)
      && holds(bytes, /CHI ?\d{3,4}|CH Instruments|Cyclic Voltammetry|Linear Sweep Voltammetry|Amperometric i-t|A\.C\. Impedance/)
  },
  {
    format: 'JASCO Spectra Manager (.jws)', confidence: 'certain', why: 'its name ends in .jws and it is a compound file of Windows',
    advice: 'This is a binary file of JASCO Spectra Manager (.jws), whose layout is not open: export the spectrum there as text (.txt, .csv or ' +
      'JCAMP-DX) and put that file here.',
    is: (name, bytes) => /\.jws$/i.test(name) && isCompound(bytes)
  },
  {
    format: 'EZChrom, OpenLab chromatogram (.dat)', confidence: 'likely', why: 'its name ends in .dat and it is a compound file of Windows',
    advice: 'This is a binary chromatogram of EZChrom or OpenLab (.dat), whose layout is not open: export the data there as ASCII (.asc) and put ' +
      'that file here.',
    is: (name, bytes) => /\.dat$/i.test(name) && isCompound(bytes)
  },
  {
    format: 'Avantes AvaSoft (.trm, .roh, .abs8, …)', confidence: 'likely', why: 'its name ends as AvaSoft names spectra and it is binary',
    advice: 'This is a binary spectrum of AvaSoft, which is not read here: export it there as text (.txt, .ttt, .tat) and put that file here.',
    is: (name, bytes) => /\.(?:trm|roh|(?:raw|trm|abs|rfl|rir|irr|rmn)8)$/i.test(name) && isBinary(bytes)
  },
  {
    format: 'EC-Lab log (.mpl)', confidence: 'certain', why: 'it begins with EC-Lab LOG FILE',
    advice: 'This is the log of a measurement in EC-Lab (.mpl), which holds no measured numbers: put the data file (.mpr) or its text export (.mpt) here.',
    is: (_name, bytes) => /^(?:EC|BT)-Lab LOG FILE/i.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 16)))
  },
  {
    format: 'OceanOptics SpectraSuite (.ProcSpec)', confidence: 'certain', why: 'its name ends in .ProcSpec and it is a zip archive',
    advice: 'This is a processed spectrum of SpectraSuite (.ProcSpec): save it there as tab delimited text or JCAMP-DX and put that file here.',
    is: (name, bytes) => /\.procspec$/i.test(name) && beginsWith(bytes, 'PK')
  },
  {
    format: 'Agilent ChemStation signal (.ch, .uv, .ms)', confidence: 'certain', why: 'its name ends in .ch, .uv or .ms and it begins with a version as ChemStation writes it',
    advice: 'This is a binary signal of Agilent ChemStation or MassHunter: print the report to a file (Report.TXT, REPORT01.CSV) or export the ' +
      'signal as .csv and put that file here.',
    is: (name, bytes) => /\.(ch|uv|ms)$/i.test(name) && holds(bytes.subarray(0, 8), /^(?:\x01\d|\x02\d\d|\x03\d\d\d)\D/)
  },
  {
    format: 'Arbin (.res)', confidence: 'certain', why: 'its name ends in .res and it is a database of Access (Standard Jet DB)',
    advice: 'This is the database of an Arbin battery tester (.res), which is not read here: export the test from MITS Pro or Data Watcher as ' +
      '.csv and put that file here.',
    is: (name, bytes) => /\.res$/i.test(name) && holds(bytes.subarray(0, 64), /Standard (Jet|ACE) DB/)
  },
  {
    format: 'SPECS Prodigy experiment (.sle)', confidence: 'certain', why: 'its name ends in .sle and it begins with SQLite format 3',
    advice: "This is Prodigy's database of an experiment (.sle), which is not read here: export its spectra from Prodigy as .xy or VAMAS (.vms) and put " +
      'that file here.',
    is: (name, bytes) => /\.sle$/i.test(name) && beginsWith(bytes, 'SQLite format 3\0')
  },
  {
    format: 'SpecsLab 2 experiment (.xml)', confidence: 'certain', why: "it is an XML document of SpecsLab's XMLSerializer",
    advice: 'This is an experiment of SpecsLab 2 (.xml), which is not read here: export its spectra from SpecsLab as .xy or VAMAS (.vms) and put that ' +
      'file here.',
    is: (_name, bytes) => holds(bytes.subarray(0, 400), /CORBA XML document created by XMLSerializer/)
  },
  {
    format: 'WITec project (.wip)', confidence: 'certain', why: 'it begins with WIT_PR',
    advice: 'This is a WITec project (.wip), which is not read here: export its spectra from WITec Project as ASCII table or GRAMS (.spc) and put that ' +
      'file here.',
    is: (_name, bytes) => beginsWith(bytes, 'WIT_PR')
  },
  {
    format: 'Igor wave (.ibw)', confidence: 'likely', why: 'its name ends in .ibw and it is binary',
    advice: 'This is a wave of Igor (.ibw), which is not read here: SES of Scienta saves the same spectrum as .txt; else save it in Igor as delimited ' +
      'text, and put that file here.',
    is: (name, bytes) => /\.ibw$/i.test(name) && isBinary(bytes)
  },
  {
    format: 'Zahner (.isw)', confidence: 'likely', why: 'its name ends in .isw and it is binary',
    advice: 'This is a binary Zahner file of a layout that is not read here: open it in Thales or Zahner Analysis, export it as text (ASCII list or ' +
      '.csv) and put that file here.',
    is: (name, bytes) => /\.isw$/i.test(name) && isBinary(bytes) && iswPoints(bytes) === null
  },
  {
    format: 'HORIBA LabSpec (.l6s, .l6m)', confidence: 'certain', why: 'it begins with LabSpec and a version',
    advice: 'This is a binary file of LabSpec (.l6s, .l6m), which is not read here: save it in LabSpec as text (.txt) or XML (.xml) and put that file here.',
    is: (_name, bytes) => /^LabSpec\d/.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 8))) && isBinary(bytes)
  },
  {
    format: 'Renishaw WiRE 1 and 2 (.wxd)', confidence: 'certain', why: 'it begins with #WXD',
    advice: 'This is a spectrum of an early WiRE (.wxd), which is not read here: open it in WiRE, save it as .wdf or text (.txt) and put that file here.',
    is: (_name, bytes) => beginsWith(bytes, '#WXD')
  },
  {
    format: 'TriVista (.tvf)', confidence: 'certain', why: 'it begins with TriVista-File',
    advice: 'This is a spectrum of TriVista (.tvf), which is not read here: export it in VistaControl as ASCII (.txt) and put that file here.',
    is: (_name, bytes) => holds(bytes.subarray(0, 200), /<!--TriVista-File/)
  },
  {
    format: 'Compressed file (.xz, .bz2)', confidence: 'certain', why: 'it begins as a file does that was compressed with xz or bzip2',
    advice: 'This file is compressed with xz or bzip2, which is not unpacked here: unpack it, or save it as .gz, and put that file here.',
    is: (_name, bytes) => beginsWith(bytes, '\xfd7zXZ\0') || /^BZh[1-9]1AY&SY/.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 10)))
  },
  {
    format: 'Archive (.tar, .rar, .7z)', confidence: 'certain', why: 'it begins as an archive of several files does',
    advice: 'This is an archive of several files (.tar, .rar, .7z), which is not unpacked here: unpack it and save its files here.',
    is: (_name, bytes) => isOtherArchive(bytes)
  }
]
