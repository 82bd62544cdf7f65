// Finds lines of prose that are too long: comments in code, and text in Markdown.

const maxColumns = 100;

const inCode = /\.(ts|vue|m?js|cjs|css|html|rules)$/;
const comment = /^\s*(\/\/|\/\*|\*(?!\*)|<!--)/;

/** Links do not count: they cannot be wrapped. */
function widthOf(line: string): number {
  return line.replace(/\bhttps?:\/\/\S+/g, "").length;
}

type LineTest = (line: string) => boolean;

/** For each line, whether it belongs to an HTML comment or a code fence. */
function within(lines: readonly string[], opens: LineTest, closes: LineTest) {
  let isInside = false;
  return lines.map((line) => {
    const wasInside = isInside;
    if (isInside ? closes(line) : opens(line)) isInside = !isInside;
    return wasInside || isInside;
  });
}

/** Returns `file:line` for each long line. */
export function longLinesOf(file: string, text: string): string[] {
  const lines = text.split("\n");
  let isProse: (line: string, index: number) => boolean;
  if (file.endsWith(".md")) {
    const isFence = (line: string) => line.trimStart().startsWith("```");
    const fenced = within(lines, isFence, isFence);
    isProse = (line, index) => !fenced[index] && !line.trimStart().startsWith("|");
  } else if (inCode.test(file)) {
    const commented = within(
      lines,
      (line) => line.includes("<!--") && !line.includes("-->"),
      (line) => line.includes("-->"),
    );
    isProse = (line, index) => comment.test(line) || commented[index] === true;
  } else {
    return [];
  }
  return lines.flatMap((line, index) =>
    isProse(line, index) && widthOf(line) > maxColumns ? [`${file}:${index + 1}`] : [],
  );
}
