import { useEffect, useState } from "react";

/** Counts whole seconds down to zero, from whatever `begin` was called with. */
export function useCountdown(): [left: number, begin: (seconds: number) => void] {
  const [end, setEnd] = useState(0);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (end === 0) {
      return;
    }
    const timer = setInterval(() => {
      const current = performance.now();
      setNow(current);
      if (current >= end) {
        setEnd(0);
      }
    }, 250);
    return () => clearInterval(timer);
  }, [end]);
  const left = end === 0 ? 0 : Math.max(0, Math.ceil((end - now) / 1000));
  return [
    left,
    (seconds) => {
      const current = performance.now();
      setNow(current);
      setEnd(current + seconds * 1000);
    },
  ];
}
