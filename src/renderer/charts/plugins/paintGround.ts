import type { Plugin } from 'chart.js'

/** A picture that leaves the program has a ground: transparent PNGs turn black in slides. */
export function paintGround(colour: string): Plugin {
  return {
    id: 'paintGround',
    beforeDraw: ({ ctx, width, height }) => {
      ctx.save()
      ctx.fillStyle = colour
      ctx.fillRect(0, 0, width, height)
      ctx.restore()
    }
  }
}
