/** From here on the rules hold what an order brought, and from there on all payouts (ATT-37). */
const marks = [60, 85] as const

/** Points of 100 as a bar, with the two marks at which something is held. */
export function ScoreBar({ score, label }: { score: number; label: string }) {
  return (
    <svg className="zc-chart zc-score" role="img" aria-label={label} width="100%" height="14">
      <rect className="zc-rail" x="0" y="4" width="100%" height="6" />
      <rect className={score >= marks[0] ? 'zc-loss' : 'zc-before'} x="0" y="4" width={`${Math.min(100, score)}%`} height="6" />
      {marks.map((mark) => (
        <line key={mark} className="zc-axis" x1={`${mark}%`} x2={`${mark}%`} y1="0" y2="14" />
      ))}
    </svg>
  )
}
