import { expect, it } from 'vitest'
import { endingSignals } from '../../../src/main/cli/watch'

it('on Windows the watcher ends well when its console is closed; elsewhere nohup is obeyed', () => {
  expect(endingSignals('win32')).toEqual(['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'])
  expect(endingSignals('linux')).toEqual(['SIGINT', 'SIGTERM'])
})
