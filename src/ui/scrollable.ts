import type { Attachment } from 'svelte/attachments';

/** Pixels for the focus ring at the edge of the region. */
const ringRoom = 4;

/**
 * Makes a region that scrolls reachable by keyboard and gives it a name, but only while there is something to scroll:
 * an empty stop on the way of the Tab key helps nobody. What gets the focus inside is scrolled wholly into sight:
 * browsers leave it where it is when an edge of it shows.
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
    const reveal = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target === element) return;
      const box = target.getBoundingClientRect();
      const start = element.getBoundingClientRect().left + element.clientLeft + ringRoom;
      const beyond = box.right - (start + element.clientWidth - 2 * ringRoom);
      // Of what is wider than the region the beginning shows.
      if (beyond > 0) element.scrollLeft += Math.min(beyond, Math.max(0, box.left - start));
      else if (box.left < start) element.scrollLeft -= start - box.left;
    };
    element.addEventListener('focusin', reveal);
    const observer = new ResizeObserver(mark);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      observer.disconnect();
      element.removeEventListener('focusin', reveal);
    };
  };
}
