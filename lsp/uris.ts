/** The address of a file that a document names by its path from there. */
export function uriBeside(uri: string, path: string): string {
  // Half a character, which a text may hold and no address can.
  const written = encodeURI(path.replace(/[\ud800-\udfff]/gu, "\ufffd")).replaceAll("?", "%3F").replaceAll("#", "%23");
  // An address without folders, as that of an unsaved document, has nothing beside it that could be resolved.
  return URL.canParse(written, uri) ? new URL(written, uri).href : uri.slice(0, uri.lastIndexOf("/") + 1) + written;
}

/** Two addresses of one file have the same key, however much of them each side of the connection escapes. */
export function fileKey(uri: string): string {
  const whole = URL.canParse(uri) ? new URL(uri).href : uri;
  try {
    return decodeURIComponent(whole);
  } catch {
    // A lone '%' escapes nothing, and stands for itself.
    return whole;
  }
}

/** What the names of a part of a document belong to: the address of the document, and the keys that lead to the part. */
export function homeWithin(uri: string, path: readonly string[]): string {
  return `${uri}#${path.map((key) => encodeURIComponent(key.replace(/[\ud800-\udfff]/gu, "\ufffd"))).join("/")}`;
}

/** The document of a home, which may be a part of it. */
export function documentOf(home: string): string {
  const hash = home.indexOf("#");
  return hash === -1 ? home : home.slice(0, hash);
}

/** The last name of an address, as documents that name the file write it. */
export function lastName(uri: string): string {
  const key = fileKey(uri);
  return key.slice(key.lastIndexOf("/") + 1);
}
