import { describe, expect, it, vi } from 'vitest'
import type { HostPush, HostReply, HostRequest } from '../../../src/main/api/hostApi'
import { createHostClient, type HostProcess } from '../../../src/main/desktop/hostClient'

class FakeHost implements HostProcess {
  readonly requests: HostRequest[] = []
  private listeners: ((message: HostReply | HostPush) => void)[] = []
  private exits: ((code: number) => void)[] = []
  isKilled = false
  send(request: HostRequest): void { this.requests.push(request) }
  onMessage(listener: (message: HostReply | HostPush) => void): void { this.listeners.push(listener) }
  onExit(listener: (code: number) => void): void { this.exits.push(listener) }
  kill(): void {
    this.isKilled = true
    this.exit(0)
  }
  say(message: HostReply | HostPush): void { this.listeners.forEach((listener) => listener(message)) }
  exit(code: number): void { this.exits.forEach((listener) => listener(code)) }
  answer(value: unknown): void { this.say({ id: this.requests.at(-1)!.id, ok: true, value }) }
}

function setUp() {
  const hosts: FakeHost[] = []
  const pushed: HostPush[] = []
  let nowMs = 0
  const client = createHostClient({
    fork: () => hosts[hosts.push(new FakeHost()) - 1]!, push: (message) => pushed.push(message), now: () => nowMs, log: () => undefined, stopWithinMs: 50
  })
  return { client, hosts, pushed, pass: (ms: number) => { nowMs += ms } }
}
const notices = (pushed: readonly HostPush[]): string[] => pushed.flatMap((message) => (message.event === 'notice' ? [message.payload.text] : []))

describe('the client of the project process', () => {
  it('starts the process with the first call and matches answers that come in another order', async () => {
    const { client, hosts } = setUp()
    expect(hosts).toHaveLength(0)
    const [first, second] = [client.call('folders'), client.call('problems')]
    expect(hosts).toHaveLength(1)
    const [a, b] = hosts[0]!.requests
    hosts[0]!.say({ id: b!.id, ok: true, value: ['second'] })
    hosts[0]!.say({ id: a!.id, ok: false, message: 'No project is open.' })
    await expect(first).rejects.toThrow('No project is open.')
    await expect(second).resolves.toEqual(['second'])
  })

  it('passes pushes on', () => {
    const { client, hosts, pushed } = setUp()
    void client.call('folders')
    hosts[0]!.say({ event: 'filesChanged', payload: { count: 2 } })
    expect(pushed).toEqual([{ event: 'filesChanged', payload: { count: 2 } }])
  })

  it('after a crash fails what waits, says so, and opens the same project in a new process', async () => {
    const { client, hosts, pushed } = setUp()
    const opening = client.call('open', '/data/a.rum')
    hosts[0]!.answer({ path: '/data/a.rum' })
    await opening
    const waiting = client.call('problems')
    hosts[0]!.exit(139)
    await expect(waiting).rejects.toThrow(/stopped unexpectedly.*repeat what you did\.$/)
    expect(hosts[1]!.requests).toMatchObject([{ method: 'open', args: ['/data/a.rum'] }])
    hosts[1]!.answer({ path: '/data/a.rum' })
    await vi.waitFor(() => expect(pushed.at(-1)).toEqual({ event: 'projectState', payload: { path: '/data/a.rum' } }))
    expect(notices(pushed)).toHaveLength(1)
  })

  it('gives up on a process that keeps dying, but not on one that dies once a day', async () => {
    const crashOften = async (pauseMs: number): Promise<string[]> => {
      const { client, hosts, pushed, pass } = setUp()
      void client.call('open', '/data/a.rum').catch(() => undefined)
      hosts[0]!.answer({ path: '/data/a.rum' })
      await Promise.resolve()
      for (let crash = 0; crash < 4; crash += 1) {
        await Promise.resolve()
        hosts.at(-1)!.exit(1)
        pass(pauseMs)
        await new Promise((done) => setTimeout(done))
      }
      return notices(pushed)
    }
    expect((await crashOften(100)).at(-1)).toMatch(/keeps stopping/)
    expect((await crashOften(86_400_000)).filter((text) => /keeps stopping/.test(text))).toEqual([])
  })

  it('lets the process close its project when the app ends, and does not wait for ever', async () => {
    const { client, hosts } = setUp()
    void client.call('folders').catch(() => undefined)
    const polite = client.stop()
    expect(hosts[0]!.requests.at(-1)!.method).toBe('shutdown')
    hosts[0]!.answer(undefined)
    await polite
    expect(hosts[0]!.isKilled).toBe(true)

    const hanging = setUp()
    void hanging.client.call('folders').catch(() => undefined)
    const start = performance.now()
    await hanging.client.stop()
    expect(performance.now() - start).toBeLessThan(2_000)
    expect(hanging.hosts[0]!.isKilled).toBe(true)
    expect(hanging.hosts).toHaveLength(1)
  })
})
