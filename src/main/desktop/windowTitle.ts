import type { ProjectState } from '../../shared/api'

export const windowTitle = (project: ProjectState | null): string => (project ? `${project.name} – RuM Workbench` : 'RuM Workbench')
