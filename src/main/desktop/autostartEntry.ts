/** Comes with the start at login: no window, and the project that was open last. */
export const backgroundFlag = '--background'

/** Entry of the desktop's own list (freedesktop.org, Desktop Application Autostart). A quoted path holds no line end, and \ " ` $ are escaped twice. */
export function autostartEntry(program: string): string {
  const quoted = program.replace(/[\r\n]/g, '').replace(/(["`$\\])/g, '\\$1').replaceAll('\\', '\\\\').replaceAll('%', '%%')
  return `[Desktop Entry]\nType=Application\nName=RuM Workbench\nExec="${quoted}" ${backgroundFlag}\nX-GNOME-Autostart-enabled=true\n`
}

/** What is to be started again: an AppImage, and a portable program of Windows, run out of a temporary folder that is gone tomorrow. */
export const programToStart = (environment: Readonly<Record<string, string | undefined>>, running: string): string =>
  environment['APPIMAGE'] ?? environment['PORTABLE_EXECUTABLE_FILE'] ?? running
