import { groupedNeeds } from '../../outcome/groupedNeeds'
import type { Card } from './cardsOf'

/** About how tall a card is, in lines of text: good enough to keep columns even, and the same whenever its kinds of content are. */
function linesOf({ outcome }: Card): number {
  const figures = outcome.figures.reduce((sum, figure) => sum + (figure.kind === 'image' ? 13 : figure.kind === 'table' ? 2 + Math.min(figure.rows.length, 16) : 17), 0)
  return 4 + figures + Math.min(outcome.results.length, 12) * 0.8 + groupedNeeds(outcome.needs, () => '').length
}

/** Cards into columns in their order, each into the shortest so far. */
export function dealCards(cards: readonly Card[], columns: number): readonly (readonly Card[])[] {
  const dealt = Array.from({ length: columns }, () => ({ cards: [] as Card[], lines: 0 }))
  for (const card of cards) {
    const shortest = dealt.reduce((best, next) => (next.lines < best.lines ? next : best))
    shortest.cards.push(card)
    shortest.lines += linesOf(card)
  }
  return dealt.map((column) => column.cards)
}
