import type { Figure } from '../figure'
import type { Measurement } from '../measurement'
import type { Message } from '../message'
import type { FieldKey } from '../metadata/fields'
import type { CatalystEntries } from '../project'
import type { Contribution } from '../quantity'

export type ConditionValue = number | string
/** Keys as in contracts.md: potential_V_RHE, run, replicate, nitrate_M, cycle, scan, analyte, sd … */
export type Conditions = Readonly<Record<string, ConditionValue>>

/** One number with everything that says what it is. `inputs` are entry ids. */
export interface Result {
  readonly catalyst: string | null
  readonly metric: string
  readonly value: number
  /** Standard uncertainty in the unit of the value; null where none can be had. */
  readonly u: number | null
  readonly unit: string
  readonly conditions: Conditions
  readonly method: string
  readonly n?: number
  readonly inputs: readonly string[]
  readonly budget?: readonly Contribution[]
  /** The numbers that its equation was given, so that a workbook or a reader can compute it again. */
  readonly terms?: readonly Term[]
}

/**
 * n = (concentration·basisFactor·dilution − blank)·volume/molarMass; FE = 100·electrons·F·n/|charge|; yields divide by time and
 * mass or area. `blank_ug_mL` is that of the undiluted electrolyte, already in the species of the metric.
 */
export const termUnits = {
  charge_C: 'C', concentration_ug_mL: 'µg mL⁻¹', basisFactor: '1', dilution: '1', blank_ug_mL: 'µg mL⁻¹', volume_mL: 'mL', time_h: 'h', mass_mg: 'mg', area_cm2: 'cm²',
  molarMass_g_mol: 'g mol⁻¹', electrons: '1', faradaicEfficiency_percent: '%', j_mA_cm2: 'mA cm⁻²', absorbance: '1', firstState_eV: 'eV'
} as const
export type TermName = keyof typeof termUnits
export interface Term { readonly name: TermName; readonly value: number }

/** An input that is missing, and where it is entered. */
export interface Need {
  readonly message: Message
  readonly where: 'runSheet' | 'settings' | 'folders' | 'inbox' | 'card'
  readonly field?: FieldKey
  readonly entries?: readonly string[]
}

export type Level = 'error' | 'warning' | 'note'
export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly catalyst: string | null
  readonly message: Message
  /** Source of the rule's threshold. */
  readonly source: string
  readonly metric?: string
  readonly conditions?: Conditions
  readonly entries?: readonly string[]
}

export interface About {
  readonly equation: string
  readonly source: string
  readonly assumes: readonly string[]
}

export type SettingValue = number | string | boolean
/** A table that is filled in on the card. Its text has one row a line, cells parted by tabs, in the order of the columns. */
export interface SettingTable {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly unit?: string; readonly isNumber?: true; readonly isNeeded?: true }[]
  /** Columns that say which thing a row is about: a row that was typed replaces that of a file about the same. */
  readonly identity: readonly string[]
  /** What is usually filled in, where there is nothing yet. */
  readonly template: readonly (readonly string[])[]
}
export interface SettingDefinition {
  readonly key: string
  readonly label: string
  readonly unit?: string
  readonly default: SettingValue
  readonly options?: readonly string[]
  /** Its options follow from the data: they come with each outcome. */
  readonly isFromData?: true
  /** Sensible ends of a number: it is set with a slider as well. */
  readonly range?: readonly [number, number]
  /** What the number 0 stands for: 'automatic'. */
  readonly zero?: string
  /** A text that needs a whole line. */
  readonly isLong?: true
  /** It stands on the card itself, beside the figure. */
  readonly isAtHand?: true
  readonly table?: SettingTable
}
export type Settings = Readonly<Record<string, SettingValue>>

export type Scope = 'project' | 'catalyst' | 'comparison'
export type Tab = 'performance' | 'mechanism'

/** What `compute` returned; the engine adds the trace and makes it an Outcome. */
export interface Computed {
  readonly results: readonly Result[]
  readonly figures: readonly Figure[]
  readonly needs: readonly Need[]
  readonly findings: readonly Finding[]
  /** What the table of a setting begins with, by its key: the rows of files, with those that were typed. */
  readonly rows?: Readonly<Record<string, readonly (readonly string[])[]>>
  /** What settings with options from the data can be set to, by key. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
}

/**
 * What `collect` found, from metadata alone: `entries` are the ids used (their revisions are the memo key),
 * `plan` is whatever compute needs beside (plain data). null = nothing of this kind in the project: no card but "nothing yet".
 */
export interface Collected<Plan> {
  readonly entries: readonly string[]
  readonly plan: Plan
}

export interface ComputeContext {
  /** Full columns of a measurement entry. Throws for a typed reading. */
  readonly load: (entryId: string) => Measurement
  /**
   * Something small (plain data: a charge, an absorbance, the fit of a spectrum) that follows from the numbers of one measurement and these
   * parameters alone. It is kept with the project, so that thousands of curves are not read again when a condition of one of them changes.
   */
  readonly derive: <Value>(entryId: string, name: string, parameters: unknown, compute: (measurement: Measurement) => Value) => Value
  /** Outcome of an analysis named in `after`: project-wide, or of the same catalyst. */
  readonly upstream: (analysisId: string) => Outcome | undefined
  /** comparison scope only: every catalyst's outcome of an analysis named in `after`, in catalyst order. */
  readonly upstreamAll: (analysisId: string) => readonly Outcome[]
}

export interface Analysis<Plan = unknown> {
  readonly id: string
  /** Raised when its numbers would change: stored outcomes are computed again. */
  readonly version: number
  readonly title: string
  readonly tab: Tab
  readonly scope: Scope
  readonly metrics: readonly string[]
  readonly about: About
  readonly settings: readonly SettingDefinition[]
  /** Analyses whose outcomes it uses; the engine runs them first. */
  readonly after: readonly string[]
  readonly collect: (view: CatalystEntries, settings: Settings) => Collected<Plan> | null
  readonly compute: (view: CatalystEntries, plan: Plan, settings: Settings, context: ComputeContext) => Computed
}

export interface TraceInput { readonly entry: string; readonly path: string; readonly revision: string }

export interface Outcome {
  readonly analysis: string
  readonly version: number
  readonly catalyst: string | null
  /** 'nothing': no file of this kind; 'missing': needs say what is missing; 'result': at least one number. */
  readonly state: 'result' | 'missing' | 'nothing'
  readonly results: readonly Result[]
  readonly figures: readonly Figure[]
  readonly needs: readonly Need[]
  readonly findings: readonly Finding[]
  readonly rows?: Computed['rows']
  readonly choices?: Computed['choices']
  readonly trace: { readonly appVersion: string; readonly settings: Settings; readonly key: string; readonly inputs: readonly TraceInput[] }
}

export function defineAnalysis<Plan>(analysis: Analysis<Plan>): Analysis {
  return analysis as unknown as Analysis
}
