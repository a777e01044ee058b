/** What was learnt of each shape of a call, so that it is learnt once, for so many shapes at most. Null: that shape goes the whole way every time. */
export class KeptPlans<Plan> {
  readonly #most: number
  readonly #plans = new Map<string, Plan | null>()

  constructor(most: number) {
    this.#most = most
  }

  async of(shape: string, learn: () => Promise<Plan | null>): Promise<Plan | null> {
    const known = this.#plans.get(shape)
    if (known !== undefined) return known
    const plan = await learn()
    if (this.#plans.size >= this.#most) this.#plans.clear()
    this.#plans.set(shape, plan)
    return plan
  }
}
