import { useCallback, useEffect, useRef, useState } from "react";

export interface Layout {
  page: number;
  pages: number;
  /** What begins on the page that is shown, in order. */
  visible: readonly string[];
  /** How many begin on a later page. */
  later: number;
}

const NOTHING: Layout = { page: 0, pages: 1, visible: [], later: 0 };

function stepOf(columns: HTMLElement): number {
  return columns.clientWidth + (parseFloat(getComputedStyle(columns).columnGap) || 0);
}

function measure(columns: HTMLElement): Layout {
  const step = stepOf(columns);
  const pages = Math.max(1, Math.ceil((columns.scrollWidth - 1) / step));
  const atEnd = columns.scrollLeft >= columns.scrollWidth - columns.clientWidth - 1;
  const frame = columns.getBoundingClientRect();
  const visible: string[] = [];
  let later = 0;
  for (const child of columns.children) {
    const left = child.getClientRects()[0]?.left ?? Infinity;
    if (left > frame.right - 1) {
      later++;
    } else if (left > frame.left - 1) {
      visible.push((child as HTMLElement).dataset.id ?? "");
    }
  }
  return { page: atEnd ? pages - 1 : Math.round(columns.scrollLeft / step), pages, visible, later };
}

/** Pages of an element whose children flow in columns of its height, as the browser has laid them out. */
export function usePages(content: unknown) {
  const columns = useRef<HTMLUListElement>(null);
  const [layout, setLayout] = useState(NOTHING);
  const look = useCallback(() => {
    if (columns.current) {
      const next = measure(columns.current);
      setLayout((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next));
    }
  }, []);
  useEffect(() => {
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [content, look]);
  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (columns.current) {
      observer.observe(columns.current);
    }
    return () => observer.disconnect();
  }, [look]);
  const turn = useCallback((by: number) => {
    const element = columns.current;
    if (element) {
      const step = stepOf(element);
      element.scrollTo({ left: (Math.ceil(element.scrollLeft / step - 0.01) + by) * step });
    }
  }, []);
  return { columns, layout, look, turn };
}
