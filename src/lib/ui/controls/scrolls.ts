/** For what may scroll sideways: a tab stop while it does, so that the keyboard reaches all of it. */
export function scrolls(node: HTMLElement): () => void {
  const look = (): void => {
    const does = node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight;
    if (does) node.tabIndex = 0;
    else node.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(look);
  observer.observe(node);
  for (const child of node.children) observer.observe(child);
  return () => observer.disconnect();
}
