import { sleep } from "./clock.js";

export async function retry(work, times) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt > times) throw error;
      await sleep(2 ** attempt);
    }
  }
}
