import { joinCatalogues } from '../phrases/catalogue'
import { words as calibration } from './calibration'
import { words as checks } from './checks'
import { words as comparison } from './comparison'
import { words as electrolysis } from './electrolysis'
import { words as electronicStructure } from './electronicStructure'
import { words as spectroscopy } from './spectroscopy'
import { words as stability } from './stability'
import { words as voltammetry } from './voltammetry'

/** Everything that is loaded when the window is Chinese. */
export const catalogue = joinCatalogues([electrolysis, calibration, voltammetry, stability, spectroscopy, electronicStructure, comparison, checks])
