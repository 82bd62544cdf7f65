// The address of a mail that is not written yet (RFC 6068). The person chooses its receiver.

export function mailAddress(subject: string, body: string): string {
  // Lines end with CRLF there (section 5). A "+" would stay a plus, so a space is "%20".
  const lines = body.replace(/\r?\n/g, "\r\n");
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
