import { spawn, type ChildProcess } from 'node:child_process'

export interface VirtualDisplay { readonly name: string; stop(): void }

/** An X server without a screen for Linux machines that have none; it picks a free number itself. */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '2000x1200x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const stop = (): void => {
    process.off('exit', stop)
    server.kill()
  }
  process.once('exit', stop) // a story that fails halfway leaves no server behind
  const number = await firstLine(server)
  return { name: `:${number}`, stop }
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    server.once('error', () => reject(new Error('There is no display and Xvfb could not be started; install it (apt-get install xvfb) or set DISPLAY.')))
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code} before it showed a display.`)))
    server.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text.trim())
    })
  })
}
