/**
 * Reads again whenever it is told to, one read at a time: what is told during a read leads to another after it. So the last
 * read began after the last event, and a burst of events is a handful of reads.
 */
export class Reading {
  #running = false;
  #again = false;

  constructor(
    private readonly read: () => Promise<unknown>,
    private readonly pauseMs = 100,
  ) {}

  readonly now = (): void => {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    void this.#run();
  };

  async #run(): Promise<void> {
    do {
      this.#again = false;
      await this.read().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, this.pauseMs));
    } while (this.#again);
    this.#running = false;
  }
}
