import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { apiMethods, inboxStates, reportFormats, tableTemplates, type ApiMethod, type Command, type WorkbenchApi } from '../../shared/api'
import { fieldDefinitions, type FieldKey } from '../../shared/metadata/fields'
import { impossible } from '../../shared/metadata/possibleRange'
import { placesIn } from '../whereFrom'
import { preferencesSchema } from './preferences'

const shortText = z.string().max(1_000)
const longText = z.string().max(20_000)
const id = z.string().min(1).max(500)
const ids = z.array(id).max(200_000)
const versions = z.array(z.string().max(40)).max(10_000)
const rowNumber = z.int().min(0)
const path = z.string().max(32_767).refine((text) => isAbsolute(text) && !text.includes('\0'), 'expected the full path of a file or folder')
const field = z.enum(fieldDefinitions.map(({ key }) => key))
const fieldValue = z.union([z.number(), longText]).nullable()
const settingValue = z.union([z.number(), longText, z.boolean()]).nullable()

const kinds = new Map<FieldKey, 'text' | 'number'>(fieldDefinitions.map(({ key, kind }) => [key, kind]))
/** A number field takes a number and a text field a text; null takes the value away. */
const fits = (change: { field: FieldKey; value: string | number | null }): boolean =>
  change.value === null || (kinds.get(change.field) === 'number') === (typeof change.value === 'number')
/** Never below 0 mL, as in the cells of run sheets. */
const isPossible = ({ field, value }: { field: FieldKey; value: string | number | null }): boolean => impossible(field, value) === null
const possible = { path: ['value'], error: 'the number is not possible in that field' }
const fitting = { path: ['value'], error: 'a number belongs into a number field and a text into a text field' }

const folderNames = z.strictObject({ template: shortText.nullable(), ignore: z.array(shortText).max(500) })

const command: z.ZodType<Command> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('setField'), entries: ids, field, value: fieldValue }).refine(fits, fitting).refine(isPossible, possible),
  z.strictObject({ kind: z.literal('setCells'), cells: z.array(z.strictObject({ entry: id, field, value: fieldValue }).refine(fits, fitting).refine(isPossible, possible)).min(1).max(200_000) }),
  z.strictObject({ kind: z.literal('setDefault'), field, value: fieldValue }).refine(fits, fitting).refine(isPossible, possible),
  z.strictObject({ kind: z.literal('setReferencePotential'), reference: shortText.min(1), potential_V: z.number().nullable() }),
  z.strictObject({ kind: z.literal('setAnalysisSetting'), analysis: id, key: id, value: settingValue, catalyst: shortText.optional(), also: z.record(id, settingValue).optional() }),
  z.strictObject({
    kind: z.literal('setCatalyst'), name: shortText.min(1), colour: z.string().regex(/^#[0-9a-f]{6}$/i).optional(),
    marker: z.enum(['circle', 'rect', 'triangle', 'rectRot', 'circleOpen', 'cross', 'star']).optional(), archived: z.boolean().optional()
  }),
  z.strictObject({
    kind: z.literal('nameColumns'), fileIds: ids.min(1),
    columns: z.array(z.strictObject({ table: rowNumber.optional(), column: rowNumber, name: shortText, quantity: shortText, unit: shortText })).max(10_000)
  }),
  z.strictObject({ kind: z.literal('ignoreFiles'), fileIds: ids, ignore: z.boolean() }),
  z.strictObject({ kind: z.literal('chooseReader'), fileIds: ids.min(1), reader: id.nullable(), question: shortText.min(1).optional() }),
  z.strictObject({ kind: z.literal('setFolderNames'), folder: id, names: folderNames }),
  z.strictObject({ kind: z.literal('acknowledge'), findings: z.array(longText.min(1)).min(1).max(10_000), reason: longText.nullable() })
])

const nothing = z.tuple([])
/** What the window may send with each call: one schema per method, complete and of the contract's types by compilation. */
const argumentSchemas = {
  appInfo: nothing, preferences: nothing, setPreferences: z.tuple([preferencesSchema.partial()]), recentProjects: nothing, openSample: nothing,
  createProject: nothing, openProject: nothing, openRecent: z.tuple([id]), closeProject: nothing, projectState: nothing,
  outcomes: z.tuple([shortText.nullable(), versions]), comparison: z.tuple([versions]), preview: z.tuple([id, shortText.nullable(), z.record(id, settingValue.unwrap())]), analyses: nothing, thresholds: nothing, findings: nothing, entries: z.tuple([ids]), allEntries: nothing,
  entryCurve: z.tuple([id, z.tuple([rowNumber, rowNumber]), z.strictObject({ min: z.number(), max: z.number() }).nullable(), z.int().min(2).max(100_000)]), defaults: nothing, referenceElectrodes: nothing,
  inbox: z.tuple([z.strictObject({ status: z.enum(inboxStates).nullable(), search: shortText, most: z.int().min(1).max(20_000), texts: z.array(longText).max(10_000).optional(), entries: ids.optional(), withoutCatalyst: z.boolean().optional() })]), inboxTexts: nothing, usedFiles: nothing, fileDetail: z.tuple([id]), filesInCommon: z.tuple([ids.min(1)]), problems: nothing, retryFiles: z.tuple([ids]), showInFolder: z.tuple([id]), folders: nothing,
  addFolders: nothing, setFolder: z.tuple([id, z.strictObject({ paused: z.boolean(), polling: z.boolean(), archive: z.boolean() }).partial()]),
  previewFolder: z.tuple([id, folderNames]), removeFolder: z.tuple([id]), rescan: nothing, importDropped: z.tuple([z.array(path).max(10_000)]),
  execute: z.tuple([command]), undo: nothing, redo: nothing, history: nothing, exportExcel: nothing, exportTemplate: nothing, exportRunSheet: nothing, exportTable: z.tuple([z.enum(tableTemplates)]), exportArchive: nothing, exportDataPackage: nothing, openArchive: nothing, copyDiagnostics: nothing, noteFailure: z.tuple([z.string().max(2_500).refine((text) => placesIn(text)[0] === text, 'expected a place in the program')]),
  copyImage: z.tuple([z.string().max(80_000_000)]), copyText: z.tuple([z.string().max(20_000_000)]), saveFigure: z.tuple([shortText.min(1), z.enum(['svg', 'pdf', 'png']), z.string().max(160_000_000)]), saveReport: z.tuple([shortText.min(1), z.enum(reportFormats), z.string().max(160_000_000)]), cancel: z.tuple([id])
} satisfies { readonly [M in ApiMethod]: z.ZodType<Parameters<WorkbenchApi[M]>> }

export interface ValidCall { readonly method: ApiMethod; readonly args: readonly unknown[] }

/** The call if it is one of the contract and its arguments fit; otherwise fails in one sentence. */
export function validateCall(method: unknown, args: unknown): ValidCall {
  if (!isApiMethod(method)) throw new Error('The window asked for something that the program does not offer; nothing was done.')
  const checked = argumentSchemas[method].safeParse(args)
  if (checked.success) return { method, args: checked.data }
  throw new Error(`The call ${method} was refused because ${reasonOf(checked.error.issues[0])}.`)
}

function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  const [argument, ...inside] = issue?.path ?? []
  if (issue === undefined || typeof argument !== 'number') return 'it takes other arguments'
  return `${inside.length > 0 ? `${inside.join('.')} of ` : ''}argument ${argument + 1} does not fit (${issue.message})`
}

const isApiMethod = (method: unknown): method is ApiMethod => typeof method === 'string' && Object.hasOwn(apiMethods, method)
