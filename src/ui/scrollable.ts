import type { Attachment } from 'svelte/attachments';

/**
 * Makes a region that scrolls reachable by keyboard and gives it a name, but only while there is something to scroll:
 * an empty stop on the way of the Tab key helps nobody.
 */
export function scrollable(name: string): Attachment<HTMLElement> {
  return (element) => {
    const mark = () => {
      const scrolls =
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (scrolls) {
        element.tabIndex = 0;
        element.setAttribute('role', 'region');
        element.setAttribute('aria-label', name);
      } else {
        for (const attribute of ['tabindex', 'role', 'aria-label']) element.removeAttribute(attribute);
      }
    };
    const observer = new ResizeObserver(mark);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  };
}
