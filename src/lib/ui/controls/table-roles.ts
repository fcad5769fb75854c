const ROLES: Readonly<Record<string, string>> = {
  TABLE: 'table',
  THEAD: 'rowgroup',
  TBODY: 'rowgroup',
  TR: 'row',
  TD: 'cell',
};

/**
 * Says the roles of a table's parts aloud. Where styles lay the parts out as blocks or grids some browsers take the roles
 * they have by themselves away.
 */
export function tableRoles(table: HTMLElement): () => void {
  mark(table);
  const seen = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof HTMLElement) mark(node);
  });
  seen.observe(table, { childList: true, subtree: true });
  return () => seen.disconnect();
}

function mark(part: HTMLElement): void {
  const parts = [part, ...part.querySelectorAll<HTMLElement>('thead, tbody, tr, th, td')];
  for (const one of parts) {
    const role = one.tagName === 'TH' ? headRole(one) : ROLES[one.tagName];
    if (role !== undefined) one.setAttribute('role', role);
  }
}

const headRole = (cell: HTMLElement): string =>
  cell.getAttribute('scope') === 'row' ? 'rowheader' : 'columnheader';
