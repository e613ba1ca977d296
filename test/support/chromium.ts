import { existsSync } from "node:fs";

/** Where systems have it; on Debian `apt-get install chromium` puts it there. */
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The Chromium of this machine, or the one that is named in `CHROMIUM`. */
export function chromiumPath(): string | undefined {
  return [process.env["CHROMIUM"] ?? "", ...places].find((place) => existsSync(place));
}

/** A browser without a screen that asks nobody anything. */
export const chromiumFlags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
