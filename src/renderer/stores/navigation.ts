import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Need, Outcome, Result, Tab } from '@shared/analyses/analysis'
import type { ReportFormat } from '@shared/api'
import type { FieldKey } from '@shared/metadata/fields'

export const viewNames = ['catalyst', 'comparison', 'inbox', 'runSheet', 'findings', 'folders', 'settings'] as const
export type ViewName = (typeof viewNames)[number]
export interface TracedResult { readonly result: Result; readonly outcome: Outcome }
export interface WantedCells { readonly entries: readonly string[]; readonly field: FieldKey | null }

/** Where the window is and what is switched on in it. */
export const useNavigation = defineStore('navigation', () => {
  const view = ref<ViewName>('catalyst')
  /** null: the first of the list. */
  const catalyst = ref<string | null>(null)
  const tab = ref<Tab>('performance')
  const folded = ref(false)
  const hidden = ref<ReadonlySet<string>>(new Set())
  const traced = shallowRef<TracedResult | null>(null)
  /** Entries and field that a missing input asks for: the Run sheet or the Inbox shows them alone. */
  const wanted = shallowRef<WantedCells | null>(null)
  const showsHistory = ref(false)
  /** A report that is being written. */
  const report = shallowRef<{ readonly catalyst: string | null; readonly format: ReportFormat } | null>(null)
  const help = ref<'shortcuts' | 'about' | 'licences' | null>(null)

  function open(name: ViewName): void {
    view.value = name
    traced.value = null
    wanted.value = null
  }
  function openCatalyst(name: string): void {
    catalyst.value = name
    open('catalyst')
  }
  function openTab(name: Tab): void {
    tab.value = name
    open('catalyst')
  }
  function toggleCatalyst(name: string): void {
    const next = new Set(hidden.value)
    if (!next.delete(name)) next.add(name)
    hidden.value = next
  }
  function showAll(): void {
    hidden.value = new Set()
  }
  function openNeed({ where, entries, field }: Need): void {
    if (where === 'card') return // filled in where it is asked for
    open(where)
    if ((where === 'runSheet' || where === 'inbox') && entries && entries.length > 0) wanted.value = { entries, field: field ?? null }
  }
  function reset(): void {
    catalyst.value = null
    hidden.value = new Set()
    showsHistory.value = false
    open('catalyst')
  }
  return {
    view, catalyst, tab, folded, hidden, traced, wanted, showsHistory, help, report,
    open, openCatalyst, openTab, toggleCatalyst, showAll, openNeed, reset
  }
})
