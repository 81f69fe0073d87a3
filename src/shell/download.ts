/** How long the browser has to begin saving; revoking at once cancels the download in some browsers. */
const graceMs = 60_000;

/** Hands the user a file to save. `content` as text is written in UTF-8, as it is: no byte order mark is added. */
export function saveFile(name: string, content: string | Blob, type = 'text/plain;charset=utf-8'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), graceMs);
}
