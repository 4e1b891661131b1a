import { analysisTitlesZhCN } from '../analysisTitlesZhCN'
import { joinCatalogues, type Catalogue } from '../phrases/catalogue'
import { zhCN } from '../zh-CN'
import { words as calibration } from './calibration'
import { words as checks } from './checks'
import { words as comparison } from './comparison'
import { words as electrolysis } from './electrolysis'
import { words as electronicStructure } from './electronicStructure'
import { words as names } from './names'
import { words as program } from './program'
import { words as readerAdvice } from './readerAdvice'
import { words as readers } from './readers'
import { words as readersOfPrograms } from './readersOfPrograms'
import { words as readersOfScience } from './readersOfScience'
import { words as recognition } from './recognition'
import { words as runSheets } from './runSheets'
import { words as spectroscopy } from './spectroscopy'
import { words as stability } from './stability'
import { words as voltammetry } from './voltammetry'

/** Fields and analyses by their ids, as the history names them. */
const ids: Catalogue = { phrases: { ...zhCN.field, ...Object.fromEntries(Object.entries(analysisTitlesZhCN).map(([id, { title }]) => [id, title])) } }

/** Everything that is loaded when the window is Chinese. */
export const catalogue = joinCatalogues([
  electrolysis, calibration, voltammetry, stability, spectroscopy, electronicStructure, comparison, checks,
  readers, readersOfScience, readersOfPrograms, readerAdvice, recognition, runSheets, names, program, ids
])
