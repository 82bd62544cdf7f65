// Where the source code of this site is. Whoever runs a site with changes puts their address here.

/** Null: the page links to none. */
export const sourceCodeURL: string | null = null;
