export function sleep(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds));
}
