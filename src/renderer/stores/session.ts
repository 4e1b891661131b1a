import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watchEffect } from 'vue'
import type { AnalysisInfo, AppInfo, Preferences, ProjectState } from '@shared/api'
import type { CatalystLooks } from '../charts/seriesLook'
import { leavesInEnglish } from '../locales/phrases/figureLanguage'
import { workbench } from '../workbench'
import { useNavigation } from './navigation'

export interface Notice { readonly id: number; readonly level: 'info' | 'warning' | 'error'; readonly text: string }

/** What main said of the open project, and of the program itself. */
export const useSession = defineStore('session', () => {
  const project = shallowRef<ProjectState | null>(null)
  const analyses = shallowRef<readonly AnalysisInfo[]>([])
  const preferences = ref<Preferences>({ theme: 'system', language: 'system' })
  const app = shallowRef<AppInfo | null>(null)
  const systemIsDark = ref(matchMedia('(prefers-color-scheme: dark)').matches)
  const notices = ref<Notice[]>([])
  /** The first answer of main is there: until then nothing is shown rather than the wrong page. */
  const started = ref(false)
  let noticeId = 0

  const isDark = computed(() => (preferences.value.theme === 'system' ? systemIsDark.value : preferences.value.theme === 'dark'))
  const language = computed(() => {
    if (preferences.value.language !== 'system') return preferences.value.language
    return app.value?.locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
  })
  watchEffect(() => { leavesInEnglish.value = preferences.value.figureLanguage === 'en' })
  /** The same object until a look changes: every chart depends on it, and the state of the project comes with each file. */
  const looks = computed<CatalystLooks>((before) => {
    const now: CatalystLooks = new Map((project.value?.catalysts ?? []).map(({ name, colour, marker }) => [name, { colour, marker }]))
    return before && JSON.stringify([...before]) === JSON.stringify([...now]) ? before : now
  })
  const catalysts = computed(() => (project.value?.catalysts ?? []).filter(({ archived }) => !archived))

  function notify(level: Notice['level'], text: string): void {
    if (notices.value.some((notice) => notice.text === text)) return
    const id = (noticeId += 1)
    notices.value.push({ id, level, text })
    setTimeout(() => dismiss(id), level === 'error' ? 12_000 : 6_000)
  }
  function dismiss(id: number): void {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }
  /** A call whose failure is said in the window; undefined then. */
  async function ask<T>(call: () => Promise<T>): Promise<T | undefined> {
    try {
      return await call()
    } catch (error) {
      notify('error', error instanceof Error ? error.message : String(error))
      return undefined
    }
  }
  /** undefined: the question failed, and what was known stays. */
  async function take(state: ProjectState | null | undefined): Promise<void> {
    if (state === undefined) return
    const isOther = state?.path !== project.value?.path
    project.value = state
    if (isOther) useNavigation().reset()
    if (state && (isOther || analyses.value.length === 0)) await loadAnalyses()
  }
  async function loadAnalyses(): Promise<void> {
    analyses.value = (await ask(() => workbench().analyses())) ?? []
  }
  async function start(): Promise<void> {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => { systemIsDark.value = matches })
    workbench().on('projectState', (state) => void take(state))
    workbench().on('notice', ({ level, text }) => notify(level, text))
    workbench().on('progress', (progress) => { if (project.value) project.value = { ...project.value, progress } })
    preferences.value = (await ask(() => workbench().preferences())) ?? preferences.value
    app.value = (await ask(() => workbench().appInfo())) ?? null
    await take(await ask(() => workbench().projectState()))
    started.value = true
  }
  async function setPreferences(change: Partial<Preferences>): Promise<void> {
    preferences.value = (await ask(() => workbench().setPreferences(change))) ?? preferences.value
  }
  return {
    project, analyses, preferences, app, started, notices, isDark, language, looks, catalysts,
    notify, dismiss, ask, take, loadAnalyses, start, setPreferences
  }
})
